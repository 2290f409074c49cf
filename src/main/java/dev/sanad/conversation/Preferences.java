package dev.sanad.conversation;

import dev.sanad.language.Language;
import dev.sanad.retrieval.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What chats and rooms chose, in the store. Safe for use by many threads. */
public final class Preferences {
    private final Rows rows;

    public Preferences(Store store) {
        this.rows = store.rows();
    }

    /** Of what {@code room_scope} holds; stored by name. */
    private enum Kind {
        LANGUAGE,
        OUTLET,
        SINCE,
        UNTIL
    }

    /** The language that the chat wants to be spoken to in; empty where it is that of its questions. */
    public Optional<Language> language(long chat) {
        return rows.inTransaction(handle -> handle.createQuery("select language from preference where chat_id = :chat")
                        .bind("chat", chat)
                        .mapTo(String.class)
                        .findOne())
                .flatMap(Language::ofTag);
    }

    public void setLanguage(long chat, Optional<Language> language) {
        rows.useTransaction(handle -> {
            handle.createUpdate("delete from preference where chat_id = :chat")
                    .bind("chat", chat)
                    .execute();
            language.ifPresent(
                    chosen -> handle.createUpdate("insert into preference (chat_id, language) values (:chat, :tag)")
                            .bind("chat", chat)
                            .bind("tag", chosen.tag())
                            .execute());
        });
    }

    /** What the room's questions are asked of. */
    public Scope scope(Room room) {
        Map<Kind, Set<String>> wanted = rows.inTransaction(handle -> handle.createQuery(
                        "select kind, wanted from room_scope where chat_id = :chat and thread_id = :thread")
                .bindMethods(room)
                .map((row, context) -> Map.entry(Kind.valueOf(row.getString("kind")), row.getString("wanted")))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
        return new Scope(
                day(wanted, Kind.SINCE),
                day(wanted, Kind.UNTIL),
                wanted.getOrDefault(Kind.OUTLET, Set.of()),
                wanted.getOrDefault(Kind.LANGUAGE, Set.of()).stream()
                        .flatMap(tag -> Language.ofTag(tag).stream())
                        .collect(Collectors.toSet()));
    }

    private static Optional<LocalDate> day(Map<Kind, Set<String>> wanted, Kind kind) {
        return wanted.getOrDefault(kind, Set.of()).stream()
                .map(LocalDate::parse)
                .findFirst();
    }

    /** {@link Scope#ALL} takes every bound away. */
    public void setScope(Room room, Scope scope) {
        rows.useTransaction(handle -> {
            handle.createUpdate("delete from room_scope where chat_id = :chat and thread_id = :thread")
                    .bindMethods(room)
                    .execute();
            PreparedBatch batch = handle.prepareBatch(
                    "insert into room_scope (chat_id, thread_id, kind, wanted) values (:chat, :thread, :kind,"
                            + " :wanted)");
            add(
                    batch,
                    room,
                    Kind.LANGUAGE,
                    scope.languages().stream().map(Language::tag).toList());
            add(batch, room, Kind.OUTLET, List.copyOf(scope.outlets()));
            add(
                    batch,
                    room,
                    Kind.SINCE,
                    scope.since().map(LocalDate::toString).stream().toList());
            add(
                    batch,
                    room,
                    Kind.UNTIL,
                    scope.until().map(LocalDate::toString).stream().toList());
            batch.execute();
        });
    }

    private static void add(PreparedBatch batch, Room room, Kind kind, List<String> wanted) {
        wanted.forEach(one ->
                batch.bindMethods(room).bind("kind", kind).bind("wanted", one).add());
    }
}
