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
        static final char[] TRADITIONAL = identity();
        static final Map<String, String> TRADITIONAL_WORDS = words();
        static final boolean[] TRADITIONAL_ONLY = new boolean[LAST - FIRST + 1];
        static final boolean[] SIMPLIFIED_ONLY = new boolean[LAST - FIRST + 1];

        static {
            Map<String, String> rows = read();
            fill(SIMPLIFIED, rows.getOrDefault("simplified", ""));
            fill(TRADITIONAL, rows.getOrDefault("traditional", ""));
            rows.getOrDefault("traditional-only", "")
                    .chars()
                    .forEach(character -> TRADITIONAL_ONLY[character - FIRST] = true);
            rows.getOrDefault("simplified-only", "")
                    .chars()
                    .forEach(character -> SIMPLIFIED_ONLY[character - FIRST] = true);
        }
    }

    private static final int LONGEST_WORD = 3;

    private Hanzi() {}

    static boolean covers(char character) {
        return character >= FIRST && character <= LAST;
    }

    /** The Simplified form of a character; itself where it has none. */
    public static char simplified(char character) {
        return covers(character) ? Table.SIMPLIFIED[character - FIRST] : character;
    }

    /** As {@link #simplified(char)}, all characters of a text. */
    public static String simplified(String text) {
        StringBuilder simplified = new StringBuilder(text.length());
        text.chars().forEach(character -> simplified.append(simplified((char) character)));
        return simplified.toString();
    }

    /** A text of Simplified characters in Traditional ones, by ICU and what {@code language/traditional.tsv} knows better, the longest words first. */
    public static String traditional(String text) {
        StringBuilder traditional = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            String word = word(text, at);
            char first = text.charAt(at);
            traditional.append(Table.TRADITIONAL_WORDS.getOrDefault(
                    word, String.valueOf(covers(first) ? Table.TRADITIONAL[first - FIRST] : first)));
            at += word.length();
        }
        return traditional.toString();
    }

    /** The longest word of the table at {@code at}, else the character. */
    private static String word(String text, int at) {
        for (int length = Math.min(LONGEST_WORD, text.length() - at); length > 1; length--) {
            String word = text.substring(at, at + length);
            if (Table.TRADITIONAL_WORDS.containsKey(word)) {
                return word;
            }
        }
        return text.substring(at, at + 1);
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

    private static void fill(char[] table, String pairs) {
        for (int i = 0; i < pairs.length(); i += 2) {
            table[pairs.charAt(i) - FIRST] = pairs.charAt(i + 1);
        }
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        LanguageTable.lines("traditional.tsv").stream()
                .map(line -> line.split("\t", 2))
                .forEach(cells -> words.put(cells[0], cells[1]));
        return words;
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
