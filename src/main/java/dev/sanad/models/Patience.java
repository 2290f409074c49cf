package dev.sanad.models;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.time.Duration;

/**
 * How long the hub is waited for.
 *
 * @param tries of one request without progress; pauses double between them
 * @param silence after which a server that sends nothing is given up
 */
public record Patience(int tries, Duration firstPause, Duration silence) {
    public static final Patience USUAL = new Patience(6, Duration.ofSeconds(1), Duration.ofSeconds(60));

    /** Tries again after faults of the network and the server, all of which are {@link IOException}s here. */
    Retry retry() {
        return Retry.of(
                "models",
                RetryConfig.custom()
                        .maxAttempts(tries)
                        .retryOnException(IOException.class::isInstance)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(firstPause, 2, 0.3))
                        .build());
    }
}
