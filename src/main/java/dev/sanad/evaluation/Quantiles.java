package dev.sanad.evaluation;

import java.util.stream.LongStream;

/** Query times. Immutable. */
final class Quantiles {
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final long[] nanos;

    private Quantiles(long[] nanos) {
        this.nanos = nanos;
    }

    static Quantiles of(LongStream nanos) {
        return new Quantiles(nanos.sorted().toArray());
    }

    /** Milliseconds at {@code quantile} (0 to 1), nearest rank; 0 without queries. */
    double ms(double quantile) {
        if (nanos.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(quantile * nanos.length) - 1;
        return nanos[Math.max(0, rank)] / NANOS_A_MILLISECOND;
    }
}
