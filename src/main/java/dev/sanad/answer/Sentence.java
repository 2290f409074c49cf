package dev.sanad.answer;

import java.util.List;

/**
 * One sentence of an answer or a brief.
 *
 * @param text without markers
 * @param citations markers of the citations it rests on, at least one, ascending
 */
public record Sentence(String text, List<Integer> citations) {
    public Sentence {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("a sentence without a citation: no source, no sentence");
        }
    }
}
