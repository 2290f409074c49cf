package dev.sanad.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Foreign names as Chinese writes them: syllable by syllable with characters that are commonly used for it. Their sounds, in
 * {@link NameSound#coarse}'s alphabet. Immutable and safe for use by many threads.
 */
public final class Transcription {
    private static final Map<Character, String[]> SOUNDS = read();

    private static final int MOST_READINGS = 4;

    private Transcription() {}

    /** Whether names are commonly written with {@code character}, which is Simplified. */
    public static boolean covers(char character) {
        return SOUNDS.containsKey(character);
    }

    /** The rows of consonants that {@code name}, all of whose characters are covered, may stand for; those shorter than a name left out. */
    public static Set<String> rows(String name) {
        Set<String> telling = heard(name);
        telling.removeIf(row -> row.length() < NameSound.SHORTEST);
        return telling;
    }

    /** As {@link #rows}, with those shorter than a name. */
    public static Set<String> heard(String name) {
        List<String> rows = new ArrayList<>(List.of(""));
        for (int i = 0; i < name.length(); i++) {
            List<String> longer = new ArrayList<>();
            for (String sound : SOUNDS.getOrDefault(name.charAt(i), new String[0])) {
                rows.forEach(row -> longer.add(row + heard(row, sound)));
            }
            rows = longer.size() > MOST_READINGS ? longer.subList(0, MOST_READINGS) : longer;
        }
        return new LinkedHashSet<>(rows);
    }

    private static String heard(String row, String sound) {
        boolean vowelOrH = sound.startsWith("A") || sound.startsWith("H");
        return !row.isEmpty() && vowelOrH ? sound.substring(1) : sound;
    }

    private static Map<Character, String[]> read() {
        Map<Character, String[]> sounds = new HashMap<>();
        try (InputStream in = Transcription.class.getResourceAsStream("/language/transcription.tsv")) {
            if (in == null) {
                throw new IllegalStateException("language/transcription.tsv is not in the jar");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(cells -> cells[1].chars()
                            .forEach(character -> sounds.put((char) character, cells[0].split("/", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException("reading language/transcription.tsv", e);
        }
        return Map.copyOf(sounds);
    }
}
