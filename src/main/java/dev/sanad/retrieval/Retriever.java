package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.EmbeddingUnavailableException;
import dev.sanad.index.Snapshot;
import dev.sanad.language.ScopeWords;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Retrieved.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.search.ScoreDoc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the passages that answer a question, in whatever language they stand. Safe for use by many threads.
 *
 * <p>The {@linkplain Confidence confidence} is a chance, from what speaks for the best passage in the question's language and the best in another; with
 * vectors also from how far ahead of others its vector is. It means the same in both modes.
 */
public final class Retriever {
    private static final Logger LOG = LoggerFactory.getLogger(Retriever.class);

    /** Passages looked at for each that is asked for, since near-duplicates fall away. */
    private static final int DEPTH_FACTOR = 2;

    private static final int LEAST_DEPTH = 50;

    /** What a question was read to want is kept where such articles answer it by at least an even chance. */
    private static final double ANSWERED = 0.5;

    private final Analyzers analyzers;
    private final Optional<Embedder> embedder;
    private final Optional<Reranker> reranker;
    private final Set<Via> without;
    private final DenseSearch dense = new DenseSearch();

    /** By words alone. */
    public Retriever(Analyzers analyzers) {
        this(analyzers, Optional.empty(), Optional.empty(), Set.of());
    }

    /**
     * By words, and by vectors where there is a model and the index has its vectors.
     *
     * @param reranker puts the first candidates in its order
     * @param without ways of finding that are left out, to measure what each gives
     */
    public Retriever(Analyzers analyzers, Optional<Embedder> embedder, Optional<Reranker> reranker, Set<Via> without) {
        this.analyzers = analyzers;
        this.embedder = without.contains(Via.DENSE) ? Optional.empty() : embedder;
        this.reranker = reranker;
        this.without = Set.copyOf(without);
    }

    /**
     * The best {@code k} passages in scope, best first, near-duplicates once. Where the question itself says which articles it wants, these are searched,
     * and all in scope only where they answer worse than those and hardly at all: the {@link Narrowing} tells. A model that is away is told in the
     * result, which then does without it.
     *
     * @throws UncheckedIOException where the index cannot be read; an empty list means that nothing was found
     */
    public Retrieved retrieve(Question question, Snapshot snapshot, int k) {
        Reading reading = Reading.of(question, snapshot);
        if (reading.narrowing().isNone()) {
            return found(question, snapshot, k);
        }
        Retrieved wanted = found(reading.question(), snapshot, k);
        if (!wanted.ranked().isEmpty() && wanted.confidence() >= ANSWERED) {
            return wanted.asked(question, reading.narrowing());
        }
        Retrieved all = found(question, snapshot, k);
        boolean keep = !wanted.ranked().isEmpty() && wanted.confidence() >= all.confidence();
        return (keep ? wanted : all).asked(question, reading.narrowing().given(keep));
    }

    private Retrieved found(Question question, Snapshot snapshot, int k) {
        try {
            LexicalSearch lexical = new LexicalSearch(question, snapshot, analyzers, without);
            Scoping scoping = new Scoping(question.scope());
            int reranked = reranker.map(Reranker::depth).orElse(0);
            int least = Math.max(reranked, k * DEPTH_FACTOR);
            int depth = Math.max(LEAST_DEPTH, least);
            Vectors vectors = Vectors.NONE;
            Optional<float[]> vector = Optional.empty();
            if (embedder.isPresent() && dense.possible(snapshot)) {
                vector = vector(question, embedder.get());
                vectors = vector.isPresent() ? Vectors.USED : Vectors.UNAVAILABLE;
            }
            int others = vector.isPresent() ? depth : Math.max(Background.LAST, least);
            List<ScoreDoc> hits = new ArrayList<>(lexical.hits(scoping, depth, others));
            if (vector.isPresent()) {
                hits.addAll(dense.search(vector.get(), snapshot, scoping.filter(), depth));
            }
            List<Found> byWords = lexical.ranked(hits);
            List<Found> ranked = vector.isPresent()
                    ? Fusion.of(byWords, dense.similarities(vector.get(), documents(byWords), snapshot))
                    : byWords;
            Reranked reordered = Reranked.by(reranker, question, ranked, snapshot);
            boolean latest = ScopeWords.askForLatest(question.text(), question.language());
            List<Found> shaped = latest ? Recency.of(reordered.ranked()) : reordered.ranked();
            List<Evidence> evidence = withoutDuplicates(shaped, snapshot, k);
            Subject subject = lexical.subject(analyzers);
            Support support =
                    new Confidence(question, subject, snapshot, analyzers).support(ranked, vector.isPresent());
            return new Retrieved(
                    question,
                    evidence,
                    Confidence.of(support),
                    support,
                    subject,
                    Narrowing.NONE,
                    vectors,
                    reordered.part());
        } catch (IOException e) {
            throw new UncheckedIOException("searching the index", e);
        }
    }

    private static Optional<float[]> vector(Question question, Embedder model) {
        try {
            return Optional.of(model.query(question.text()));
        } catch (EmbeddingUnavailableException e) {
            LOG.warn("{}", e.getMessage());
            return Optional.empty();
        }
    }

    private static int[] documents(List<Found> ranked) {
        return ranked.stream().mapToInt(Found::document).toArray();
    }

    private static List<Evidence> withoutDuplicates(List<Found> ranked, Snapshot snapshot, int k) {
        NearDuplicates<Integer> shown = new NearDuplicates<>();
        List<Found> first = new ArrayList<>();
        List<List<Passage>> reprints = new ArrayList<>();
        for (Found found : ranked) {
            Optional<Integer> original = shown.repeated(found.facts());
            if (original.isPresent()) {
                reprints.get(original.get()).add(snapshot.passage(found.document()));
            } else if (first.size() < k) {
                shown.show(found.facts(), first.size());
                first.add(found);
                reprints.add(new ArrayList<>());
            }
        }
        return IntStream.range(0, first.size())
                .mapToObj(i -> evidence(first.get(i), snapshot, reprints.get(i)))
                .toList();
    }

    private static Evidence evidence(Found found, Snapshot snapshot, List<Passage> reprints) {
        return new Evidence(
                snapshot.passage(found.document()),
                found.score(),
                found.coverage(),
                found.near(),
                found.via(),
                reprints);
    }
}
