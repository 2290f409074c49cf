package dev.sanad.retrieval;

import java.util.List;
import java.util.OptionalLong;

/**
 * A gentle prior for newer passages, for questions that ask for what is latest: the newest candidate gains a share of its score, one that is older half of
 * it for each half-life, one without a date nothing. Decision 0010.
 */
final class Recency {
    private static final double GAIN = 0.2;
    private static final double HALF_LIFE_DAYS = 30;

    private Recency() {}

    /** The same by their dates, too, best first, equal ones by passage id. */
    static List<Found> of(List<Found> ranked) {
        OptionalLong newest = ranked.stream()
                .flatMapToLong(found -> found.facts().day().stream())
                .max();
        if (newest.isEmpty()) {
            return ranked;
        }
        return ranked.stream()
                .map(found -> found.scored(found.score() * (1 + gain(found, newest.getAsLong()))))
                .sorted(Found.BEST_FIRST)
                .toList();
    }

    private static double gain(Found found, long newest) {
        OptionalLong day = found.facts().day();
        return day.isEmpty() ? 0 : GAIN * Math.pow(2, (day.getAsLong() - newest) / HALF_LIFE_DAYS);
    }
}
