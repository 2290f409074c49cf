package dev.sanad.conversation;

import java.util.List;

/** What was asked and answered in one conversation, bounded by tokens. For one thread at a time. */
public interface History {
    /** Oldest first; empty where nothing was asked yet, or all was forgotten. */
    List<Turn> turns();

    /** Adds the latest turn; the oldest are dropped where the bound is reached. */
    void add(Turn turn);

    /** Forgets all of it. */
    void forget();
}
