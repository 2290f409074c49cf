package dev.sanad.retrieval;

import dev.sanad.index.PassageFacts;
import dev.sanad.index.PassageFacts.Print;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds passages that say again what was already shown: reprints, and articles that hold their text twice. Sentences are compared, not whole
 * passages, since the same text is seldom cut at the same places. Not safe for use by many threads.
 *
 * @param <T> what stands for a shown passage
 */
final class NearDuplicates<T> {
    /** A passage is a duplicate when at least this share of its characters stands in sentences of one passage already shown. */
    private static final double SHARE = 0.5;

    private final Map<Long, T> shown = new HashMap<>();

    /** The shown passage that {@code passage} repeats; empty where it is new. */
    Optional<T> repeated(PassageFacts passage) {
        Map<T, Integer> chars = new HashMap<>();
        int all = 0;
        for (Print sentence : passage.sentences()) {
            T original = shown.get(sentence.fingerprint());
            all += sentence.length();
            if (original != null) {
                chars.merge(original, sentence.length(), Integer::sum);
            }
        }
        double enough = SHARE * all;
        return chars.entrySet().stream()
                .filter(entry -> entry.getValue() >= enough)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** From now on {@code passage} is shown, as {@code original}. */
    void show(PassageFacts passage, T original) {
        passage.sentences().forEach(sentence -> shown.putIfAbsent(sentence.fingerprint(), original));
    }
}
