package dev.sanad.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of months or weekdays with their numbers, as they stand in a {@link Shadow}. Made of a table: one line per number, which comes first, then
 * its names between bars.
 */
final class Names {
    private final Map<String, Integer> numbers = new HashMap<>();

    private Names(String table) {
        table.lines().forEach(line -> {
            String[] cells = line.split("[ |]", 2);
            for (String name : cells[1].split("\\|", -1)) {
                numbers.put(Shadow.of(name.strip()), Integer.valueOf(cells[0]));
            }
        });
    }

    static Names of(String table) {
        return new Names(table);
    }

    /** Looks ahead at one letter that a name begins with: far cheaper than trying each name, or looking behind, at each place of a text. */
    String start() {
        return numbers.keySet().stream()
                .map(name -> name.substring(0, 1))
                .distinct()
                .sorted()
                .collect(Collectors.joining("", "(?=[", "])"));
    }

    /** Any of the names, longest first, with one or two spaces where the name has one. */
    String pattern() {
        return numbers.keySet().stream()
                .sorted(Comparator.comparingInt((String name) -> -name.length()).thenComparing(name -> name))
                .map(name -> Pattern.quote(name).replace(" ", "\\E {1,2}\\Q"))
                .collect(Collectors.joining("|", start() + "(?:", ")"));
    }

    /** The number of a name that {@link #pattern()} matched. */
    int number(String name) {
        Integer number = numbers.get(name.replaceAll(" {2,}", " "));
        if (number == null) {
            throw new IllegalArgumentException("no such name: " + name);
        }
        return number;
    }
}
