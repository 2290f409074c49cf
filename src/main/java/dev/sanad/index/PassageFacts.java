package dev.sanad.index;

import dev.sanad.language.Language;
import java.util.List;
import java.util.OptionalLong;

/**
 * What ranking needs of a passage, read without its text.
 *
 * @param id of the passage
 * @param outlet folded; empty where the article names none
 * @param day published, since the epoch
 * @param sentences their fingerprints with their lengths, in reading order
 */
public record PassageFacts(String id, Language language, String outlet, OptionalLong day, List<Print> sentences) {
    /**
     * A sentence.
     *
     * @param fingerprint equal for sentences that say the same; see {@link dev.sanad.passage.Fingerprint}
     * @param length in UTF-16 units
     */
    public record Print(long fingerprint, int length) {}

    public PassageFacts {
        sentences = List.copyOf(sentences);
    }
}
