package dev.sanad.conversation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access by the settings, by what administrators said while the bot ran, which goes before, and for administrators always. Kept in the store, which one process at a time uses. Safe for use by
 * many threads.
 */
public final class Admission implements Access {
    private final Access settings;
    private final Set<Long> admins;
    private final Rows rows;
    private final Map<Long, Boolean> stated = new ConcurrentHashMap<>();

    /** @param admins ids of users */
    public Admission(Access settings, Set<Long> admins, Store store) {
        this.settings = settings;
        this.admins = Set.copyOf(admins);
        this.rows = store.rows();
        rows.useTransaction(handle -> handle.createQuery("select id, allowed from admission")
                .map((row, context) -> Map.entry(row.getLong("id"), row.getBoolean("allowed")))
                .forEach(entry -> stated.put(entry.getKey(), entry.getValue())));
    }

    /** One who was kept out stays out in a group that was let in, and a group that was kept out lets nobody ask. */
    @Override
    public boolean allows(long user, long chat) {
        if (admin(user)) {
            return true;
        }
        if (Boolean.FALSE.equals(stated.get(user)) || Boolean.FALSE.equals(stated.get(chat))) {
            return false;
        }
        return stated.containsKey(user) || stated.containsKey(chat) || settings.allows(user, chat);
    }

    public boolean admin(long user) {
        return admins.contains(user);
    }

    /** Whether what that user sends is taken into the corpus, and out of it. */
    public boolean mayGive(long user) {
        return admin(user);
    }

    /** Lets a user or a group in, or keeps it out, from now on. */
    public void state(long id, boolean allowed) {
        rows.useTransaction(handle -> {
            handle.createUpdate("delete from admission where id = :id")
                    .bind("id", id)
                    .execute();
            handle.createUpdate("insert into admission (id, allowed) values (:id, :allowed)")
                    .bind("id", id)
                    .bind("allowed", allowed)
                    .execute();
        });
        stated.put(id, allowed);
    }
}
