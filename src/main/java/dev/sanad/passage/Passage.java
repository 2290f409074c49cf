package dev.sanad.passage;

import dev.sanad.corpus.Article;
import dev.sanad.language.Span;
import java.util.List;

/**
 * A slice of one article. Offsets are UTF-16 code units into its text of record, end exclusive.
 *
 * @param sentences the passage's sentences in order, without surrounding white space, in the article's offsets; at least one
 */
public record Passage(PassageId id, Article article, int start, int end, List<Span> sentences) {
    public Passage {
        sentences = List.copyOf(sentences);
        if (start < 0 || end <= start || end > article.text().length()) {
            throw new IllegalArgumentException("passage %s: bad span [%d, %d)".formatted(id, start, end));
        }
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("passage %s: no sentence".formatted(id));
        }
        int last = start;
        for (Span sentence : sentences) {
            if (sentence.start() < last || sentence.end() > end) {
                throw new IllegalArgumentException("passage %s: sentence %s outside".formatted(id, sentence));
            }
            last = sentence.end();
        }
    }

    /** The exact original words. */
    public String text() {
        return article.text().substring(start, end);
    }
}
