package dev.sanad.conversation;

import java.util.Set;

/** Who may use the bot. */
public sealed interface Access permits Access.Open, Access.AllowList, Admission {
    /** Everybody. */
    record Open() implements Access {
        @Override
        public boolean allows(long user, long chat) {
            return true;
        }
    }

    /**
     * Those listed.
     *
     * @param ids of users, or of groups whose members may all ask, as Telegram numbers them (groups are negative)
     */
    record AllowList(Set<Long> ids) implements Access {
        public AllowList {
            ids = Set.copyOf(ids);
        }

        @Override
        public boolean allows(long user, long chat) {
            return ids.contains(user) || ids.contains(chat);
        }
    }

    boolean allows(long user, long chat);
}
