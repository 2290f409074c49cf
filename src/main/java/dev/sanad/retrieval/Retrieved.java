package dev.sanad.retrieval;

import dev.sanad.passage.PassageId;
import java.util.List;

/**
 * What a question found.
 *
 * @param question as it was asked
 * @param ranked best first; near-duplicates stand once
 * @param confidence that the corpus answers the question, 0 to 1, by the rule of {@link Retriever}
 * @param support what the confidence rests on
 * @param narrowing which articles the question itself wants
 * @param vectors whether an embedding model took part
 * @param reranking whether a reranking model took part
 * @param subject to weigh sentences of the evidence by
 */
public record Retrieved(
        Question question,
        List<Evidence> ranked,
        double confidence,
        Support support,
        Subject subject,
        Narrowing narrowing,
        Vectors vectors,
        Reranking reranking) {
    /** The part of an embedding model. */
    public enum Vectors {
        /** No model is configured, or the index has no vectors. */
        NONE,
        USED,
        /** The model gave none: what was found rests on words alone. */
        UNAVAILABLE
    }

    /** The part of a reranking model. */
    public enum Reranking {
        /** No model is configured, or there were not two passages to put in order. */
        NONE,
        USED,
        /** The model gave no scores: the order is that of words and vectors. */
        UNAVAILABLE
    }

    public Retrieved {
        ranked = List.copyOf(ranked);
    }

    /** The same with only {@code kept} of what was found. */
    public Retrieved with(List<Evidence> kept) {
        return new Retrieved(question, kept, confidence, support, subject, narrowing, vectors, reranking);
    }

    /** The same, to a question in other words, with what was read of that. */
    Retrieved asked(Question asked, Narrowing read) {
        return new Retrieved(asked, ranked, confidence, support, subject, read, vectors, reranking);
    }

    /** How many other articles hold what the passage of that id says; 0 where it was not found. */
    public int reprintsOf(PassageId id) {
        return ranked.stream()
                .filter(evidence -> evidence.passage().id().equals(id))
                .findFirst()
                .map(evidence -> (int) evidence.reprints().stream()
                        .map(reprint -> reprint.article().id())
                        .filter(article ->
                                !article.equals(evidence.passage().article().id()))
                        .distinct()
                        .count())
                .orElse(0);
    }
}
