package dev.sanad.conversation;

import java.util.Set;

/**
 * Who may do what, by the settings.
 *
 * @param admins ids of users who may always ask, and say who else may
 * @param analysts ids of users who may always ask, and choose the language model
 */
public record Roster(Access access, Set<Long> admins, Set<Long> analysts) {
    public Roster {
        admins = Set.copyOf(admins);
        analysts = Set.copyOf(analysts);
    }

    /** Everybody may ask, and no more. */
    public static Roster anybody() {
        return new Roster(new Access.Open(), Set.of(), Set.of());
    }
}
