package dev.sanad.answer;

import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;

/**
 * A sentence of the evidence and how directly it answers.
 *
 * @param score comparable within one question
 */
public record ScoredSentence(Passage passage, Span span, double score) {
    public String text() {
        return span.in(passage.article().text());
    }

    public Language language() {
        return passage.article().language().value();
    }
}
