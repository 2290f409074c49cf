package dev.sanad.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The lines of a table under {@code language/} in the jar, without comments and empty ones. */
final class LanguageTable {
    private LanguageTable() {}

    static List<String> lines(String name) {
        try (InputStream in = LanguageTable.class.getResourceAsStream("/language/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    /** What {@code row} makes of each line, whose first cell is a language's tag; cells stand between tabs. Unmodifiable. */
    static <T> Map<Language, T> rows(String name, BiFunction<Language, String[], T> row) {
        Map<Language, T> rows = new EnumMap<>(Language.class);
        for (String line : lines(name)) {
            String[] cells = line.split("\t", -1);
            Language language = Language.ofTag(cells[0])
                    .orElseThrow(() -> new IllegalStateException("%s: no language %s".formatted(name, cells[0])));
            rows.put(language, row.apply(language, cells));
        }
        return Collections.unmodifiableMap(rows);
    }
}
