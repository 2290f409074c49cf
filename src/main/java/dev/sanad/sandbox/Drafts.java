package dev.sanad.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the bot streams before it sends it, the latest {@value #KEPT} states. Safe for many threads. */
public final class Drafts {
    private static final int KEPT = 10_000;
    /** "A temporary 30-second preview". */
    private static final Duration SHOWN_FOR = Duration.ofSeconds(30);

    private final Guard guard;
    private final Clock clock;
    private final Deque<Draft> kept = new ArrayDeque<>();

    Drafts(Guard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * One state of a draft.
     *
     * @param id of the draft; the next state of the same draft has the same
     * @param text empty where the reader sees "Thinking…"
     */
    public record Draft(SandboxChat chat, int id, String text, List<Entity> entities, Instant at) {
        public Draft {
            entities = List.copyOf(entities);
        }
    }

    void show(SandboxChat chat, int id, FormattedText text) {
        guard.change(() -> {
            if (kept.size() == KEPT) {
                kept.removeFirst();
            }
            return kept.add(new Draft(chat, id, text.text(), text.entities(), clock.instant()));
        });
    }

    /** All states in the chat, oldest first. */
    public List<Draft> in(SandboxChat chat) {
        return guard.read(
                () -> kept.stream().filter(draft -> draft.chat().equals(chat)).toList());
    }

    /** What the reader sees now: the last state, until {@code messages} holds a later one of the bot, or its time is over. */
    public Optional<Draft> now(SandboxChat chat, Chats messages) {
        return guard.read(() -> in(chat).reversed().stream()
                .findFirst()
                .filter(draft -> clock.instant().isBefore(draft.at().plus(SHOWN_FOR)))
                .filter(draft -> messages.sent().stream()
                        .filter(message -> message.chat().equals(chat))
                        .noneMatch(message -> message.date().isAfter(draft.at()))));
    }

    /**
     * The first state in the chat that matches, looked for again after every change.
     *
     * @throws IllegalStateException where none matches in time; it lists the states that there were
     */
    public Draft await(SandboxChat chat, Predicate<Draft> wanted, Duration timeout) {
        return guard.await(timeout, () -> in(chat).stream().filter(wanted).findFirst())
                .orElseThrow(() -> new IllegalStateException("no such draft of the bot within %s; it showed %s"
                        .formatted(timeout, in(chat).stream().map(Draft::text).toList())));
    }
}
