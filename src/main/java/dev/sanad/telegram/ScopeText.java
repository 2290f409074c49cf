package dev.sanad.telegram;

import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Scope;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Scopes in words. */
final class ScopeText {
    private static final int MOST_CHARS = 60;
    private static final int MOST_OUTLETS = 10;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Texts texts;

    ScopeText(Texts texts) {
        this.texts = texts;
    }

    /** {@code Only: العربية · xinhua · from Jan 1, 2026}; of one that bounds nothing, that it does not. */
    List<Node> of(Language line, Scope scope) {
        if (scope.equals(Scope.ALL)) {
            return List.of(Node.text(texts.text(line, "scope.all")));
        }
        List<String> parts = new ArrayList<>();
        scope.languages().stream().sorted().map(Language::displayName).forEach(parts::add);
        List<String> outlets = scope.outlets().stream().sorted().toList();
        outlets.stream().limit(MOST_OUTLETS).forEach(parts::add);
        if (outlets.size() > MOST_OUTLETS) {
            parts.add("…");
        }
        days(line, scope).ifPresent(parts::add);
        List<Node> nodes = new ArrayList<>();
        for (String part : parts) {
            if (!nodes.isEmpty()) {
                nodes.add(Node.text(" · "));
            }
            nodes.add(Line.inside(line, part, MOST_CHARS));
        }
        return Line.around(texts.text(line, "scope.only", Map.of("scope", Line.HERE)), nodes);
    }

    private Optional<String> days(Language line, Scope scope) {
        if (scope.since().isPresent() && scope.until().isPresent()) {
            return Optional.of(
                    texts.days(line, scope.since().get(), scope.until().get()));
        }
        return scope.since()
                .map(day -> texts.text(line, "scope.since", Map.of("date", texts.date(line, day))))
                .or(() -> scope.until()
                        .map(day -> texts.text(line, "scope.until", Map.of("date", texts.date(line, day)))));
    }

    /**
     * What was written after the command: up to two ISO days, tags of languages, and the name of one outlet, in any order; one day begins a period without an end. Empty where it is anything else.
     *
     * @param outlets that there are, folded
     */
    static Optional<Scope> read(String words, List<String> outlets) {
        List<LocalDate> days = new ArrayList<>();
        Set<Language> languages = new TreeSet<>();
        List<String> others = new ArrayList<>();
        for (String word : Folding.fold(words).strip().split(" ", -1)) {
            Optional<Language> language = Language.ofTag(word);
            Optional<LocalDate> day = day(word);
            day.ifPresent(days::add);
            language.ifPresent(languages::add);
            if (day.isEmpty() && language.isEmpty()) {
                others.add(word);
            }
        }
        String outlet = String.join(" ", others);
        if (days.size() > 2 || (!outlet.isEmpty() && !outlets.contains(outlet))) {
            return Optional.empty();
        }
        Collections.sort(days);
        return Optional.of(new Scope(
                days.stream().findFirst(),
                days.size() == 2 ? Optional.of(days.getLast()) : Optional.empty(),
                outlet.isEmpty() ? Set.of() : Set.of(outlet),
                languages));
    }

    private static Optional<LocalDate> day(String word) {
        try {
            return DAY.matcher(word).matches() ? Optional.of(LocalDate.parse(word)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
