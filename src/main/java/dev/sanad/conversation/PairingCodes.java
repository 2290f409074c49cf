package dev.sanad.conversation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Codes that let somebody in once: opaque, random, of letters, digits, hyphens and underscores, as the links of Telegram bear them. Safe for use by many threads. */
public final class PairingCodes {
    public static final Duration VALID = Duration.ofHours(24);

    private final Store store;

    public PairingCodes(Store store) {
        this.store = store;
    }

    /** A new code. */
    public String issue(Role role) {
        String code = store.key();
        store.rows().useTransaction(handle -> {
            handle.createUpdate("delete from pairing where ends_at < :now")
                    .bind("now", store.now())
                    .execute();
            handle.createUpdate("insert into pairing (code, role, ends_at) values (:code, :role, :end)")
                    .bind("code", code)
                    .bind("role", role)
                    .bind("end", store.now().plus(VALID))
                    .execute();
        });
        return code;
    }

    /**
     * Uses a code up: it is good once, also where two ask at the same time.
     *
     * @param gained whether the role is any gain; the code is left as it is where it is none
     * @return the role; empty where it is no gain, or the code is none, or no longer
     */
    public Optional<Role> redeem(String code, Predicate<Role> gained) {
        return store.rows()
                .inTransaction(handle -> handle.createQuery(
                                "select role from pairing where code = :code and ends_at >= :now for update")
                        .bind("code", code)
                        .bind("now", store.now())
                        .mapTo(Role.class)
                        .findOne()
                        .filter(gained)
                        .filter(role -> handle.createUpdate("delete from pairing where code = :code")
                                        .bind("code", code)
                                        .execute()
                                == 1));
    }
}
