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
 * @param sentences what each of them says, in order
 * @param before what the article's title and the sentence before say, for names that the words take up
 */
record Quote(Passage passage, Span span, List<List<Part>> sentences, List<Part> before) {
    static final int MAX_SENTENCES = 3;

    Quote {
        sentences = List.copyOf(sentences);
        before = List.copyOf(before);
    }

    /** All quotes that a passage offers, from its first sentence on, the shorter first. A single sentence that is too long is cut after a word. */
    static List<Quote> of(Passage passage, PartReader reader) {
        Article article = passage.article();
        Language language = article.language().value();
        List<Span> spans = passage.sentences().stream()
                .map(sentence -> cut(sentence, article.text(), language.quoteChars()))
                .toList();
        List<List<Part>> said =
                spans.stream().map(span -> said(article, span, reader)).toList();
        List<Part> title = reader.answer(article.title().value(), language);
        List<Quote> quotes = new ArrayList<>();
        for (int first = 0; first < spans.size(); first++) {
            List<Part> before = new ArrayList<>(title);
            before.addAll(first == 0 ? List.of() : said.get(first - 1));
            for (int last = first; last < Math.min(first + MAX_SENTENCES, spans.size()); last++) {
                Span span = new Span(spans.get(first).start(), spans.get(last).end());
                if (span.length() > language.quoteChars()) {
                    break;
                }
                quotes.add(new Quote(passage, span, said.subList(first, last + 1), before));
            }
        }
        return quotes;
    }

    /** These words of a passage and no others, which lie within one sentence. */
    static Quote of(Passage passage, Span words, PartReader reader) {
        Article article = passage.article();
        Language language = article.language().value();
        List<Part> before = new ArrayList<>(reader.answer(article.title().value(), language));
        passage.sentences().stream()
                .filter(sentence -> sentence.end() <= words.start())
                .reduce((earlier, later) -> later)
                .ifPresent(sentence -> before.addAll(said(article, sentence, reader)));
        return new Quote(passage, words, List.of(said(article, words, reader)), before);
    }

    private static List<Part> said(Article article, Span words, PartReader reader) {
        return reader.article(
                words.in(article.text()),
                article.language().value(),
                article.published().map(Known::value));
    }

    /** The words as they stand. */
    String text() {
        return span.in(passage.article().text());
    }

    boolean single() {
        return sentences.size() == 1;
    }

    /** Whether the quote's own words state {@code part}. */
    boolean states(Part part) {
        return sentences.stream().anyMatch(sentence -> sentence.stream().anyMatch(held -> held.states(part)));
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
