package dev.sanad.passage;

import dev.sanad.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words whose full stop does not end a sentence, from {@code passage/abbreviations.tsv}, and initials. ICU's own lists are not used: its filter
 * matches them without a word boundary, so that {@code затонул.} is held for {@code ул.} and {@code NATO.} for {@code O.} Immutable and safe for
 * use by many threads.
 */
final class Abbreviations {
    /** Letters with a full stop each: capitals, or any letter of the Arabic script, which has none. */
    private static final Pattern INITIALS = Pattern.compile("(?:[\\p{Lu}[\\p{IsArabic}&&\\p{L}]]\\.-?)+");

    private static final Pattern OPENING = Pattern.compile("^[\\p{Ps}\\p{Pi}\"']+");

    /** Longer than any of the table. */
    private static final int MOST_CHARS = 12;

    private static final Map<String, Set<String>> TABLE = read();

    private Abbreviations() {}

    /** Whether the text from {@code start} to {@code end}, white space after it aside, ends in one on the same line. */
    static boolean end(String text, int start, int end, Language language) {
        int last = end;
        while (last > start && Character.isSpaceChar(text.charAt(last - 1))) {
            last--;
        }
        if (last == start || text.charAt(last - 1) != '.') {
            return false;
        }
        int first = last;
        while (first > start && last - first <= MOST_CHARS && !blank(text.charAt(first - 1))) {
            first--;
        }
        String word = OPENING.matcher(text.substring(first, last)).replaceFirst("");
        return INITIALS.matcher(word).matches()
                || TABLE.getOrDefault(language.tag(), Set.of()).contains(word);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static Map<String, Set<String>> read() {
        try (InputStream in = Abbreviations.class.getResourceAsStream("/passage/abbreviations.tsv")) {
            if (in == null) {
                throw new IllegalStateException("abbreviations.tsv is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> Set.of(cells[1].split(" ", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException("reading abbreviations.tsv", e);
        }
    }
}
