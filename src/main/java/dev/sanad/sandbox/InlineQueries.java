package dev.sanad.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What people type after the bot's name in any chat, and the cards that the bot offers them. Safe for many threads. */
public final class InlineQueries {
    private static final long FIRST_ID = 5_382_000_000_000_000_001L;

    private final Queries<Answer> queries;

    InlineQueries(Guard guard, Clock clock) {
        this.queries = new Queries<>(guard, clock, FIRST_ID);
    }

    /**
     * What the person gets to choose from.
     *
     * @param personal whether it may be kept for that person alone
     * @param nextOffset what the next query of the same words carries; empty where there is no more
     * @param button stands above the cards
     */
    public record Answer(
            List<Card> cards, Duration cacheTime, boolean personal, String nextOffset, Optional<StartButton> button) {
        public Answer {
            cards = List.copyOf(cards);
        }
    }

    /** Leads to the private chat with the bot, where pressing START sends {@code /start} and the parameter. */
    public record StartButton(String text, String parameter) {}

    /** An article to choose, and the message that choosing it sends. The description may be empty. */
    public record Card(
            String id,
            String title,
            String description,
            String text,
            List<Entity> entities,
            List<List<Button>> keyboard) {
        public Card {
            entities = List.copyOf(entities);
            keyboard = keyboard.stream().map(List::copyOf).toList();
        }
    }

    /** What the bot has answered so far to the query that {@link People#inlineQuery} returned. */
    public Optional<Answer> answer(String queryId) {
        return queries.answer(queryId);
    }

    /**
     * The bot's answer, waited for.
     *
     * @throws IllegalStateException where it does not come in time
     */
    public Answer await(String queryId, Duration timeout) {
        return queries.awaitAnswer(queryId, timeout)
                .orElseThrow(() -> new IllegalStateException(
                        "inline query %s was not answered within %s".formatted(queryId, timeout)));
    }

    String ask() {
        return queries.ask();
    }

    /** @throws ApiException 400 where there is no such query, it was answered, or its time is over */
    void answer(String queryId, Answer answer) {
        queries.answer(queryId, answer);
    }
}
