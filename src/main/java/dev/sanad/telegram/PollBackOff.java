package dev.sanad.telegram;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/** Pauses between polls that failed: half a second, doubling to half a minute, unless the server asks for more. For one polling thread. */
final class PollBackOff implements BackOff {
    private static final IntervalFunction GROWING =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(500), 2, 0.3, Duration.ofSeconds(30));

    private int attempt;
    private Duration atLeast = Duration.ZERO;

    /** For the next pause alone. */
    void atLeast(Duration asked) {
        atLeast = asked;
    }

    @Override
    public void reset() {
        attempt = 0;
    }

    @Override
    public long nextBackOffMillis() {
        // beyond twenty doublings the function would overflow, and the longest pause is long reached
        attempt = Math.min(attempt + 1, 20);
        long pause = Math.max(GROWING.apply(attempt), atLeast.toMillis());
        atLeast = Duration.ZERO;
        return pause;
    }
}
