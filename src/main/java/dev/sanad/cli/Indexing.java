package dev.sanad.cli;

import dev.sanad.corpus.ArticleParser;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.Corpus;
import dev.sanad.corpus.ReceivedFolder;
import dev.sanad.corpus.SampleCorpus;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.IndexBusyException;
import dev.sanad.index.IndexException;
import dev.sanad.index.IndexManifest;
import dev.sanad.index.IndexUpdater;
import dev.sanad.index.IndexUpdater.Update;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.VectorSpace;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which roots the index holds, and bringing it up to date. Roots on the command line come before configured ones, those before recorded ones. */
final class Indexing {
    private static final Duration WAIT = Duration.ofMillis(200);

    private final Sanad sanad;
    private final Settings settings;
    private final Analyzers analyzers;
    private final Optional<Embedder> embedder;
    private final ArticleReader reader;
    private final ReceivedFolder received;

    Indexing(Sanad sanad, Settings settings, Analyzers analyzers) {
        this(sanad, settings, analyzers, settings.embedding().map(Embedder::of));
    }

    Indexing(Sanad sanad, Settings settings, Analyzers analyzers, Optional<Embedder> embedder) {
        this.embedder = embedder;
        this.sanad = sanad;
        this.settings = settings;
        this.analyzers = analyzers;
        this.reader = new ArticleReader(settings.corpus().maxFileBytes());
        this.received = new ReceivedFolder(settings.corpus().received(), reader);
    }

    /** The derived index; the store stands beside it. */
    static Path folder(Settings settings) {
        return settings.indexPath().resolve("lucene");
    }

    /** Vectors that were paid for, kept for the next indexing; derived and may be deleted. */
    static Path embeddings(Settings settings) {
        return settings.indexPath().resolve("embeddings");
    }

    /**
     * Builds where no index stands, or the roots differ from the manifest's: the configured ones, or for want of such whether anything was received. Else does not look at the corpus. Where another process is
     * doing so already, waits for it.
     */
    void ensure() {
        boolean told = false;
        while (missing()) {
            try {
                build();
                return;
            } catch (IndexBusyException e) {
                if (!told) {
                    sanad.surroundings()
                            .err()
                            .println("sanad: waiting: "
                                    + Faults.lines(e, "index").getFirst());
                    told = true;
                }
                pause();
            }
        }
    }

    private boolean missing() {
        Optional<IndexManifest> manifest = manifest();
        manifest.ifPresent(this::requireVectors);
        manifest.ifPresent(this::requireGlossary);
        return manifest.isEmpty() || !manifest.get().roots().equals(names(rootsOf(manifest.get())));
    }

    /** Not made here: embedding a corpus anew may take hours and cost money. Without a model, vectors are left unused. */
    private void requireVectors(IndexManifest manifest) {
        if (embedder.isPresent() && !manifest.embeddedIn(space())) {
            throw new Fault(
                    "index %s".formatted(folder(settings)),
                    "its passages have %s, but embedding.model is %s"
                            .formatted(
                                    manifest.embedded()
                                            .map(had -> "vectors of " + had.space())
                                            .orElse("no vectors"),
                                    embedder.get().space()),
                    "run: sanad index, or set embedding.provider to none");
        }
    }

    /** By the wrong glossary a question would miss passages, and nobody would know. */
    private void requireGlossary(IndexManifest manifest) {
        if (!manifest.madeBy(analyzers)) {
            throw new Fault(
                    "index %s".formatted(folder(settings)),
                    "made with another glossary than "
                            + settings.glossary().map(Path::toString).orElse("the packed one alone"),
                    "run: sanad index, or correct index.glossary");
        }
    }

    private Optional<VectorSpace> space() {
        return embedder.map(Embedder::space);
    }

    private void build() {
        Update update = bringUpToDate(List.of(), false);
        if (update.manifest().articles() == 0) {
            throw new Fault(
                    "corpus",
                    "no article was found in " + described(update.manifest()),
                    "name folders with .txt or .md files in corpus.paths");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("index", "interrupted while another process writes it", "run the command again", e);
        }
    }

    /**
     * Updates from {@code paths}, else the configured, else the recorded roots, and from what was received; from the sample while there is none of these.
     */
    Update bringUpToDate(List<Path> paths, boolean rebuild) {
        if (!paths.isEmpty()) {
            return update(paths, rebuild);
        }
        if (!settings.corpus().paths().isEmpty()) {
            return update(settings.corpus().paths(), rebuild);
        }
        return update(recorded(), rebuild);
    }

