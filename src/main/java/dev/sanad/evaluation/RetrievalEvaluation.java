package dev.sanad.evaluation;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.Known;
import dev.sanad.index.Analyzers;
import dev.sanad.index.ArticleSink;
import dev.sanad.index.Embedder;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.PassageIndexWriter;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.language.Span;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Retriever;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the queries of BEIR data sets through the production road: splitter, index, retriever. Safe for use by many threads. */
public final class RetrievalEvaluation {
    /** Enough passages for twenty documents, since several of one document may rank. */
    private static final int PASSAGES = 60;

    private static final int RANKS = 20;

    private final PassageSplitter splitter;
    private final Analyzers analyzers;
    private final Retriever retriever;
    private final LanguageDetector detector;
    private final Optional<Embedder> embedder;
    private final Clock clock;

    /** By words alone. */
    public RetrievalEvaluation(
            PassageSplitter splitter,
            Analyzers analyzers,
            Retriever retriever,
            LanguageDetector detector,
            Clock clock) {
        this(splitter, analyzers, retriever, detector, Optional.empty(), clock);
    }

    /**
     * By words and vectors where there is a model.
     *
     * @param embedder that the retriever asks, too; it should remember, so that a second evaluation embeds nothing
     */
    public RetrievalEvaluation(
            PassageSplitter splitter,
            Analyzers analyzers,
            Retriever retriever,
            LanguageDetector detector,
            Optional<Embedder> embedder,
            Clock clock) {
        this.embedder = embedder;
        this.splitter = splitter;
        this.analyzers = analyzers;
        this.retriever = retriever;
        this.detector = detector;
        this.clock = clock;
    }

    /** The sets of one index with the names that their documents and queries have in its run. */
    private record Run(List<BeirDataSet> sets, RunIds documents, RunIds queries) {
        static Run of(List<Path> folders) {
            List<BeirDataSet> sets = BeirDataSet.read(folders);
            return new Run(
                    sets,
                    RunIds.of(sets.stream().map(BeirDataSet::documentIds).toList()),
                    RunIds.of(sets.stream().map(BeirDataSet::queryIds).toList()));
        }

        String name() {
            return String.join("+", sets.stream().map(BeirDataSet::name).toList());
        }

        Map<String, Integer> relevant(BeirDataSet set, String query) {
            Map<String, Integer> relevant = new LinkedHashMap<>();
            set.relevant()
                    .getOrDefault(query, Map.of())
                    .forEach((document, grade) -> relevant.put(documents.of(set.name(), document), grade));
            return relevant;
        }
    }

    /**
     * Evaluates the sets together in one index. Documents and queries whose id several of them use are called {@code set:id}.
     *
     * @param whole documents unsplit, as rivals index them
     * @param workFolder where the index is built: empty or not there yet; the caller removes it
     * @throws EvaluationException where a set cannot be read or the work folder holds something
     */
    public RetrievalScorecard evaluate(List<Path> folders, boolean whole, Path workFolder) {
        Run run = Run.of(folders);
        refuseUsed(workFolder);
        long began = System.nanoTime();
        build(run.sets(), whole, workFolder);
        long built = System.nanoTime();
        // in requests of many, and waited for: a model that is away must not pass for one that finds nothing
        embedder.ifPresent(model -> run.sets()
                .forEach(set -> model.queries(
                        set.queries().stream().map(BeirDataSet.Query::text).toList())));
        List<RetrievalScorecard.Row> rows = new ArrayList<>();
        try (PassageIndex index = PassageIndex.open(workFolder);
                Snapshot snapshot = index.snapshot()) {
            for (BeirDataSet set : run.sets()) {
                for (BeirDataSet.Query query : set.queries()) {
                    rows.add(row(run, set, query, snapshot));
                }
            }
        }
        return new RetrievalScorecard(run.name(), whole, Duration.ofNanos(built - began), rows);
    }

    private static void refuseUsed(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> held = Files.list(folder)) {
            if (held.findAny().isPresent()) {
                throw new EvaluationException("%s is not empty; evaluate in a new folder".formatted(folder));
            }
        } catch (IOException e) {
            throw new EvaluationException("%s cannot be listed; evaluate in a new folder".formatted(folder), e);
        }
    }

    private RetrievalScorecard.Row row(Run run, BeirDataSet set, BeirDataSet.Query query, Snapshot snapshot) {
        Question question = Question.of(query.text(), detector.read(query.text(), Language.ENGLISH));
        long began = System.nanoTime();
        Retrieved retrieved = retriever.retrieve(question, snapshot, PASSAGES);
        long nanos = System.nanoTime() - began;
        return new RetrievalScorecard.Row(
                set.name(),
                run.queries().of(set.name(), query.id()),
                query.metadata(),
                documents(retrieved).stream()
                        .map(id -> run.documents().of(id.root(), id.path()))
                        .limit(RANKS)
                        .toList(),
                run.relevant(set, query.id()),
                retrieved.confidence(),
                retrieved.support(),
                nanos);
    }

    /** Each document by its best passage, once; one that says the same as another stands right after it. */
    private static Set<ArticleId> documents(Retrieved retrieved) {
        Set<ArticleId> documents = new LinkedHashSet<>();
        for (Evidence evidence : retrieved.ranked()) {
            documents.add(evidence.passage().article().id());
            evidence.reprints()
                    .forEach(reprint -> documents.add(reprint.article().id()));
        }
        return documents;
    }

    private void build(List<BeirDataSet> sets, boolean whole, Path folder) {
        try (PassageIndexWriter writer = PassageIndexWriter.open(folder, analyzers, true)) {
            ArticleSink sink = new ArticleSink(writer, embedder);
            for (BeirDataSet set : sets) {
                set.documents().parallelStream().forEach(document -> {
                    Article article = article(set.name(), document);
                    sink.put(article, whole ? splitter.whole(article) : splitter.split(article));
                });
            }
            sink.flush();
            writer.commit(List.of(), clock.instant(), embedder);
        }
    }

    private Article article(String set, BeirDataSet.Document document) {
        String text = document.words();
        Known<Language> language = Language.ofTag(
                        document.metadata().path("lang").asText())
                .map(Known::given)
                .orElseGet(() -> Known.inferred(detector.detect(text).orElse(Language.OTHER)));
        return new Article(
                new ArticleId(set, document.id()),
                Known.given(document.title()),
                Optional.empty(),
                Optional.empty(),
                language,
                Optional.empty(),
                text,
                "",
                text.isEmpty() ? List.of() : List.of(new Span(0, text.length())));
    }
}
