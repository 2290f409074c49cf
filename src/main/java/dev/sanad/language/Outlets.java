package dev.sanad.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The outlets of an index that one question may name: by their own names, or by those that {@code language/outlets.tsv} knows for the same outlet.
 * Immutable.
 */
final class Outlets {
    static final Outlets NONE = new Outlets(Map.of());

    private static final Map<String, Set<String>> SAME = same();

    /** What may stand for them, each with a pattern of its forms, longest first. */
    private final Map<String, Set<String>> byForm;

    private Outlets(Map<String, Set<String>> byForm) {
        this.byForm = byForm;
    }

    /** Those of {@code held} that stand somewhere in {@code shape}. */
    static Outlets of(Collection<String> held, CharSequence shape, ScopePhrases phrases) {
        Map<String, Set<String>> byName = new HashMap<>();
        for (String outlet : held) {
            Set<String> names = new HashSet<>(SAME.getOrDefault(bare(outlet), Set.of()));
            names.add(bare(outlet));
            names.forEach(name ->
                    byName.computeIfAbsent(name, unused -> new HashSet<>()).add(outlet));
        }
        Map<String, Set<String>> byForm = new LinkedHashMap<>();
        byName.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getKey().length()))
                .forEach(entry -> {
                    String form = phrases.forms(entry.getKey());
                    if (Pattern.compile(form).matcher(shape).find()) {
                        byForm.put(form, entry.getValue());
                    }
                });
        return new Outlets(byForm);
    }

    /** A pattern of any; empty where there is none. */
    Optional<String> pattern() {
        return byForm.isEmpty() ? Optional.empty() : Optional.of(String.join("|", byForm.keySet()));
    }

    /** As the index holds them. */
    Set<String> meant(String words) {
        return byForm.entrySet().stream()
                .filter(entry -> words.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Set.of());
    }

    private static String bare(String outlet) {
        return outlet.startsWith("the ") ? outlet.substring("the ".length()) : outlet;
    }

    private static Map<String, Set<String>> same() {
        Map<String, Set<String>> same = new HashMap<>();
        for (String line : LanguageTable.lines("outlets.tsv")) {
            Set<String> names = List.of(line.split(" \\| ", -1)).stream()
                    .map(name -> bare(Folding.fold(name)))
                    .collect(Collectors.toSet());
            names.forEach(name -> same.put(name, names));
        }
        return Map.copyOf(same);
    }
}