    /** As {@link #bringUpToDate}, of what was received alone; the sample goes with the first of it, and comes back after the last. */
    void bringReceivedUpToDate() {
        IndexManifest held = manifest()
                .orElseThrow(() -> new Fault("index %s".formatted(folder(settings)), "it is gone", "run: sanad index"));
        List<Path> others = rootsOf(held);
        boolean sample = others.isEmpty() && received.isEmpty();
        if (sample != held.holdsSample()) {
            bringUpToDate(List.of(), false);
        } else if (!sample) {
            Embedding.during(
                    settings,
                    embedder,
                    model -> told(updater(model)
                            .updateRoot(ReceivedFolder.ROOT, received.alone(), names(others), folder(settings))));
        }
    }

    /** What chats gave. */
    ReceivedFolder received() {
        return received;
    }

    /** The configured roots, else the recorded ones, without what was received. */
    private List<Path> rootsOf(IndexManifest manifest) {
        return settings.corpus().paths().isEmpty()
                ? recorded(manifest)
                : settings.corpus().paths();
    }

    private List<Path> recorded(IndexManifest manifest) {
        return manifest.roots().stream()
                .map(Path::of)
                .filter(root -> !root.equals(received.path()))
                .toList();
    }

    /** Never guessed: a damaged index is not to be replaced by the sample corpus. */
    private List<Path> recorded() {
        try {
            return manifest().map(this::recorded).orElse(List.of());
        } catch (IndexException e) {
            throw new Fault(
                    "index %s".formatted(folder(settings)),
                    "what it was made from cannot be read",
                    "name the folders: sanad index --rebuild PATH…, or delete it to begin with the sample corpus",
                    e);
        }
    }

    private Update update(List<Path> paths, boolean rebuild) {
        return Embedding.during(settings, embedder, model -> update(paths, rebuild, model));
    }

    /**
     * Where the index has other vectors than are configured, or was made with another glossary, it is made anew: any passage may hold the words that
     * changed. What was embedded before is taken from the cache.
     */
    private boolean outdated() {
        Optional<IndexManifest> manifest = manifest();
        boolean vectors = manifest.map(held -> !held.embeddedIn(space())).orElse(false);
        boolean glossary = manifest.map(held -> !held.madeBy(analyzers)).orElse(false);
        if (vectors) {
            tell("the settings of the embedding model changed: indexing everything anew");
        } else if (glossary) {
            tell("the glossary of index.glossary changed: indexing everything anew");
        }
        return vectors || glossary;
    }

    private void tell(String what) {
        sanad.surroundings().err().println("sanad: " + what);
    }

    private Update update(List<Path> paths, boolean rebuild, Optional<Embedder> model) {
        List<String> roots = names(paths);
        Corpus corpus = roots.isEmpty() ? new SampleCorpus() : received.beside(paths);
        boolean anew = rebuild || outdated();
        try (ProgressLine progress = ProgressLine.of("indexing", sanad.surroundings())) {
            return told(updater(model).update(corpus, roots, folder(settings), anew, progress::done));
        }
    }

    private IndexUpdater updater(Optional<Embedder> model) {
        return new IndexUpdater(
                analyzers,
                reader,
                new ArticleParser(new LanguageDetector()),
                new PassageSplitter(new SentenceBreaker()),
                model,
                sanad.surroundings().clock());
    }

    private Update told(Update update) {
        update.skipped()
                .forEach(skip ->
                        sanad.surroundings().err().println("sanad: skipped " + Printable.oneLine(skip.reason())));
        return update;
    }

    private Optional<IndexManifest> manifest() {
        return PassageIndex.manifest(folder(settings));
    }

    static String described(IndexManifest manifest) {
        return manifest.holdsSample() ? "the sample corpus" : String.join(", ", manifest.roots());
    }

    /** What a manifest records: {@code paths}, and where what was received lies, if anything was. */
    private List<String> names(List<Path> paths) {
        return Stream.concat(paths.stream(), received.isEmpty() ? Stream.empty() : Stream.of(received.path()))
                .distinct()
                .map(Path::toString)
                .toList();
    }
}
