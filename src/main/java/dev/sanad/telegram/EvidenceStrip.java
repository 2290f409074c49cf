package dev.sanad.telegram;

import dev.sanad.answer.Citation;
import dev.sanad.language.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an answer rests on, on one line: {@code 5 sources: ar 2 · fa 1 · ru 2, Nov 14 – 20, 2025; index as of Nov 22, 2025}. */
final class EvidenceStrip {
    private final Texts texts;

    EvidenceStrip(Texts texts) {
        this.texts = texts;
    }

    /** @param citations at least one; an article that is cited twice is one source */
    List<Node> of(Language language, List<Citation> citations, Instant asOf) {
        Map<String, Citation> sources = citations.stream()
                .collect(Collectors.toMap(
                        citation -> citation.passageId().article() + " " + citation.file(),
                        citation -> citation,
                        (one, again) -> one));
        Optional<String> days = days(language, sources);
        Map<String, Object> arguments = new TreeMap<>(Map.of(
                "count",
                sources.size(),
                "languages",
                Line.HERE,
                "date",
                texts.date(language, LocalDate.ofInstant(asOf, ZoneOffset.UTC))));
        days.ifPresent(words -> arguments.put("days", words));
        String line = texts.text(language, days.isPresent() ? "strip" : "strip.undated", arguments);
        return Line.around(line, List.of(Line.inside(language, languages(sources), Integer.MAX_VALUE)));
    }

    /** In the order of the table of languages. */
    private static String languages(Map<String, Citation> sources) {
        Map<Language, Long> counts = sources.values().stream()
                .collect(Collectors.groupingBy(Citation::language, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> "%s %d".formatted(count.getKey().tag(), count.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> days(Language language, Map<String, Citation> sources) {
        List<LocalDate> days = sources.values().stream()
                .flatMap(citation -> citation.published().stream())
                .map(date -> date.value())
                .sorted(Comparator.naturalOrder())
                .toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(texts.days(language, days.getFirst(), days.getLast()));
    }
}
