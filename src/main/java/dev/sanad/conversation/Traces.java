package dev.sanad.conversation;

/** All that is stored of a user. Safe for use by many threads. */
public final class Traces {
    private final Store store;

    public Traces(Store store) {
        this.store = store;
    }

    /**
     * Deletes, wherever it was, what the user asked and was shown, and of the private chat with the user the preferences and the inbox; what is being answered in it is kept until it is
     * done. What was spent today stays: deleting it would give the budget back.
     *
     * @param chat where it is asked for: questions of that chat of which it is not known who asked them are deleted, too
     */
    public void forget(long user, long chat) {
        store.rows().useTransaction(handle -> {
            // with their keys, and what the user thinks of them
            handle.createUpdate("delete from shown where user_id = :user")
                    .bind("user", user)
                    .execute();
            handle.createUpdate(
                            "delete from turn where user_id = :user or chat_id = :user or (chat_id = :chat and user_id"
                                    + " = 0)")
                    .bind("user", user)
                    .bind("chat", chat)
                    .execute();
            // Telegram numbers a private chat as its user
            handle.createUpdate("delete from chat where chat_id = :user")
                    .bind("user", user)
                    .execute();
            handle.createUpdate("delete from chosen_model where user_id = :user")
                    .bind("user", user)
                    .execute();
            handle.createUpdate("delete from preference where chat_id = :user")
                    .bind("user", user)
                    .execute();
            handle.createUpdate("delete from room_scope where chat_id = :user")
                    .bind("user", user)
                    .execute();
            handle.createUpdate("delete from inbox where chat_id = :user and state not in ('OPEN', 'SENDING')")
                    .bind("user", user)
                    .execute();
            handle.createUpdate("delete from spent where chat_id = :user and spent_on < :today")
                    .bind("user", user)
                    .bind("today", store.today())
                    .execute();
        });
    }
}
