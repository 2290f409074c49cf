package dev.sanad.index;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;

/** Leaves a model alone for a while after one failure, so that the next questions do not wait for it; then one question tries it. */
public final class ModelCircuit {
    public static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private static final Duration NEVER_TOO_SLOW = Duration.ofDays(365);

    private ModelCircuit() {}

    /** Closed; calls while it is open throw resilience4j's {@code CallNotPermittedException}. */
    public static CircuitBreaker of(String name, Duration leftAlone) {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(1)
                        .minimumNumberOfCalls(1)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(leftAlone)
                        // a slow reply within its time-out is no failure; the library would count one of a minute as
                        // such
                        .slowCallDurationThreshold(NEVER_TOO_SLOW)
                        .build());
    }
}
