package dev.sanad.evaluation;

import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.Audience;
import dev.sanad.evaluation.RetrievalScorecard.Ranker;
import dev.sanad.evaluation.RetrievalScorecard.Row;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.PlainBm25;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Retriever;
import dev.sanad.retrieval.Support;
import dev.sanad.retrieval.Via;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs the queries of BEIR data sets through the production road: splitter, index, retriever. Safe for use by many threads. */
public final class RetrievalEvaluation {
    /** Enough passages for twenty documents, since several of one document may rank. */
    private static final int PASSAGES = 60;

    private static final int RANKS = 20;

    private final SetIndex indexing;
    private final Function<Set<Via>, Retriever> retrievers;
    private final PlainBm25 plain;
    private final LanguageDetector detector;

    /**
     * Wires the road.
     *
     * @param retrievers the production retriever without some ways of finding
     * @param embedder that the retrievers ask, too; it should remember, so that a second evaluation embeds nothing
     */
    public RetrievalEvaluation(
            PassageSplitter splitter,
            Analyzers analyzers,
            Function<Set<Via>, Retriever> retrievers,
            LanguageDetector detector,
            Optional<Embedder> embedder,
            Clock clock) {
        this.indexing = new SetIndex(splitter, analyzers, detector, embedder, clock);
        this.retrievers = retrievers;
        this.plain = new PlainBm25(analyzers);
        this.detector = detector;
    }

    /** What was measured, and plain BM25 over the same index where it was asked for. */
    public record Measured(RetrievalScorecard sanad, Optional<RetrievalScorecard> plain) {
        /** What Sanad's rankings gain over plain BM25; empty without it, or where nothing is judged. */
        public Optional<RunComparison> gain(long seed) {
            return plain.filter(card -> !card.relevant().isEmpty()).map(card -> RunComparison.of(card, sanad, seed));
        }
    }

    /**
     * Evaluates the sets together in one index. Documents and queries whose id several of them use are called {@code set:id}.
     *
     * @param withPlain asks plain BM25 too, of the same index, each query right after the retriever
     * @param workFolder where the index is built: empty or not there yet; the caller removes it
     * @throws EvaluationException where a set cannot be read, the work folder holds something, or the sets are too small for distractors
     */
    public Measured evaluate(List<Path> folders, RetrievalSetup setup, boolean withPlain, Path workFolder) {
        DataSets sets = DataSets.read(folders);
        Duration built = build(sets, setup, workFolder);
        Retriever retriever = retrievers.apply(setup.without());
        List<Row> rows = new ArrayList<>();
        List<Row> plainRows = new ArrayList<>();
        try (PassageIndex index = PassageIndex.open(workFolder);
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            for (BeirDataSet set : sets.sets()) {
                for (BeirDataSet.Query query : set.queries()) {
                    Asked asked = new Asked(sets, set, query, snapshot);
                    rows.add(retrieved(asked, retriever));
                    if (withPlain) {
                        plainRows.add(plain(asked));
                    }
                }
            }
        }
        return new Measured(
                new RetrievalScorecard(sets.name(), Ranker.SANAD, setup, built, rows),
                withPlain
                        ? Optional.of(new RetrievalScorecard(sets.name(), Ranker.PLAIN, setup, built, plainRows))
                        : Optional.empty());
    }

    private Duration build(DataSets sets, RetrievalSetup setup, Path folder) {
        Optional<Distractors> distractors = setup.distractors() == 0
                ? Optional.empty()
                : Optional.of(Distractors.of(
                        sets, setup.distractors(), PassageGenerator.of(indexing.texts(sets), setup.seed())));
        long began = System.nanoTime();
        indexing.build(sets, distractors, setup.whole(), folder);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** A query of a set, to be asked of an index. */
    private record Asked(DataSets sets, BeirDataSet set, BeirDataSet.Query query, Snapshot snapshot) {
        Row row(Set<ArticleId> found, double confidence, Support support, long nanos) {
            return new Row(
                    set.name(),
                    sets.queries().of(set.name(), query.id()),
                    query.metadata(),
                    found.stream()
                            .map(id -> sets.documents().of(id.root(), id.path()))
                            .limit(RANKS)
                            .toList(),
                    sets.relevant(set, query),
                    confidence,
                    support,
                    nanos);
        }
    }

    private Row retrieved(Asked asked, Retriever retriever) {
        Question question = question(asked);
        long began = System.nanoTime();
        Retrieved retrieved = retriever.retrieve(question, asked.snapshot, PASSAGES);
        long nanos = System.nanoTime() - began;
        if (retrieved.reranking() == Retrieved.Reranking.UNAVAILABLE) {
            throw new EvaluationException(
                    "the reranking model failed on a question, see the log; mend it or set rerank.provider to none");
        }
        return asked.row(documents(retrieved), retrieved.confidence(), retrieved.support(), nanos);
    }

    private Row plain(Asked asked) {
        Question question = question(asked);
        long began = System.nanoTime();
        List<PlainBm25.Hit> hits = plain.search(question, asked.snapshot, PASSAGES);
        long nanos = System.nanoTime() - began;
        Set<ArticleId> documents = new LinkedHashSet<>();
        hits.forEach(hit -> documents.add(hit.passage().article().id()));
        double best = hits.isEmpty() ? 0 : hits.getFirst().score();
        return asked.row(documents, best, Support.NONE, nanos);
    }

    private Question question(Asked asked) {
        String text = asked.query.text();
        return Question.of(text, detector.read(text, Language.ENGLISH));
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
}
