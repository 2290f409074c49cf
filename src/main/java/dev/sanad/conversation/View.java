package dev.sanad.conversation;

import dev.sanad.passage.PassageId;
import java.util.Optional;

/**
 * What a key shows.
 *
 * @param marker of the citation; {@link Button#BACK} for the answer itself
 * @param passage of the cited article that is shown instead of the cited one
 */
public record View(int marker, Optional<PassageId> passage, Kind kind) {
    /** Of what is shown. Stored by name. */
    public enum Kind {
        /** The words as they stand. */
        ORIGINAL,
        /** The same, and what they mean in the reader's language. */
        MEANING,
        /** Nothing: the question is asked once more. */
        AGAIN,
        /** The answer, of which this and the following are then thought: see {@link Opinion}. */
        GOOD,
        BAD,
        WRONG,
        UNANSWERED,
        UNSUPPORTED,
        OTHER
    }

    /** The card of a citation, or the answer. */
    public static View of(int marker) {
        return new View(marker, Optional.empty(), Kind.ORIGINAL);
    }

    /** The card of a citation with its meaning. */
    public static View meaning(int marker) {
        return new View(marker, Optional.empty(), Kind.MEANING);
    }

    /** The same citation at another passage of its article. */
    public View at(PassageId other) {
        return new View(marker, Optional.of(other), Kind.ORIGINAL);
    }
}
