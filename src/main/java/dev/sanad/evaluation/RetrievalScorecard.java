package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an evaluation found.
 *
 * @param name of the set, or of all that share the index
 * @param rows one a query, in the order of the sets
 */
public record RetrievalScorecard(String name, boolean whole, Duration indexing, List<Row> rows) {
    /**
     * One query.
     *
     * @param ranked document ids, best first, each once, at most twenty
     * @param relevant grades of the relevant ones; empty where the corpus does not answer
     */
    public record Row(
            String id,
            JsonNode metadata,
            List<String> ranked,
            Map<String, Integer> relevant,
            double confidence,
            long nanos) {
        RankingMetrics metrics() {
            return RankingMetrics.of(ranked, relevant);
        }
    }

    public RetrievalScorecard {
        rows = List.copyOf(rows);
    }

    /** Means over the judged queries of each group; a query may be in several. The first group, {@code all}, holds every one. */
    public Map<String, List<Row>> groups() {
        Map<String, List<Row>> groups = new TreeMap<>();
        for (Row row : rows) {
            if (!row.relevant().isEmpty()) {
                for (String group : groupsOf(row.metadata())) {
                    groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(row);
                }
            }
        }
        Map<String, List<Row>> ordered = new LinkedHashMap<>();
        ordered.put("all", groups.getOrDefault("all", List.of()));
        ordered.putAll(groups);
        return ordered;
    }

    private static List<String> groupsOf(JsonNode metadata) {
        List<String> groups = new ArrayList<>(List.of("all"));
        if (metadata.hasNonNull("lang")) {
            groups.add("lang=" + metadata.get("lang").asText());
        }
        if (metadata.hasNonNull("cross")) {
            groups.add("cross=" + metadata.get("cross").asText());
        }
        metadata.path("sample").forEach(sample -> groups.add("sample=" + sample.asText()));
        return groups;
    }

    /** Mean measures of {@code group}. */
    RankingMetrics mean(List<Row> group) {
        return RankingMetrics.mean(group.stream().map(Row::metrics).toList());
    }

    /** Query time in milliseconds at {@code quantile} (0 to 1), nearest rank. */
    double latencyMs(double quantile) {
        long[] sorted = rows.stream().mapToLong(Row::nanos).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(quantile * sorted.length) - 1;
        return sorted[Math.max(0, rank)] / 1e6;
    }

    /**
     * The chance that an answerable question has more confidence than one that is not, ties half (area under the ROC curve, as Mann and
     * Whitney's U); empty where the set does not mark both kinds.
     */
    public java.util.OptionalDouble auroc() {
        List<Row> marked =
                rows.stream().filter(row -> row.metadata().has("answerable")).toList();
        Map<Boolean, List<Row>> kinds = marked.stream()
                .collect(Collectors.partitioningBy(
                        row -> row.metadata().get("answerable").asBoolean()));
        List<Row> answerable = kinds.getOrDefault(true, List.of());
        List<Row> not = kinds.getOrDefault(false, List.of());
        if (answerable.isEmpty() || not.isEmpty()) {
            return java.util.OptionalDouble.empty();
        }
        double wins = 0;
        for (Row yes : answerable) {
            for (Row no : not) {
                int order = Double.compare(yes.confidence(), no.confidence());
                wins += order > 0 ? 1 : order == 0 ? 0.5 : 0;
            }
        }
        return java.util.OptionalDouble.of(wins / answerable.size() / not.size());
    }

    /** The ranking as a TREC run: {@code query Q0 document rank score tag}, score falling with the rank. */
    public String toTrecRun() {
        StringBuilder run = new StringBuilder();
        for (Row row : rows) {
            for (int i = 0; i < row.ranked().size(); i++) {
                run.append(row.id())
                        .append(" Q0 ")
                        .append(row.ranked().get(i))
                        .append(' ')
                        .append(i + 1)
                        .append(' ')
                        .append(row.ranked().size() - i)
                        .append(" sanad\n");
            }
        }
        return run.toString();
    }

    /** One line a query: its id, a tab, the confidence. */
    public String toConfidenceLines() {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(row.id())
                .append('\t')
                .append(String.format(Locale.ROOT, "%.6f", row.confidence()))
                .append('\n'));
        return lines.toString();
    }

    /** For people: a table. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s (%s): %d queries, indexed in %.1f s, query ms p50 %.2f p95 %.2f p99 %.2f%n",
                name,
                whole ? "whole documents" : "passages",
                rows.size(),
                indexing.toMillis() / 1000.0,
                latencyMs(0.5),
                latencyMs(0.95),
                latencyMs(0.99)));
        text.append(
                String.format(Locale.ROOT, "%-20s %6s %8s %8s %7s %7s%n", "", "n", "nDCG@10", "MRR@10", "R@5", "R@20"));
        groups().forEach((group, members) -> {
            RankingMetrics mean = mean(members);
            text.append(String.format(
                    Locale.ROOT,
                    "%-20s %6d %8.4f %8.4f %7.4f %7.4f%n",
                    group,
                    members.size(),
                    mean.ndcg10(),
                    mean.mrr10(),
                    mean.recall5(),
                    mean.recall20()));
        });
        auroc().ifPresent(area ->
                text.append(String.format(Locale.ROOT, "AUROC of the confidence, answerable or not: %.4f%n", area)));
        return text.toString();
    }
}
