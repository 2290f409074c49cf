package dev.sanad.conversation;

import java.util.List;
import java.util.Optional;

/** What askers think of what they were shown, in the store: of each the last that was said. What is judged is kept until it is forgotten. Safe for use by many threads. */
public final class Opinions {
    private final Store store;

    public Opinions(Store store) {
        this.store = store;
    }

    /**
     * An opinion and what it is of.
     *
     * @param shown empty where it was kept by another version of this program and can no longer be read
     */
    public record Given(long shownId, Opinion opinion, Optional<Shown> shown) {
        /** For files: it names neither who asked nor where. */
        public String id() {
            return "feedback-" + shownId;
        }
    }

    /** In the place of an earlier one. */
    public void give(long shownId, Opinion opinion) {
        store.rows().useTransaction(handle -> {
            handle.createUpdate("delete from opinion where shown_id = :shown")
                    .bind("shown", shownId)
                    .execute();
            handle.createUpdate("insert into opinion (shown_id, given_at, opinion) values (:shown, :at, :opinion)")
                    .bind("shown", shownId)
                    .bind("at", store.now())
                    .bind("opinion", opinion)
                    .execute();
        });
    }

    public Optional<Opinion> of(long shownId) {
        return store.rows()
                .inTransaction(handle -> handle.createQuery("select opinion from opinion where shown_id = :shown")
                        .bind("shown", shownId)
                        .mapTo(Opinion.class)
                        .findOne());
    }

    /** In the order in which their answers were shown. */
    public List<Given> all() {
        return store.rows()
                .inTransaction(handle -> handle.createQuery("""
                    select shown.id, shown.version, shown.body, opinion.opinion
                    from opinion join shown on shown.id = opinion.shown_id order by shown.id\
                    """)
                        .map((row, context) -> new Given(
                                row.getLong("id"),
                                Opinion.valueOf(row.getString("opinion")),
                                ShownJson.read(row.getInt("version"), row.getString("body"))))
                        .list());
    }
}
