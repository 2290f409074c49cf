package dev.sanad.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access and roles by the settings, by what administrators said while the bot ran, which goes before, and for administrators always. Kept in the store, which one process at a time uses. Safe
 * for use by many threads.
 */
public final class Admission implements Access {
    private final Roster settings;
    private final Rows rows;

    /** Empty for those who are kept out. */
    private final Map<Long, Optional<Role>> stated = new ConcurrentHashMap<>();

    public Admission(Roster settings, Store store) {
        this.settings = settings;
        this.rows = store.rows();
        rows.useTransaction(handle -> handle.createQuery("select id, allowed, role from admission")
                .map((row, context) ->
                        Map.entry(row.getLong("id"), role(row.getBoolean("allowed"), row.getString("role"))))
                .forEach(entry -> stated.put(entry.getKey(), entry.getValue())));
    }

    private static Optional<Role> role(boolean allowed, String role) {
        return allowed ? Optional.of(Role.valueOf(role)) : Optional.empty();
    }

    /** One who was kept out stays out in a group that was let in, and a group that was kept out lets nobody ask. */
    @Override
    public boolean allows(long user, long chat) {
        if (settings.admins().contains(user)) {
            return true;
        }
        if (keptOut(user) || keptOut(chat)) {
            return false;
        }
        return stated.containsKey(user)
                || stated.containsKey(chat)
                || settings.analysts().contains(user)
                || settings.access().allows(user, chat);
    }

    private boolean keptOut(long id) {
        Optional<Role> role = stated.get(id);
        return role != null && role.isEmpty();
    }

    public Role role(long user) {
        if (settings.admins().contains(user)) {
            return Role.ADMIN;
        }
        Optional<Role> role = stated.get(user);
        if (role != null) {
            return role.orElse(Role.ASKER);
        }
        return settings.analysts().contains(user) ? Role.ANALYST : Role.ASKER;
    }

    /** Whether what that user sends is taken into the corpus, and out of it. */
    public boolean mayGive(long user) {
        return role(user).atLeast(Role.ANALYST);
    }

    /** Whether nobody needs to be let in. */
    public boolean open() {
        return settings.access() instanceof Access.Open;
    }

    /**
     * Lets a user or a group in from now on.
     *
     * @param role of a user; of no meaning for a group
     */
    public void letIn(long id, Role role) {
        state(id, Optional.of(role));
    }

    /** Keeps a user or a group out from now on. */
    public void keepOut(long id) {
        state(id, Optional.empty());
    }

    /** A group is treated from now on as it is under another number; until {@link #follow} that is not kept. */
    public void expect(long from, long to) {
        said(from).ifPresent(role -> stated.putIfAbsent(to, role));
    }

    /**
     * Keeps how a group is treated under another number, by the settings, too, unless something else was said of it since.
     *
     * @return whether it is let in, or kept out, by its old number
     */
    public boolean follow(long from, long to) {
        Optional<Optional<Role>> role = said(from).filter(old -> old.equals(stated.getOrDefault(to, old)));
        role.ifPresent(old -> state(to, old));
        return role.isPresent();
    }

    /** Of a group; empty where nobody said anything, and holding nothing where it is kept out. */
    private Optional<Optional<Role>> said(long group) {
        return Optional.ofNullable(stated.get(group))
                .or(() -> Optional.of(Optional.of(Role.ASKER))
                        .filter(listed -> !open() && settings.access().allows(group, group)));
    }

    private void state(long id, Optional<Role> role) {
        rows.useTransaction(handle -> {
            handle.createUpdate("delete from admission where id = :id")
                    .bind("id", id)
                    .execute();
            handle.createUpdate("insert into admission (id, allowed, role) values (:id, :allowed, :role)")
                    .bind("id", id)
                    .bind("allowed", role.isPresent())
                    .bind("role", role.orElse(Role.ASKER))
                    .execute();
        });
        stated.put(id, role);
    }
}
