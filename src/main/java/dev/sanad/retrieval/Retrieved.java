package dev.sanad.retrieval;

import dev.sanad.passage.PassageId;
import java.util.List;

/**
 * What a question found.
 *
 * @param ranked best first; near-duplicates stand once
 * @param confidence that the corpus answers the question, 0 to 1, by the rule of {@link Retriever}
 * @param support what the confidence rests on
 * @param subject to weigh sentences of the evidence by
 */
public record Retrieved(Question question, List<Evidence> ranked, double confidence, Support support, Subject subject) {
    public Retrieved {
        ranked = List.copyOf(ranked);
    }

    /** The same with only {@code kept} of what was found. */
    public Retrieved with(List<Evidence> kept) {
        return new Retrieved(question, kept, confidence, support, subject);
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
