package dev.sanad.index;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.ArticleParser;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.ArticleReader.Read;
import dev.sanad.corpus.Corpus;
import dev.sanad.corpus.CorpusFile;
import dev.sanad.passage.PassageSplitter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings an index up to date with a corpus: new and changed files are put in, unchanged ones not touched, gone ones taken out. */
public final class IndexUpdater {
    private final Analyzers analyzers;
    private final ArticleReader reader;
    private final ArticleParser parser;
    private final PassageSplitter splitter;
    private final Optional<Embedder> embedder;
    private final Clock clock;

    /** For an index that is searched by words alone. */
    public IndexUpdater(
            Analyzers analyzers, ArticleReader reader, ArticleParser parser, PassageSplitter splitter, Clock clock) {
        this(analyzers, reader, parser, splitter, Optional.empty(), clock);
    }

    /**
     * For an index with vectors where there is a model.
     *
     * @param embedder for the passages' vectors; empty for an index that is searched by words alone
     */
    public IndexUpdater(
            Analyzers analyzers,
            ArticleReader reader,
            ArticleParser parser,
            PassageSplitter splitter,
            Optional<Embedder> embedder,
            Clock clock) {
        this.embedder = embedder;
        this.analyzers = analyzers;
        this.reader = reader;
        this.parser = parser;
        this.splitter = splitter;
        this.clock = clock;
    }

    /** Told after each file, from one thread at a time: how many of how many are done. */
    @FunctionalInterface
    public interface Progress {
        void done(int files, int all);
    }

    /**
     * What an update did.
     *
     * @param skipped files that are not articles, sorted by id; what the index held of them is gone
     */
    public record Update(
            int added, int changed, int unchanged, int removed, List<Read.Skipped> skipped, IndexManifest manifest) {
        public Update {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Updates the index in {@code folder} in one commit; until then, and if this is interrupted or killed, readers see the last one.
     *
     * @param roots what the manifest records: absolute paths, none for the sample corpus
     * @param rebuild forget what the index holds
     * @throws IndexException where the index cannot be written, or its vectors are of another model, or what its words
     *     stand for of another glossary, and it is not rebuilt
     * @throws EmbeddingException where the model fails for good; the index stays as it is
     * @throws dev.sanad.corpus.CorpusException where the corpus cannot be listed; the index stays as it is
     */
    public Update update(Corpus corpus, List<String> roots, Path folder, boolean rebuild, Progress progress) {
        return update(corpus, "", roots, folder, rebuild, progress);
    }

    /**
     * As {@link #update}, of the articles of one root: those of others stay as they are, and what is told of articles is told of that root's. Where nothing changed,
     * nothing is committed.
     *
     * @param root as {@link dev.sanad.corpus.ArticleId#root}
     * @param corpus of that root alone
     * @param roots what the manifest records, the others among them
     */
    public Update updateRoot(String root, Corpus corpus, List<String> roots, Path folder) {
        return update(corpus, new ArticleId(root, "").toString(), roots, folder, false, (files, all) -> {});
    }

    private Update update(
            Corpus corpus, String beginning, List<String> roots, Path folder, boolean rebuild, Progress progress) {
        List<CorpusFile> files = corpus.files();
        try (PassageIndexWriter writer = PassageIndexWriter.open(folder, analyzers, rebuild)) {
            Optional<IndexManifest> held = rebuild ? Optional.empty() : PassageIndex.manifest(folder);
            held.ifPresent(manifest -> requireSame(manifest, folder));
            Run run = new Run(writer, beginning, files.size(), progress);
            files.parallelStream().forEach(run::take);
            run.sink.flush();
            int removed = run.removeGone();
            boolean same = run.added.get() + run.changed.get() + removed == 0 && rootsAre(roots, held);
            IndexManifest manifest =
                    !beginning.isEmpty() && same ? held.orElseThrow() : writer.commit(roots, clock.instant(), embedder);
            run.skipped.sort((a, b) -> a.id().toString().compareTo(b.id().toString()));
            return new Update(run.added.get(), run.changed.get(), run.unchanged.get(), removed, run.skipped, manifest);
        }
    }

    private static boolean rootsAre(List<String> roots, Optional<IndexManifest> held) {
        return held.map(IndexManifest::roots).equals(Optional.of(roots));
    }

    /** Vectors of two models in one index would be compared with each other, and identifiers of two glossaries would miss each other. */
    private void requireSame(IndexManifest manifest, Path folder) {
        if (!manifest.embeddedIn(embedder.map(Embedder::space))) {
            throw new IndexException("index %s: its vectors are not of the model configured; run: sanad index --rebuild"
                    .formatted(folder));
        }
        if (!manifest.madeBy(analyzers)) {
            throw new IndexException(
                    "index %s: made with another glossary; run: sanad index --rebuild".formatted(folder));
        }
        manifest.embedded().ifPresent(held -> embedder.ifPresent(model -> model.expect(held.dimension())));
    }

    private final class Run {
        private final PassageIndexWriter writer;
        private final ArticleSink sink;
        private final Map<String, String> before;
        private final int all;
        private final Progress progress;
        private final Set<String> present = Collections.synchronizedSet(new HashSet<>());
        private final List<Read.Skipped> skipped = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger added = new AtomicInteger();
        private final AtomicInteger changed = new AtomicInteger();
        private final AtomicInteger unchanged = new AtomicInteger();
        private int done;

        Run(PassageIndexWriter writer, String beginning, int all, Progress progress) {
            this.writer = writer;
            this.sink = new ArticleSink(writer, embedder);
            this.before = writer.hashes(beginning);
            this.all = all;
            this.progress = progress;
        }

        void take(CorpusFile file) {
            switch (reader.read(file)) {
                case Read.Skipped skip -> skipped.add(skip);
                case Read.Decoded decoded -> put(decoded);
            }
            synchronized (this) {
                progress.done(++done, all);
            }
        }

        private void put(Read.Decoded decoded) {
            String id = decoded.id().toString();
            present.add(id);
            String hash = before.get(id);
            if (decoded.sha256().equals(hash)) {
                unchanged.incrementAndGet();
                return;
            }
            Article article = parser.parse(decoded.id(), decoded.text(), decoded.sha256());
            sink.put(article, splitter.split(article));
            (hash == null ? added : changed).incrementAndGet();
        }

        int removeGone() {
            Set<String> gone = new HashSet<>(before.keySet());
            gone.removeAll(present);
            gone.forEach(writer::remove);
            return gone.size();
        }
    }
}
