package dev.sanad.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.conversation.Inbox;
import dev.sanad.conversation.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commits updates to the inbox and hands on those that are new; what is typed inline is handed on as it comes, and not kept. Safe for use by many threads. */
final class Intake {
    private final Request.Self self;
    private final Inbox inbox;
    private final Dispatch dispatch;
    private final Inline inline;
    private final FaultLog log;

    Intake(Request.Self self, Inbox inbox, Dispatch dispatch, Inline inline, FaultLog log) {
        this.self = self;
        this.inbox = inbox;
        this.dispatch = dispatch;
        this.inline = inline;
        this.log = log;
    }

    /** Of an update that was read. */
    private record Taken(Received received, Incoming.Kept incoming) {}

    /**
     * Returns when all are on disk; what cannot be read is kept as it is and never looked at again.
     *
     * @param updates objects with an {@code update_id}, in the order in which they came
     * @throws RuntimeException where they cannot be kept; then none of those that can be read was handed on
     */
    void take(List<JsonNode> updates) {
        List<Taken> readable =
                updates.stream().flatMap(update -> read(update).stream()).toList();
        List<Optional<Inbox.Entry>> kept =
                inbox.keep(readable.stream().map(Taken::received).toList());
        for (int i = 0; i < kept.size(); i++) {
            Incoming.Kept incoming = readable.get(i).incoming();
            kept.get(i).ifPresent(entry -> dispatch.take(entry, incoming));
        }
    }

    /** Hands on what an earlier run of the bot left unfinished. */
    void resume() {
        List<Inbox.Entry> unfinished = new ArrayList<>(inbox.unfinished());
        long sending = unfinished.stream().filter(Inbox.Entry::sending).count();
        if (!unfinished.isEmpty()) {
            log.warn(
                    "telegram: %d messages were not finished when the bot last ended and are taken up again; answers to %d of them were being sent and may arrive twice"
                            .formatted(unfinished.size(), sending));
        }
        unfinished.forEach(this::resume);
    }

    private void resume(Inbox.Entry entry) {
        try {
            Optional<Incoming.Kept> incoming = Incoming.of(Incoming.READER.readTree(entry.body()), self)
                    .filter(Incoming.Kept.class::isInstance)
                    .map(Incoming.Kept.class::cast);
            incoming.ifPresentOrElse(known -> dispatch.resume(entry, known), () -> inbox.done(entry));
        } catch (JsonProcessingException | RuntimeException e) {
            log.error("an update of an earlier run cannot be read any more", e);
            inbox.failed(entry);
        }
    }

    private Optional<Taken> read(JsonNode update) {
        int id = update.path("update_id").intValue();
        try {
            return Incoming.of(update, self).flatMap(incoming -> switch (incoming) {
                case Incoming.Typed typed -> {
                    inline.take(typed.query());
                    yield Optional.empty();
                }
                case Incoming.Kept kept ->
                    Optional.of(kept)
                            .filter(dispatch::admits)
                            .map(admitted -> new Taken(received(id, admitted, update.toString()), admitted));
            });
        } catch (JsonProcessingException | RuntimeException e) {
            boolean typed = update.has("inline_query");
            log.error("update %d cannot be read: it is %sskipped".formatted(id, typed ? "" : "kept as it is and "), e);
            if (!typed) {
                inbox.keepUnreadable(id, update.toString());
            }
            return Optional.empty();
        }
    }

    private static Received received(int id, Incoming.Kept incoming, String body) {
        return switch (incoming) {
            case Incoming.Words words ->
                new Received(id, words.at().chat(), Optional.of(words.at().message()), body);
            case Incoming.Press press -> new Received(id, press.chat(), Optional.empty(), body);
            case Incoming.Moved moved -> new Received(id, moved.chat(), Optional.of(moved.message()), body);
            // an edit has the number of the message that it changes
            case Incoming.Post post ->
                new Received(
                        id,
                        post.chat(),
                        Optional.of(post.message().getMessageId()).filter(number -> !post.edited()),
                        body);
        };
    }
}
