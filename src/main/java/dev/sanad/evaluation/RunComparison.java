package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two runs over the same judged queries. A query that a run does not rank counts 0 there, as by {@code trec_eval -c}.
 *
 * @param first what the difference is taken from, most often a baseline; {@code second} is what it is of
 * @param firstNdcg10 mean over the queries that have a relevant document
 */
public record RunComparison(
        String first, String second, double firstNdcg10, double secondNdcg10, PairedBootstrap bootstrap) {
    /**
     * Compares two TREC runs by the judgements of data sets, which are taken together as by {@code --mixed} where there are several.
     *
     * @throws EvaluationException where a file cannot be read, nothing is judged, or a run ranks none of the judged queries
     */
    public static RunComparison of(List<Path> folders, Path first, Path second, long seed) {
        DataSets sets = DataSets.read(folders);
        Map<String, Map<String, Integer>> relevant = sets.relevant();
        if (relevant.isEmpty()) {
            throw new EvaluationException(
                    "%s: no query has a relevant document; give a set with judgements".formatted(sets.name()));
        }
        return of(relevant, TrecRun.read(first), TrecRun.read(second), seed);
    }

    /** The baseline against what was measured beside it. */
    static RunComparison of(RetrievalScorecard plain, RetrievalScorecard sanad, long seed) {
        return of(sanad.relevant(), plain.ranked(), sanad.ranked(), seed);
    }

    private static RunComparison of(
            Map<String, Map<String, Integer>> relevant, TrecRun first, TrecRun second, long seed) {
        double[] one = ndcg10(relevant, first);
        double[] other = ndcg10(relevant, second);
        double[] differences = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            differences[i] = other[i] - one[i];
        }
        return new RunComparison(
                first.name(), second.name(), mean(one), mean(other), PairedBootstrap.of(differences, seed));
    }

    private static double[] ndcg10(Map<String, Map<String, Integer>> relevant, TrecRun run) {
        if (relevant.keySet().stream().noneMatch(run.ranked()::containsKey)) {
            throw new EvaluationException(
                    "%s: ranks none of the judged queries; compare runs of this data set".formatted(run.name()));
        }
        return relevant.entrySet().stream()
                .mapToDouble(query -> RankingMetrics.of(
                                run.ranked().getOrDefault(query.getKey(), List.of()), query.getValue())
                        .ndcg10())
                .toArray();
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElseThrow();
    }

    /** For people: one paragraph. */
    public String toText() {
        return String.format(
                Locale.ROOT,
                "nDCG@10 over %d queries: %s %.4f, %s %.4f%n"
                        + "difference %+.4f, 95 %% interval %+.4f to %+.4f, p %.4f (paired bootstrap, %,d resamples)%n",
                bootstrap.queries(),
                first,
                firstNdcg10,
                second,
                secondNdcg10,
                bootstrap.difference(),
                bootstrap.low(),
                bootstrap.high(),
                bootstrap.p(),
                PairedBootstrap.RESAMPLES);
    }

    /** For programs: {@code first, second} as {@code {name, ndcg10}}, {@code queries, difference, low, high, p, resamples}. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("first").put("name", first).put("ndcg10", firstNdcg10);
        json.putObject("second").put("name", second).put("ndcg10", secondNdcg10);
        return json.put("queries", bootstrap.queries())
                .put("difference", bootstrap.difference())
                .put("low", bootstrap.low())
                .put("high", bootstrap.high())
                .put("p", bootstrap.p())
                .put("resamples", PairedBootstrap.RESAMPLES);
    }
}
