package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Updates on their way to the bot. They are kept until an offset or the webhook's reply confirms them; one poller at a time: a new one ends the one that waits.
 * What a person does makes them; a test may add others by script. Safe for many threads.
 */
public final class Updates {
    /** "If not specified, all update types except chat_member, message_reaction, and message_reaction_count". */
    private static final Set<String> OPTIONAL_KINDS =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private static final int FIRST_ID = 100_000_001;

    private final Guard guard;
    private final TreeMap<Integer, ObjectNode> pending = new TreeMap<>();
    /** All there ever were. */
    private final TreeMap<Integer, ObjectNode> made = new TreeMap<>();

    private int nextId = FIRST_ID;
    private Set<String> allowed = Set.of();
    private long poller;
    private String endedBy = "";
    private String webhook = "";
    private String secret = "";
    private boolean closed;

    Updates(Guard guard) {
        this.guard = guard;
    }

    /** @param kind the documented field of {@code Update} that holds the payload */
    void add(String kind, ObjectNode payload) {
        guard.change(() -> {
            if (allowed.isEmpty() ? !OPTIONAL_KINDS.contains(kind) : allowed.contains(kind)) {
                addAnyhow(kind, payload);
            }
            return pending.size();
        });
    }

    /**
     * Adds an update of any kind and form, wanted or not, known or not, right or not.
     *
     * @return its number
     */
    public int addAnyhow(String kind, JsonNode payload) {
        return guard.change(() -> {
            ObjectNode update = JsonNodeFactory.instance.objectNode().put("update_id", nextId);
            update.set(kind, payload);
            pending.put(nextId, update);
            made.put(nextId, update);
            return nextId++;
        });
    }

    /** The numbers of all updates so far, oldest first. */
    public List<Integer> numbers() {
        return guard.read(() -> List.copyOf(made.keySet()));
    }

    /** Delivers an update once more under its number, though it was confirmed. */
    public void again(int number) {
        guard.change(() -> pending.put(number, Objects.requireNonNull(made.get(number))));
    }

    /** Delivers what an update holds once more under a new number. */
    public int replayed(int number) {
        return guard.change(() -> {
            ObjectNode update = Objects.requireNonNull(made.get(number));
            String kind = update.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !name.equals("update_id"))
                    .findFirst()
                    .orElseThrow();
            return addAnyhow(kind, Objects.requireNonNull(update.get(kind)));
        });
    }

    /** Waits until the bot has confirmed all there are; false where it does not in time. */
    public boolean awaitConfirmed(Duration timeout) {
        return guard.await(timeout, () -> pending.isEmpty() ? Optional.of(true) : Optional.empty())
                .orElse(false);
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

    /** What is next for the webhook, waited for; empty where there is none in time, or no webhook. */
    Optional<Hooked> nextForWebhook(Duration timeout) {
        return guard.await(
                        timeout,
                        () -> pending.isEmpty() || webhook.isEmpty() || closed
                                ? Optional.empty()
                                : Optional.of(pending.firstEntry()))
                .map(first -> new Hooked(first.getKey(), first.getValue().toString(), webhook, secret));
    }

    /** An update on its way to a webhook; where there is no secret it is empty. */
    record Hooked(int number, String body, String address, String secret) {}

    void confirmHooked(int number) {
        guard.change(() -> pending.remove(number));
    }

    /** An empty address removes it. */
    void setWebhook(String address, String secretToken, boolean dropPending, Optional<Set<String>> kinds) {
        guard.change(() -> {
            webhook = address;
            secret = secretToken;
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
