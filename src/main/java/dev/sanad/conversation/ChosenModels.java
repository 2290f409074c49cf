package dev.sanad.conversation;

import java.util.Optional;

/** Which language model is asked first for whom: analysts choose. Kept in the store. Safe for use by many threads. */
public final class ChosenModels {
    private final Rows rows;
    private final Admission admission;

    public ChosenModels(Store store, Admission admission) {
        this.rows = store.rows();
        this.admission = admission;
    }

    public boolean mayChoose(long user) {
        return admission.role(user).atLeast(Role.ANALYST);
    }

    /** What the user chose; empty for the order of the settings, and for one who may not choose any more. */
    public Optional<String> of(long user) {
        if (!mayChoose(user)) {
            return Optional.empty();
        }
        return rows.inTransaction(handle -> handle.createQuery("select name from chosen_model where user_id = :user")
                .bind("user", user)
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Sets what is asked first for the user.
     *
     * @param name in the settings; empty for their order
     */
    public void choose(long user, Optional<String> name) {
        rows.useTransaction(handle -> {
            handle.createUpdate("delete from chosen_model where user_id = :user")
                    .bind("user", user)
                    .execute();
            name.ifPresent(
                    chosen -> handle.createUpdate("insert into chosen_model (user_id, name) values (:user, :name)")
                            .bind("user", user)
                            .bind("name", chosen)
                            .execute());
        });
    }

    /** On whose account the owner of a question asks. */
    public Asker asker(Pressed.Owner owner) {
        return new Asker(owner.chat(), owner.user(), of(owner.user()));
    }
}
