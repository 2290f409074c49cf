package dev.sanad.answer;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Known;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageId;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Narrowing;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Subject;
import dev.sanad.retrieval.Support;
import dev.sanad.retrieval.Via;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Invented articles of one passage each, as the retriever would hand them over. */
final class Given {
    private static final Analyzers ANALYZERS = Analyzers.packed();
    static final LocalDate DAY = LocalDate.of(2026, 1, 28);

    private Given() {}

    /** A passage of the given sentences; every name in these tests is invented. */
    static Evidence passage(String file, Language language, String... sentences) {
        return passage(file, language, "Title of " + file, DAY, List.of(sentences));
    }

    static Evidence passage(String file, Language language, String title, LocalDate day, List<String> sentences) {
        StringBuilder text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        for (String sentence : sentences) {
            int start = text.length();
            text.append(sentence);
            spans.add(new Span(start, text.length()));
            text.append(language.chinese() ? "" : " ");
        }
        Article article = new Article(
                new ArticleId("test", file),
                Known.given(title),
                Optional.of(Known.given("The Gazette")),
                Optional.of(Known.given(day)),
                Known.given(language),
                Optional.empty(),
                Audience.ALL,
                text.toString(),
                "0".repeat(64),
                List.of(new Span(0, text.length())));
        PassageId id = new PassageId("%012x.0".formatted(file.hashCode()));
        return new Evidence(
                new Passage(id, article, 0, spans.getLast().end(), spans), 1, 1, 0, Set.of(Via.OWN), List.of());
    }

    static Retrieved found(String question, Language language, Evidence... evidence) {
        return about(question, "", language, evidence);
    }

    /** The evidence under a subject in which every word of {@code about} weighs the same. */
    static Retrieved about(String question, String about, Language language, Evidence... evidence) {
        Map<String, Double> own = new HashMap<>();
        ANALYZERS.terms(about, language).forEach(term -> own.put(term, 1.0));
        return new Retrieved(
                Question.of(question, language),
                List.of(evidence),
                0.9,
                Support.NONE,
                new Subject(language, own, Map.of(), ANALYZERS),
                Narrowing.NONE,
                Retrieved.Vectors.NONE,
                Retrieved.Reranking.NONE);
    }
}
