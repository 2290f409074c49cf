package dev.sanad.answer;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.Known;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * Words of a passage that may be quoted: one to three neighbouring sentences, no longer than a quote of the article's language may be.
 *
 * @param span in the article's text of record
 * @param holds what the words say
 * @param sentences how many they are
 */
record Quote(Passage passage, Span span, Claims holds, int sentences) {
    static final int MAX_SENTENCES = 3;

    /** All quotes that a passage offers, from its first sentence on, the shorter first. A single sentence that is too long is cut after a word. */
    static List<Quote> of(Passage passage) {
        Article article = passage.article();
        Language language = article.language().value();
        List<Span> sentences = passage.sentences().stream()
                .map(sentence -> cut(sentence, article.text(), language.quoteChars()))
                .toList();
        List<Claims> claims = Claims.ofArticle(
                article.text(), sentences, language, article.published().map(Known::value));
        List<Quote> quotes = new ArrayList<>();
        for (int first = 0; first < sentences.size(); first++) {
            Claims holds = Claims.NONE;
            for (int last = first; last < Math.min(first + MAX_SENTENCES, sentences.size()); last++) {
                Span span = new Span(
                        sentences.get(first).start(), sentences.get(last).end());
                if (span.length() > language.quoteChars()) {
                    break;
                }
                holds = holds.and(claims.get(last));
                quotes.add(new Quote(passage, span, holds, last - first + 1));
            }
        }
        return quotes;
    }

    boolean sameLanguage(Language language) {
        Language written = passage.article().language().value();
        return written != Language.OTHER && written.analysis() == language.analysis();
    }

    /** Whether both are the same stretch of the same article; passages may overlap. */
    boolean sameWords(Quote other) {
        return passage.article().id().equals(other.passage.article().id()) && span.equals(other.span);
    }

    private static Span cut(Span sentence, String text, int longest) {
        if (sentence.length() <= longest) {
            return sentence;
        }
        int end = sentence.start() + longest;
        int space = end;
        while (space > sentence.start() + longest / 2 && !Character.isWhitespace(text.charAt(space))) {
            space--;
        }
        if (Character.isWhitespace(text.charAt(space))) {
            end = space;
        } else if (Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return new Span(sentence.start(), end);
    }
}
