package dev.sanad.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What one bot received and has not finished, in the store: each method that writes returns when the rows are committed. An update is recognised when it comes again, by its
 * number or by the number of its message in its chat, for as long as {@link #RECOGNISED}.
 *
 * <p>One process at a time may use the inbox of a bot: what another has not finished it would finish, too. Safe for use by many threads.
 */
public final class Inbox {
    /**
     * How long ended updates are kept. Telegram delivers an update for 24 hours at most (Bot API, "Getting updates"), and may begin to number anew after a week without any.
     */
    public static final Duration RECOGNISED = Duration.ofDays(3);

    /** How often an update is begun again after starts that found it unfinished. */
    public static final int MOST_TRIES = 5;

    private final Rows rows;
    private final Store store;
    private final long bot;

    /** @param bot Telegram's number of the bot */
    public Inbox(Store store, long bot) {
        this.store = store;
        this.rows = store.rows();
        this.bot = bot;
    }

    /**
     * An update that is to be worked off.
     *
     * @param tries how often it was begun again
     * @param sending whether its answer was being sent, so that it may have arrived
     */
    public record Entry(long id, String body, int tries, boolean sending) {}

    /** How an update stands. */
    private enum State {
        OPEN,
        SENDING,
        DONE,
        FAILED,
        UNREADABLE
    }

    /**
     * Keeps what was not received before, all or nothing.
     *
     * @return for each update, in the order given, its entry; empty where it is known
     */
    public synchronized List<Optional<Entry>> keep(List<Received> received) {
        return rows.inTransaction(handle -> {
            List<Optional<Entry>> kept = new ArrayList<>();
            for (Received one : received) {
                kept.add(
                        known(handle, one.update(), one.chat(), one.message().orElse(null))
                                ? Optional.empty()
                                : Optional.of(new Entry(
                                        insert(
                                                handle,
                                                one.update(),
                                                one.chat(),
                                                one.message().orElse(null),
                                                State.OPEN,
                                                one.body()),
                                        one.body(),
                                        0,
                                        false)));
            }
            return kept;
        });
    }

    /** Keeps an update that cannot be read, for people to look at; one that was received before changes nothing. */
    public synchronized void keepUnreadable(int update, String body) {
        rows.useTransaction(handle -> {
            if (!known(handle, update, null, null)) {
                insert(handle, update, null, null, State.UNREADABLE, body);
            }
        });
    }

    /** What was not finished, oldest first. */
    public List<Entry> unfinished() {
        return rows.inTransaction(handle -> handle.createQuery("""
            select id, body, tries, state from inbox
            where bot_id = :bot and state in ('OPEN', 'SENDING') order by id\
            """)
                .bind("bot", bot)
                .map((row, context) -> new Entry(
                        row.getLong("id"),
                        row.getString("body"),
                        row.getInt("tries"),
                        row.getString("state").equals(State.SENDING.name())))
                .list());
    }

    /** Counts one more try. */
    public void begun(Entry entry) {
        rows.useTransaction(handle -> handle.createUpdate("update inbox set tries = tries + 1 where id = :id")
                .bind("id", entry.id())
                .execute());
    }

    /** The answer is sent from now on: until it is {@link #done}, nobody knows whether it arrived. */
    public void sending(Entry entry) {
        rows.useTransaction(handle -> handle.createUpdate("update inbox set state = :state where id = :id")
                .bind("state", State.SENDING)
                .bind("id", entry.id())
                .execute());
    }

    /** It was answered, or needs no answer; its text is dropped. */
    public void done(Entry entry) {
        end(entry, State.DONE);
    }

    /** It could not be answered; its text is dropped. */
    public void failed(Entry entry) {
        end(entry, State.FAILED);
    }

    private void end(Entry entry, State state) {
        rows.useTransaction(handle -> handle.createUpdate("update inbox set state = :state, body = null where id = :id")
                .bind("state", state)
                .bind("id", entry.id())
                .execute());
    }

    /** Forgets what was received longer ago than {@link #RECOGNISED} and is not to be worked off. */
    public void prune() {
        rows.useTransaction(handle -> handle.createUpdate("""
            delete from inbox where bot_id = :bot and state not in ('OPEN', 'SENDING') and received_at < :before\
            """)
                .bind("bot", bot)
                .bind("before", store.now().minus(RECOGNISED))
                .execute());
    }

    private boolean known(Handle handle, int update, @Nullable Long chat, @Nullable Integer message) {
        // apart, so that each is looked up: by "or" all updates of the bot would be read
        return handle.createQuery("""
            select exists (select 1 from inbox where bot_id = :bot and update_id = :update)
                or exists (select 1 from inbox where bot_id = :bot and chat_id = :chat and message_id = :message)\
            """)
                .bind("bot", bot)
                .bind("update", update)
                .bind("chat", chat)
                .bind("message", message)
                .mapTo(Boolean.class)
                .one();
    }

    private long insert(
            Handle handle, int update, @Nullable Long chat, @Nullable Integer message, State state, String body) {
        return handle.createUpdate("""
            insert into inbox (bot_id, update_id, chat_id, message_id, received_at, state, tries, body)
            values (:bot, :update, :chat, :message, :at, :state, 0, :body)\
            """)
                .bind("bot", bot)
                .bind("update", update)
                .bind("chat", chat)
                .bind("message", message)
                .bind("at", store.now())
                .bind("state", state)
                .bind("body", body)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }
}
