package dev.sanad.retrieval;

import dev.sanad.language.Span;
import dev.sanad.passage.Fingerprint;
import dev.sanad.passage.Passage;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds passages that say again what was already shown: reprints, and articles that hold their text twice. Not safe for use by many threads.
 */
final class NearDuplicates {
    /** A passage is a duplicate when at least this share of its characters stands in sentences already shown. */
    private static final double SHARE = 0.5;

    private final Set<Long> shown = new HashSet<>();

    /** Whether {@code passage} is new; if so it counts as shown. */
    boolean isNew(Passage passage) {
        String text = passage.article().text();
        int chars = 0;
        int repeated = 0;
        Set<Long> own = new HashSet<>();
        for (Span sentence : passage.sentences()) {
            long fingerprint = Fingerprint.of(sentence.in(text));
            chars += sentence.length();
            repeated += shown.contains(fingerprint) ? sentence.length() : 0;
            own.add(fingerprint);
        }
        if (repeated >= SHARE * chars) {
            return false;
        }
        shown.addAll(own);
        return true;
    }
}
