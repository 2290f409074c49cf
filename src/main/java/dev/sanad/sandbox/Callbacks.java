package dev.sanad.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Presses of buttons and what the bot answered to them. Safe for many threads. */
public final class Callbacks {
    /** How long the real server was seen to wait for an answer; the documents name no time. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private static final long FIRST_ID = 4_382_000_000_000_000_001L;

    private final Guard guard;
    private final Clock clock;
    private final Map<String, Instant> open = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private long nextId = FIRST_ID;

    Callbacks(Guard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    /** What the person who pressed gets to see; the text and the address may be empty. */
    public record Answer(String text, boolean alert, String url, Duration cacheTime) {}

    /** What the bot has answered so far to the query that {@link People#press} returned. */
    public Optional<Answer> answer(String queryId) {
        return guard.read(() -> Optional.ofNullable(answers.get(queryId)));
    }

    /**
     * The bot's answer, waited for.
     *
     * @throws IllegalStateException where it does not come in time
     */
    public Answer await(String queryId, Duration timeout) {
        return awaitAnswer(queryId, timeout)
                .orElseThrow(() -> new IllegalStateException(
                        "callback query %s was not answered within %s".formatted(queryId, timeout)));
    }

    Optional<Answer> awaitAnswer(String queryId, Duration timeout) {
        return guard.await(timeout, () -> answer(queryId));
    }

    String ask() {
        return guard.change(() -> {
            String id = String.valueOf(nextId++);
            open.put(id, clock.instant());
            return id;
        });
    }

    /** @throws ApiException 400 where there is no such query, it was answered, or its time is over */
    void answer(String queryId, Answer answer) {
        guard.change(() -> {
            Instant asked = open.remove(queryId);
            if (asked == null || clock.instant().isAfter(asked.plus(ANSWER_WITHIN))) {
                throw ApiException.badRequest("query is too old and response timeout expired or query ID is invalid");
            }
            return answers.put(queryId, answer);
        });
    }
}
