package dev.sanad.conversation;

/** What somebody may do with the bot; each may do what those before it may. */
public enum Role {
    ASKER,
    /** Chooses the language model, too. */
    ANALYST,
    /** Lets others in, too. */
    ADMIN;

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
