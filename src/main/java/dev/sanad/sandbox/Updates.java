package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Updates on their way to the bot. They are kept until an offset confirms them; one poller at a time: a new one ends the one that waits. Safe for
 * many threads.
 */
final class Updates {
    /** "If not specified, all update types except chat_member, message_reaction, and message_reaction_count". */
    private static final Set<String> OPTIONAL_KINDS =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private static final int FIRST_ID = 100_000_001;

    private final Guard guard;
    private final TreeMap<Integer, ObjectNode> pending = new TreeMap<>();
    private int nextId = FIRST_ID;
    private Set<String> allowed = Set.of();
    private long poller;
    private String endedBy = "";
    private String webhook = "";
    private boolean closed;

    Updates(Guard guard) {
        this.guard = guard;
    }

    /** @param kind the documented field of {@code Update} that holds the payload */
    void add(String kind, ObjectNode payload) {
        guard.change(() -> {
            if (allowed.isEmpty() ? !OPTIONAL_KINDS.contains(kind) : allowed.contains(kind)) {
                ObjectNode update = JsonNodeFactory.instance.objectNode().put("update_id", nextId);
                update.set(kind, payload);
                pending.put(nextId++, update);
            }
            return pending.size();
        });
    }

    /**
     * The next updates from {@code offset} on, oldest first, after waiting for one. What is below the offset is confirmed and gone; a negative offset
     * keeps only so many of the last.
     *
     * @param kinds the kinds delivered from now on; absent leaves them as they are, empty means the default
     * @throws ApiException 409 where a webhook is set, or another call came while this one waited
     */
    List<ObjectNode> take(int offset, int limit, Duration timeout, Optional<Set<String>> kinds) {
        long mine = guard.change(() -> {
            checkNoWebhook();
            kinds.ifPresent(set -> allowed = Set.copyOf(set));
            confirm(offset);
            return end("terminated by other getUpdates request; make sure that only one bot instance is running");
        });
        Optional<List<ObjectNode>> taken = guard.await(timeout, () -> {
            if (poller != mine) {
                throw ApiException.conflict(endedBy);
            }
            List<ObjectNode> next = pending.values().stream()
                    .limit(limit)
                    .map(ObjectNode::deepCopy)
                    .toList();
            return closed || !next.isEmpty() ? Optional.of(next) : Optional.empty();
        });
        return taken.orElse(List.of());
    }

    private void checkNoWebhook() {
        if (!webhook.isEmpty()) {
            throw ApiException.conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
                            + " first");
        }
    }

    private void confirm(int offset) {
        if (offset >= 0) {
            pending.headMap(offset).clear();
        } else {
            while (pending.size() > -(long) offset) {
                pending.pollFirstEntry();
            }
        }
    }

    private long end(String reason) {
        endedBy = reason;
        poller++;
        return poller;
    }

    /** An empty address removes it. */
    void setWebhook(String address, boolean dropPending, Optional<Set<String>> kinds) {
        guard.change(() -> {
            webhook = address;
            kinds.ifPresent(set -> allowed = Set.copyOf(set));
            if (dropPending) {
                pending.clear();
            }
            return address.isEmpty() ? poller : end("terminated by setWebhook request");
        });
    }

    String webhook() {
        return guard.read(() -> webhook);
    }

    Set<String> allowed() {
        return guard.read(() -> allowed);
    }

    int pendingCount() {
        return guard.read(pending::size);
    }

    /** Lets those that wait go, with nothing. */
    void close() {
        guard.change(() -> closed = true);
    }
}
