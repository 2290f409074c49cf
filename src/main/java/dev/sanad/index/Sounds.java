package dev.sanad.index;

import dev.sanad.language.Language.Analysis;
import dev.sanad.language.NameSound;
import dev.sanad.language.Transcription;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The identifiers of names by their sound, each with its weight: {@code k:}, and {@code q:} as Chinese hears them. */
final class Sounds {
    /** Lower ones for what Chinese hears lost more than they gained (decision 0011). */
    private static final Map<Integer, Double> WEIGHTS = Map.of(3, 0.4, 4, 0.64);

    private static final double LONG_WEIGHT = 0.8;
    private static final int LONGEST_TRANSCRIPTION = 6;

    private Sounds() {}

    /** Of a word written in {@code script}'s language; empty where it is too short. */
    static Map<String, Double> of(String word, Analysis script) {
        Map<String, Double> ids = new LinkedHashMap<>();
        for (String row : NameSound.of(word, script)) {
            ids.put("k:" + row, weight(row));
            ids.put("q:" + NameSound.coarse(row), weight(row));
        }
        return ids;
    }

    /** Of Chinese characters that all transcribe sounds, and of every part of them: where the name ends is not written. */
    static Map<String, Double> transcribed(String characters) {
        Set<String> rows = new LinkedHashSet<>();
        for (int length = Math.min(LONGEST_TRANSCRIPTION, characters.length()); length >= 2; length--) {
            for (int start = 0; start + length <= characters.length(); start++) {
                rows.addAll(Transcription.rows(characters.substring(start, start + length)));
            }
        }
        Map<String, Double> ids = new LinkedHashMap<>();
        rows.forEach(row -> ids.put("q:" + row, weight(row)));
        return ids;
    }

    private static double weight(String row) {
        return WEIGHTS.getOrDefault(row.length(), LONG_WEIGHT);
    }
}
