package dev.sanad.answer;

import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;

/**
 * A sentence of the evidence, or two that follow one another, and how directly it answers.
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

    /** Whether they have words of an article in common. */
    boolean overlaps(ScoredSentence other) {
        return passage.article().id().equals(other.passage.article().id()) && span.overlaps(other.span);
    }
}
