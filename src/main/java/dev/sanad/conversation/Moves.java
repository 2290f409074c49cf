package dev.sanad.conversation;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Groups that became supergroups: Telegram gives them another number, by which alone they are known from then on (Bot API, {@code migrate_to_chat_id}). Safe for
 * use by many threads.
 */
public final class Moves {
    /** Whose rows are one for a chat, or a chat and something else. */
    private static final List<String> KEYED_BY_CHAT = List.of("chat", "preference", "room_scope", "spent");

    private static final List<String> OTHERS = List.of("turn", "shown");

    private final Rows rows;

    public Moves(Store store) {
        this.rows = store.rows();
    }

    /** What is kept of {@code from} is of {@code to} from now on; where there is nothing, nothing happens. */
    public void follow(long from, long to) {
        rows.useTransaction(handle -> {
            // no name of a table comes from outside
            for (String table : KEYED_BY_CHAT) {
                handle.createUpdate(
                                "delete from %1$s where chat_id = :to and exists (select 1 from %1$s where chat_id = :from)"
                                        .formatted(table))
                        .bind("from", from)
                        .bind("to", to)
                        .execute();
                move(handle, table, from, to);
            }
            OTHERS.forEach(table -> move(handle, table, from, to));
        });
    }

    private static void move(Handle handle, String table, long from, long to) {
        handle.createUpdate("update %s set chat_id = :to where chat_id = :from".formatted(table))
                .bind("from", from)
                .bind("to", to)
                .execute();
    }
}
