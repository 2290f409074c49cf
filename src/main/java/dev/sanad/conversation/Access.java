package dev.sanad.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    /**
     * Reads the settings {@code telegram.access} ({@code open} or {@code allow-list}) and {@code telegram.allow} (numeric ids).
     *
     * @throws IllegalArgumentException naming the setting, every fault of it and what to do, in one line
     */
    static Access of(String access, List<String> allow) {
        return switch (access.strip()) {
            case "open" -> {
                if (!allow.isEmpty()) {
                    throw new IllegalArgumentException(
                            "telegram.allow: it lists ids but telegram.access is open to everybody: set"
                                    + " telegram.access to allow-list or empty the list");
                }
                yield new Open();
            }
            case "allow-list" -> new AllowList(ids(allow));
            default ->
                throw new IllegalArgumentException(
                        "telegram.access: '%s' is unknown: write open or allow-list".formatted(access));
        };
    }

    private static Set<Long> ids(List<String> allow) {
        Set<Long> ids = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (String id : allow) {
            try {
                ids.add(Long.parseLong(id.strip()));
            } catch (NumberFormatException e) {
                wrong.add(id);
            }
        }
        if (!wrong.isEmpty() || ids.isEmpty()) {
            throw new IllegalArgumentException(
                    "telegram.allow: %s: list the numeric ids of users or groups, separated by commas"
                            .formatted(wrong.isEmpty() ? "it is empty" : "not numbers: " + String.join(", ", wrong)));
        }
        return ids;
    }
}
