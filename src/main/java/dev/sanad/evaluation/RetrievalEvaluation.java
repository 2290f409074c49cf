package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.Known;
import dev.sanad.index.Analyzers;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.PassageIndexWriter;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Retriever;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs the queries of BEIR data sets through the production road: splitter, index, retriever. */
public final class RetrievalEvaluation {
    /** Enough passages for twenty documents, since several of one document may rank. */
    private static final int PASSAGES = 60;

    private static final int RANKS = 20;

    private final PassageSplitter splitter;
    private final Analyzers analyzers;
    private final Retriever retriever;
    private final Function<String, Optional<Language>> detector;
    private final Clock clock;

    public RetrievalEvaluation(
            PassageSplitter splitter,
            Analyzers analyzers,
            Retriever retriever,
            Function<String, Optional<Language>> detector,
            Clock clock) {
        this.splitter = splitter;
        this.analyzers = analyzers;
        this.retriever = retriever;
        this.detector = detector;
        this.clock = clock;
    }

    /**
     * Evaluates the sets together in one index that is built in {@code workFolder}, which must be empty.
     *
     * @param whole documents unsplit, as rivals index them
     */
    public RetrievalScorecard evaluate(List<Path> folders, boolean whole, Path workFolder) {
        List<BeirDataSet> sets = folders.stream().map(BeirDataSet::read).toList();
        long began = System.nanoTime();
        build(sets, whole, workFolder);
        long built = System.nanoTime();
        List<RetrievalScorecard.Row> rows = new ArrayList<>();
        try (PassageIndex index = PassageIndex.open(workFolder);
                Snapshot snapshot = index.snapshot()) {
            for (BeirDataSet set : sets) {
                for (BeirDataSet.Query query : set.queries()) {
                    rows.add(row(set, query, snapshot));
                }
            }
        }
        String name = String.join("+", sets.stream().map(BeirDataSet::name).toList());
        return new RetrievalScorecard(name, whole, java.time.Duration.ofNanos(built - began), rows);
    }

    private RetrievalScorecard.Row row(BeirDataSet set, BeirDataSet.Query query, Snapshot snapshot) {
        Question question =
                Question.of(query.text(), detector.apply(query.text()).orElse(Language.ENGLISH));
        long began = System.nanoTime();
        Retrieved retrieved = retriever.retrieve(question, snapshot, PASSAGES);
        long nanos = System.nanoTime() - began;
        Set<String> documents = new LinkedHashSet<>();
        for (Evidence evidence : retrieved.ranked()) {
            documents.add(evidence.passage().article().file());
            evidence.reprints()
                    .forEach(reprint -> documents.add(reprint.article().file()));
        }
        List<String> ranked = documents.stream().limit(RANKS).toList();
        return new RetrievalScorecard.Row(
                query.id(),
                query.metadata(),
                ranked,
                set.relevant().getOrDefault(query.id(), Map.of()),
                retrieved.confidence(),
                nanos);
    }

    private void build(List<BeirDataSet> sets, boolean whole, Path folder) {
        try (PassageIndexWriter writer = PassageIndexWriter.open(folder, analyzers, true)) {
            for (BeirDataSet set : sets) {
                set.documents().parallelStream().forEach(document -> {
                    Article article = article(set.name(), document);
                    writer.put(article, whole ? splitter.whole(article) : splitter.split(article));
                });
            }
            writer.commit(List.of(), clock.instant());
        }
    }

    private Article article(String set, BeirDataSet.Document document) {
        JsonNode stated = document.metadata().path("lang");
        Known<Language> language = Language.ofTag(stated.asText())
                .map(Known::given)
                .orElseGet(() -> Known.inferred(detector.apply(document.text()).orElse(Language.OTHER)));
        String text = document.text();
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
