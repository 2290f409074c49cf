package dev.sanad.answer;

import dev.sanad.language.Language;
import dev.sanad.retrieval.Narrowing;
import dev.sanad.retrieval.Retrieved;
import dev.sanad.retrieval.Retrieved.Vectors;
import dev.sanad.retrieval.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader should know of how passages were found, before it is known what came of them. */
public final class RetrievalNotes {
    private RetrievalNotes() {}

    /** In the answer's language: which articles the question was read to want, and a model that was away. */
    public static List<Note> of(Retrieved retrieved) {
        Language language = retrieved.question().answerLanguage();
        List<Note> notes = new ArrayList<>();
        Narrowing narrowing = retrieved.narrowing();
        if (!narrowing.isNone()) {
            String code = narrowing.kept() ? "only_articles" : "all_articles";
            notes.add(Note.of(code, language, Map.of("which", which(narrowing, language))));
        }
        if (retrieved.vectors() == Vectors.UNAVAILABLE) {
            notes.add(Note.of("embedding_unavailable", language));
        }
        return List.copyOf(notes);
    }

    /** What {@link #of} says, then {@code later}. */
    public static List<Note> before(List<Note> later, Retrieved retrieved) {
        return Stream.concat(of(retrieved).stream(), later.stream()).toList();
    }

    /** Names and days between semicolons, as a reader of any language takes them in. */
    private static String which(Narrowing narrowing, Language language) {
        Scope scope = narrowing.scope();
        List<String> parts = new ArrayList<>();
        narrowing.outlet().ifPresent(parts::add);
        if (!scope.languages().isEmpty()) {
            parts.add(scope.languages().stream()
                    .sorted()
                    .map(wanted -> LanguageNames.of(wanted, language))
                    .collect(Collectors.joining(", ")));
        }
        if (scope.since().isPresent() || scope.until().isPresent()) {
            String since = scope.since().map(LocalDate::toString).orElse("…");
            String until = scope.until().map(LocalDate::toString).orElse("…");
            parts.add(since.equals(until) ? since : since + " – " + until);
        }
        return String.join("; ", parts);
    }
}
