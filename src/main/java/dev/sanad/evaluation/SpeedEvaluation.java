package dev.sanad.evaluation;

import dev.sanad.corpus.Audience;
import dev.sanad.evaluation.SpeedQuestions.Asked;
import dev.sanad.evaluation.SpeedScorecard.Timed;
import dev.sanad.evaluation.SpeedScorecard.Took;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.retrieval.DenseSearch;
import dev.sanad.retrieval.PlainBm25;
import dev.sanad.retrieval.Retriever;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Measures how long indexing and retrieving take over a corpus of a stated size: the documents of data sets, filled up with {@link PassageGenerator
 * generated passages}. Plain BM25 by the same analyzers is asked in turn with the retriever, so that whatever else the machine does falls on both:
 * their ratio is the claim. With a model the documents have its vectors and the generated passages {@link NoisyVectors noisy ones}; questions are embedded before.
 * Not while anything else is measured in the process.
 */
public final class SpeedEvaluation {
    /** What an answer is made of. */
    private static final int PASSAGES = 8;

    /** Times as many questions as are measured, so that the code is compiled before. */
    private static final int WARM_UP = 2;

    private static final int RECALL_QUESTIONS = 50;
    private static final int RECALL_DEPTH = 10;

    /** As the retriever asks for a language. */
    private static final int DENSE_DEPTH = 50;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final SetIndex indexing;
    private final Retriever retriever;
    private final PlainBm25 plain;
    private final LanguageDetector detector;
    private final Optional<Embedder> embedder;

    /**
     * With or without vectors.
     *
     * @param embedder that the retriever asks, too; it should remember, for what embedding takes is not measured
     */
    public SpeedEvaluation(
            PassageSplitter splitter,
            Analyzers analyzers,
            Retriever retriever,
            LanguageDetector detector,
            Optional<Embedder> embedder,
            Clock clock) {
        this.indexing = new SetIndex(splitter, analyzers, detector, embedder, clock);
        this.retriever = retriever;
        this.plain = new PlainBm25(analyzers);
        this.detector = detector;
        this.embedder = embedder;
    }

    /**
     * Measures one size.
     *
     * @param passages that the index is to hold
     * @param queries how many questions are measured, half crossing languages; others of the sets warm up
     * @param work where the index is built, in a folder named after sets, size and seed, or stands from a run before; the caller removes it
     * @throws EvaluationException where a set cannot be read, or the sets hold more passages or fewer questions
     */
    public SpeedScorecard evaluate(List<Path> folders, int passages, int queries, long seed, Path work) {
        DataSets sets = DataSets.read(folders);
        SpeedQuestions questions = SpeedQuestions.of(sets, queries, seed, indexing, detector);
        Path folder = work.resolve(
                "%s-%d-%d%s".formatted(sets.name(), passages, seed, embedder.isPresent() ? "-vectors" : ""));
        Optional<Duration> built = PassageIndex.exists(folder)
                ? Optional.empty()
                : Optional.of(building(sets, distractors(sets, passages, seed), seed, folder));
        embedder.ifPresent(model -> model.queries(
                questions.all().stream().map(asked -> asked.question().text()).toList()));
        try (PassageIndex index = PassageIndex.open(folder);
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            for (int i = 0; i < WARM_UP * queries; i++) {
                timed(questions.others().get(i % questions.others().size()), i, snapshot);
            }
            List<Timed> timed = new ArrayList<>();
            for (Asked asked : questions.measured()) {
                timed.add(timed(asked, timed.size(), snapshot));
            }
            return new SpeedScorecard(
                    snapshot.manifest().passages(),
                    built,
                    bytes(folder),
                    timed,
                    recall(questions.measured(), snapshot));
        }
    }

    private Duration building(DataSets sets, Optional<Distractors> distractors, long seed, Path folder) {
        long began = System.nanoTime();
        if (embedder.isPresent() && distractors.isPresent()) {
            NoisyVectors vectors = new NoisyVectors(vectors(sets, embedder.get()), seed);
            indexing.build(sets, distractors.get(), vectors, folder);
        } else {
            indexing.build(sets, distractors, false, folder);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Map<Language, List<float[]>> vectors(DataSets sets, Embedder model) {
        Map<Language, List<float[]>> vectors = new EnumMap<>(Language.class);
        indexing.texts(sets).forEach((language, texts) -> vectors.put(language, model.passages(texts)));
        return vectors;
    }

    /** Of the ten nearest passages by exact search, how many the graph finds; empty without vectors. */
    private OptionalDouble recall(List<Asked> questions, Snapshot snapshot) {
        if (embedder.isEmpty()) {
            return OptionalDouble.empty();
        }
        DenseSearch dense = new DenseSearch();
        return questions.stream()
                .limit(RECALL_QUESTIONS)
                .map(asked -> embedder.get().query(asked.question().text()))
                .mapToDouble(query -> dense.recall(query, snapshot, DENSE_DEPTH, RECALL_DEPTH))
                .average();
    }

    private Optional<Distractors> distractors(DataSets sets, int passages, long seed) {
        int own = indexing.passages(sets);
        if (own > passages) {
            throw new EvaluationException("%d passages: %s alone makes %d; give a larger size or smaller sets"
                    .formatted(passages, sets.name(), own));
        }
        return indexing.filling(sets, passages - own, seed);
    }

    /** Each is asked first as often: the second finds its articles read. */
    private Timed timed(Asked asked, int turn, Snapshot snapshot) {
        if (turn / 2 % 2 == 0) {
            Took sanad = retrieving(asked, snapshot);
            return new Timed(asked.crossing(), sanad, plainly(asked, snapshot));
        }
        Took plainly = plainly(asked, snapshot);
        return new Timed(asked.crossing(), retrieving(asked, snapshot), plainly);
    }

    private Took retrieving(Asked asked, Snapshot snapshot) {
        return took(() -> retriever.retrieve(asked.question(), snapshot, PASSAGES));
    }

    private Took plainly(Asked asked, Snapshot snapshot) {
        return took(() -> plain.search(asked.question(), snapshot, PASSAGES));
    }

    private static Took took(Runnable work) {
        long began = System.nanoTime();
        long processor = THREADS.getCurrentThreadCpuTime();
        work.run();
        return new Took(System.nanoTime() - began, THREADS.getCurrentThreadCpuTime() - processor);
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("measuring the index", e);
        }
    }
}
