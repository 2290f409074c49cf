package dev.sanad.passage;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Known;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import java.util.List;
import java.util.Optional;

/** Articles of invented text. */
final class Articles {
    private Articles() {}

    /** All of {@code text} is kept. */
    static Article of(String text, Language language) {
        return of(text, language, List.of(new Span(0, text.length())));
    }

    static Article of(String text, Language language, List<Span> kept) {
        return new Article(
                new ArticleId("test", "invented.txt"),
                Known.given("Invented"),
                Optional.empty(),
                Optional.empty(),
                Known.given(language),
                Optional.empty(),
                Audience.ALL,
                text,
                "0".repeat(64),
                kept);
    }

    static List<String> texts(String text, List<Span> spans) {
        return spans.stream().map(span -> span.in(text)).toList();
    }

    /** Text without what separates sentences: white space of every kind and marks of no width. */
    static String inked(String text) {
        return text.replaceAll("[\\s\\p{Z}\\x1C-\\x1F\\uFEFF\\u200B]+", "");
    }
}
