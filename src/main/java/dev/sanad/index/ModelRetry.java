package dev.sanad.index;

import java.time.Duration;

/** How long to wait before a model is asked again. */
public final class ModelRetry {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private ModelRetry() {}

    /**
     * What the server wants, but at least a pause that doubles with every attempt, and a minute at most.
     *
     * @param attempt the one that failed, from 1
     */
    public static Duration pause(Duration first, int attempt, Throwable fault) {
        Duration doubled = first.multipliedBy(1L << (attempt - 1));
        Duration asked = asked(fault);
        Duration pause = asked.compareTo(doubled) > 0 ? asked : doubled;
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** How long the server wants not to be asked; zero where it does not say. */
    public static Duration asked(Throwable fault) {
        return ModelFault.among(fault, HttpWithin.RefusedException.class)
                .map(HttpWithin.RefusedException::retryAfter)
                .orElse(Duration.ZERO);
    }
}
