package dev.sanad.retrieval;

import dev.sanad.language.Span;
import dev.sanad.passage.Fingerprint;
import dev.sanad.passage.Passage;
import java.util.HashMap;
import java.util.List;
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
    Optional<T> repeated(Passage passage) {
        Map<T, Integer> chars = new HashMap<>();
        int all = 0;
        for (Span sentence : passage.sentences()) {
            T original = shown.get(Fingerprint.of(sentence.in(passage.article().text())));
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
    void show(Passage passage, T original) {
        for (long fingerprint : fingerprints(passage)) {
            shown.putIfAbsent(fingerprint, original);
        }
    }

    private static List<Long> fingerprints(Passage passage) {
        return passage.sentences().stream()
                .map(sentence -> Fingerprint.of(sentence.in(passage.article().text())))
                .toList();
    }
}
