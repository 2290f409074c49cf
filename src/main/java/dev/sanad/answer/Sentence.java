package dev.sanad.answer;

import java.util.List;
import java.util.Optional;

/**
 * One sentence of an answer or a brief.
 *
 * @param text without markers
 * @param citations markers of the citations it rests on, at least one, ascending
 * @param gloss of a sentence quoted in another language than the reader's
 * @param translation of such a sentence
 */
public record Sentence(String text, List<Integer> citations, Optional<Gloss> gloss, Optional<Translation> translation) {
    public Sentence {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("a sentence without a citation: no source, no sentence");
        }
    }

    /** A sentence in the reader's language. */
    public Sentence(String text, List<Integer> citations) {
        this(text, citations, Optional.empty(), Optional.empty());
    }
}
