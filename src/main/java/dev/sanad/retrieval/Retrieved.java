package dev.sanad.retrieval;

import java.util.List;

/**
 * What a question found.
 *
 * @param ranked best first; near-duplicates stand once
 * @param confidence that the corpus answers the question, 0 to 1, by the rule of {@link Retriever}
 * @param subject to weigh sentences of the evidence by
 */
public record Retrieved(Question question, List<Evidence> ranked, double confidence, Subject subject) {
    public Retrieved {
        ranked = List.copyOf(ranked);
    }
}
