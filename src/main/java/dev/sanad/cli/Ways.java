package dev.sanad.cli;

import dev.sanad.retrieval.Via;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways of finding, as the command line calls them. */
final class Ways {
    /** All of them, for the help; a test keeps it true. */
    static final String ALL = "own, numbers, cldr, glossary, sound, dense";

    private Ways() {}

    /** @throws IllegalArgumentException naming all that are none, or where no way would be left */
    static Set<Via> of(List<String> names) {
        String unknown = names.stream()
                .filter(name -> named(name).isEmpty())
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "no way of finding is called %s; write any of %s".formatted(unknown, ALL));
        }
        Set<Via> ways = EnumSet.noneOf(Via.class);
        names.forEach(name -> named(name).ifPresent(ways::add));
        if (ways.size() == Via.values().length) {
            throw new IllegalArgumentException("nothing would be left to find by; leave at least one way in");
        }
        return ways;
    }

    private static Optional<Via> named(String name) {
        return Arrays.stream(Via.values())
                .filter(via -> tag(via).equals(name.strip()))
                .findFirst();
    }

    static String tag(Via via) {
        return via.name().toLowerCase(Locale.ROOT);
    }
}
