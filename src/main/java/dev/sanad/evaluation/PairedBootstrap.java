package dev.sanad.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether two systems differ over the same queries, by drawing the queries anew with replacement (Sakai 2006; the shift method of Smucker, Allan and
 * Carterette 2007).
 *
 * @param queries that both were measured on
 * @param difference of the means, the second's less the first's
 * @param low the 2.5th percentile of the resampled differences
 * @param high the 97.5th
 * @param p the share of resamples that, were there no difference, would lie as far from zero; two-sided. The difference that was seen counts as one of
 *     them (Davison and Hinkley 1997), so it is never 0
 */
record PairedBootstrap(int queries, double difference, double low, double high, double p) {
    static final int RESAMPLES = 10_000;

    private static final double TAIL = 0.025;

    /** Rounding must not make a tie a difference. */
    private static final double EQUAL = 1e-12;

    /** @param differences one a query, at least one; not changed */
    static PairedBootstrap of(double[] differences, long seed) {
        double seen = Arrays.stream(differences).average().orElseThrow();
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        Arrays.setAll(means, i -> resampled(differences, random));
        Arrays.sort(means);
        long asFar = Arrays.stream(means)
                .filter(mean -> Math.abs(mean - seen) >= Math.abs(seen) - EQUAL)
                .count();
        int below = (int) Math.round(TAIL * RESAMPLES);
        return new PairedBootstrap(
                differences.length,
                seen,
                means[below],
                means[RESAMPLES - 1 - below],
                (asFar + 1) / (double) (RESAMPLES + 1));
    }

    private static double resampled(double[] differences, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            sum += differences[random.nextInt(differences.length)];
        }
        return sum / differences.length;
    }
}
