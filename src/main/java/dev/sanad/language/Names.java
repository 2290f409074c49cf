package dev.sanad.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

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

    /** Looks ahead at a name: at most places far cheaper than looking behind first. */
    String start() {
        return "(?=" + pattern() + ")";
    }

    Starts starts() {
        return Starts.words(numbers.keySet());
    }

    /**
     * Any of the names, longest first, with one or two spaces where the name has one. Letters that several names begin with are compared once, since
     * a list of names would try each of them.
     */
    String pattern() {
        return pattern(new TreeSet<>(numbers.keySet()));
    }

    /** As {@link #pattern}, without {@code prefix}, which all names begin with. */
    String patternWithout(String prefix) {
        SortedSet<String> endings = new TreeSet<>();
        numbers.keySet().forEach(name -> endings.add(name.substring(prefix.length())));
        return pattern(endings);
    }

    private static String pattern(SortedSet<String> endings) {
        Map<String, SortedSet<String>> byFirst = new TreeMap<>();
        for (String ending : endings) {
            if (!ending.isEmpty()) {
                byFirst.computeIfAbsent(ending.substring(0, 1), unused -> new TreeSet<>())
                        .add(ending.substring(1));
            }
        }
        List<String> branches = new ArrayList<>();
        byFirst.forEach(
                (first, rests) -> branches.add((first.equals(" ") ? " {1,2}" : Pattern.quote(first)) + pattern(rests)));
        if (endings.contains("")) {
            // last, so that the longer name is found
            branches.add("");
        }
        return branches.size() == 1 ? branches.getFirst() : "(?:" + String.join("|", branches) + ")";
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
