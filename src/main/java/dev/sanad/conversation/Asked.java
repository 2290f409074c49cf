package dev.sanad.conversation;

import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;

/** What a message turned out to ask. */
public sealed interface Asked {
    /** Something to look for. */
    record Clear(Question question) implements Asked {}

    /** No words at all. */
    record Empty(Language language) implements Asked {}

    /**
     * More than a question may hold.
     *
     * @param most that it may hold, in characters
     */
    record TooLong(Language language, int most) implements Asked {}
}
