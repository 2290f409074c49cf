package dev.sanad.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people ask by a press or by words behind the bot's name, and what it answered, once and in time. Safe for many threads. */
final class Queries<A> {
    /** How long the real server was seen to wait for an answer; the documents name no time. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private final Guard guard;
    private final Clock clock;
    private final Map<String, Instant> open = new HashMap<>();
    private final Map<String, A> answers = new HashMap<>();
    private long nextId;

    Queries(Guard guard, Clock clock, long firstId) {
        this.guard = guard;
        this.clock = clock;
        this.nextId = firstId;
    }

    String ask() {
        return guard.change(() -> {
            String id = String.valueOf(nextId++);
            open.put(id, clock.instant());
            return id;
        });
    }

    /** @throws ApiException 400 where there is no such query, it was answered, or its time is over */
    void answer(String queryId, A answer) {
        guard.change(() -> {
            Instant asked = open.remove(queryId);
            if (asked == null || clock.instant().isAfter(asked.plus(ANSWER_WITHIN))) {
                throw ApiException.badRequest("query is too old and response timeout expired or query ID is invalid");
            }
            return answers.put(queryId, answer);
        });
    }

    Optional<A> answer(String queryId) {
        return guard.read(() -> Optional.ofNullable(answers.get(queryId)));
    }

    Optional<A> awaitAnswer(String queryId, Duration timeout) {
        return guard.await(timeout, () -> answer(queryId));
    }
}
