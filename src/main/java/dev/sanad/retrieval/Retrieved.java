package dev.sanad.retrieval;

import java.util.List;

/**
 * What a question found.
 *
 * @param ranked best first; near-duplicates stand once
 * @param confidence that the corpus answers the question, 0 to 1; see {@code Confidence} for the rule
 */
public record Retrieved(Question question, List<Evidence> ranked, double confidence) {
    public Retrieved {
        ranked = List.copyOf(ranked);
    }
}
