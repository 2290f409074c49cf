package dev.sanad.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Traditional and Simplified characters, as {@code language/hanzi.tsv} has them from ICU, whose transliterators are slow, lock and take most of a second to
 * load. Immutable and safe for use by many threads; read at the first Chinese text, so others never wait for it.
 */
public final class Hanzi {
    static final int FIRST = 0x3400;
    static final int LAST = 0x9FFF;

    private static final class Table {
        static final char[] SIMPLIFIED = identity();
        static final boolean[] TRADITIONAL_ONLY = new boolean[LAST - FIRST + 1];
        static final boolean[] SIMPLIFIED_ONLY = new boolean[LAST - FIRST + 1];

        static {
            Map<String, String> rows = read();
            String pairs = rows.getOrDefault("simplified", "");
            for (int i = 0; i < pairs.length(); i += 2) {
                SIMPLIFIED[pairs.charAt(i) - FIRST] = pairs.charAt(i + 1);
            }
            rows.getOrDefault("traditional-only", "")
                    .chars()
                    .forEach(character -> TRADITIONAL_ONLY[character - FIRST] = true);
            rows.getOrDefault("simplified-only", "")
                    .chars()
                    .forEach(character -> SIMPLIFIED_ONLY[character - FIRST] = true);
        }
    }

    private Hanzi() {}

    static boolean covers(char character) {
        return character >= FIRST && character <= LAST;
    }

    /** The Simplified form of a character; itself where it has none. */
    public static char simplified(char character) {
        return covers(character) ? Table.SIMPLIFIED[character - FIRST] : character;
    }

    /** Whether only Traditional text has it: it has a Simplified form and is not in GB 2312, the Simplified set. */
    static boolean traditionalOnly(char character) {
        return covers(character) && Table.TRADITIONAL_ONLY[character - FIRST];
    }

    /** Whether only Simplified text has it: it has a Traditional form and is not in the common part of Big5, the Traditional set. */
    static boolean simplifiedOnly(char character) {
        return covers(character) && Table.SIMPLIFIED_ONLY[character - FIRST];
    }

    private static char[] identity() {
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST + i);
        }
        return table;
    }

    private static Map<String, String> read() {
        Map<String, String> rows = new HashMap<>();
        try (InputStream in = Hanzi.class.getResourceAsStream("/language/hanzi.tsv")) {
            if (in == null) {
                throw new IllegalStateException("language/hanzi.tsv is not in the jar");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(cells -> rows.put(cells[0], cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("reading language/hanzi.tsv", e);
        }
        return rows;
    }
}
