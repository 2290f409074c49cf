package dev.sanad.answer;

import java.util.List;

/**
 * What words of a foreign sentence mean in the reader's language; no translation.
 *
 * @param terms names, dates, numbers and key concepts in the order in which they stand in the sentence, each once, at least one
 */
public record Gloss(List<String> terms) {
    public Gloss {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a gloss without a term");
        }
    }

    /** The terms on one line. */
    public String line() {
        return String.join(" · ", terms);
    }
}
