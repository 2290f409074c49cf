package dev.sanad.retrieval;

import java.util.ArrayList;
import java.util.List;

/**
 * Words and vectors as one ranking: the sum of both scores, each as a share of the best of its list (a convex combination after Bruch, Gai and Ingber
 * 2023, who find it better than fusion by rank; so it measured here, decision 0007).
 */
final class Fusion {
    private static final double DENSE_WEIGHT = 1;

    private Fusion() {}

    /**
     * The candidates by both, best first, equal ones by passage id.
     *
     * @param ranked by words
     * @param similarities of each, in order; NaN without a vector
     */
    static List<Found> of(List<Found> ranked, double[] similarities) {
        double bestScore = ranked.stream().mapToDouble(Found::score).max().orElse(0);
        double bestSimilarity = 0;
        for (double similarity : similarities) {
            bestSimilarity = Math.max(bestSimilarity, Double.isNaN(similarity) ? 0 : similarity);
        }
        List<Found> fused = new ArrayList<>();
        for (int i = 0; i < similarities.length; i++) {
            double near = Double.isNaN(similarities[i]) ? 0 : similarities[i];
            fused.add(ranked.get(i)
                    .fused(share(ranked.get(i).score(), bestScore) + DENSE_WEIGHT * share(near, bestSimilarity), near));
        }
        fused.sort(Found.BEST_FIRST);
        return fused;
    }

    private static double share(double score, double best) {
        return best <= 0 ? 0 : Math.max(0, score) / best;
    }
}
