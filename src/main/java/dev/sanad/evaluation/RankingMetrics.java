package dev.sanad.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Measures of one ranking against relevance judgements, as {@code trec_eval} computes them.
 *
 * @param ndcg10 normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002), gain = grade
 * @param mrr10 reciprocal rank of the first relevant document among the first ten, else 0
 * @param recall5 relevant ones found among the first five, of min(5, relevant)
 * @param recall20 likewise of twenty
 */
record RankingMetrics(double ndcg10, double mrr10, double recall5, double recall20) {
    static RankingMetrics of(List<String> ranked, Map<String, Integer> relevant) {
        return new RankingMetrics(
                ndcg(ranked, relevant, 10),
                reciprocalRank(ranked, relevant, 10),
                recall(ranked, relevant, 5),
                recall(ranked, relevant, 20));
    }

    static RankingMetrics mean(List<RankingMetrics> all) {
        return new RankingMetrics(
                all.stream().mapToDouble(RankingMetrics::ndcg10).average().orElse(0),
                all.stream().mapToDouble(RankingMetrics::mrr10).average().orElse(0),
                all.stream().mapToDouble(RankingMetrics::recall5).average().orElse(0),
                all.stream().mapToDouble(RankingMetrics::recall20).average().orElse(0));
    }

    private static double ndcg(List<String> ranked, Map<String, Integer> relevant, int depth) {
        double gain = 0;
        for (int i = 0; i < Math.min(depth, ranked.size()); i++) {
            gain += relevant.getOrDefault(ranked.get(i), 0) / log2(i + 2);
        }
        List<Integer> ideal = relevant.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(depth)
                .toList();
        double best = 0;
        for (int i = 0; i < ideal.size(); i++) {
            best += ideal.get(i) / log2(i + 2);
        }
        return best == 0 ? 0 : gain / best;
    }

    private static double reciprocalRank(List<String> ranked, Map<String, Integer> relevant, int depth) {
        for (int i = 0; i < Math.min(depth, ranked.size()); i++) {
            if (relevant.containsKey(ranked.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double recall(List<String> ranked, Map<String, Integer> relevant, int depth) {
        long found = ranked.stream().limit(depth).filter(relevant::containsKey).count();
        int possible = Math.min(depth, relevant.size());
        return possible == 0 ? 0 : (double) found / possible;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
