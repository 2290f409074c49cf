package dev.sanad.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Presses of buttons and what the bot answered to them. Safe for many threads. */
public final class Callbacks {
    private static final long FIRST_ID = 4_382_000_000_000_000_001L;

    private final Queries<Answer> queries;

    Callbacks(Guard guard, Clock clock) {
        this.queries = new Queries<>(guard, clock, FIRST_ID);
    }

    /** What the person who pressed gets to see; the text and the address may be empty. */
    public record Answer(String text, boolean alert, String url, Duration cacheTime) {}

    /** What the bot has answered so far to the query that {@link People#press} returned. */
    public Optional<Answer> answer(String queryId) {
        return queries.answer(queryId);
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
        return queries.awaitAnswer(queryId, timeout);
    }

    String ask() {
        return queries.ask();
    }

    /** @throws ApiException 400 where there is no such query, it was answered, or its time is over */
    void answer(String queryId, Answer answer) {
        queries.answer(queryId, answer);
    }
}
