package dev.sanad.conversation;

import dev.sanad.passage.PassageId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keys of what cards lead to, made when a card that has them is first shown. */
public final class ViewKeys {
    private final Store store;

    public ViewKeys(Store store) {
        this.store = store;
    }

    /**
     * A key for each of {@code views}, in their order; the same view of the same thing always has the same.
     *
     * @param shownId as in {@link Pressed#shownId}
     */
    public Map<View, String> of(long shownId, List<View> views) {
        return store.rows().inTransaction(handle -> {
            Map<View, String> keys = new LinkedHashMap<>();
            for (View view : views) {
                keys.put(view, find(handle, shownId, view).orElseGet(() -> insert(handle, shownId, view, store.key())));
            }
            return keys;
        });
    }

    private static Optional<String> find(Handle handle, long shownId, View view) {
        return handle.createQuery("""
            select opaque_key from view_key
            where shown_id = :shown and marker = :marker and passage_id = :passage and kind = :kind\
            """)
                .bind("shown", shownId)
                .bind("marker", view.marker())
                .bind("passage", passage(view))
                .bind("kind", view.kind().name())
                .mapTo(String.class)
                .findOne();
    }

    /** Keeps a key that is not known yet, and gives it back. */
    static String insert(Handle handle, long shownId, View view, String key) {
        handle.createUpdate("""
            insert into view_key (opaque_key, shown_id, marker, passage_id, kind)
            values (:key, :shown, :marker, :passage, :kind)\
            """)
                .bind("key", key)
                .bind("shown", shownId)
                .bind("marker", view.marker())
                .bind("passage", passage(view))
                .bind("kind", view.kind().name())
                .execute();
        return key;
    }

    private static String passage(View view) {
        return view.passage().map(PassageId::value).orElse("");
    }

    static Optional<PassageId> passage(String stored) {
        return Optional.of(stored).filter(id -> !id.isEmpty()).map(PassageId::new);
    }
}
