package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.retrieval.Support;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an evaluation found.
 *
 * @param name of the set, or of all that share the index, joined by {@code +}
 * @param indexing how long building the index took
 * @param rows one a query, in the order of the sets
 */
public record RetrievalScorecard(String name, Ranker ranker, RetrievalSetup setup, Duration indexing, List<Row> rows) {
    /** Who ranked. */
    public enum Ranker {
        SANAD,
        /** The baseline, {@link dev.sanad.retrieval.PlainBm25}. */
        PLAIN;

        /** As runs and JSON call it. */
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One query.
     *
     * @param set the query belongs to
     * @param metadata as the set gives it, or a missing node
     * @param ranked document ids, best first, each once, at most twenty
     * @param relevant grades of the relevant ones; empty where the corpus does not answer or nobody judged
     * @param confidence 0 to 1; of {@link Ranker#PLAIN} the best score, which is no chance
     * @param nanos that retrieving took
     */
    public record Row(
            String set,
            String id,
            JsonNode metadata,
            List<String> ranked,
            Map<String, Integer> relevant,
            double confidence,
            Support support,
            long nanos) {
        public Row {
            ranked = List.copyOf(ranked);
            relevant = Map.copyOf(relevant);
        }

        /** As the metadata mark it. */
        Optional<Boolean> answerable() {
            JsonNode marked = metadata.path("answerable");
            return marked.isBoolean() ? Optional.of(marked.booleanValue()) : Optional.empty();
        }

        RankingMetrics metrics() {
            return RankingMetrics.of(ranked, relevant);
        }
    }

    public RetrievalScorecard {
        rows = List.copyOf(rows);
    }

    /**
     * The queries that have a relevant document, by group; a query may be in several. The first group, {@code all}, holds every one; then by name
     * {@code cross=}, {@code lang=} and {@code sample=} as the metadata say, and {@code set=} where several share the index.
     */
    public Map<String, List<Row>> groups() {
        boolean mixed = rows.stream().map(Row::set).distinct().count() > 1;
        List<Row> all = new ArrayList<>();
        Map<String, List<Row>> named = new TreeMap<>();
        for (Row row : rows) {
            if (!row.relevant().isEmpty()) {
                all.add(row);
                groupsOf(row, mixed)
                        .forEach(group -> named.computeIfAbsent(group, unused -> new ArrayList<>())
                                .add(row));
            }
        }
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        groups.put("all", all);
        groups.putAll(named);
        return groups;
    }

    private static Set<String> groupsOf(Row row, boolean mixed) {
        Set<String> groups = new LinkedHashSet<>();
        for (String field : List.of("cross", "lang", "sample")) {
            JsonNode value = row.metadata().path(field);
            Collection<JsonNode> values = new ArrayList<>();
            (value.isArray() ? value : List.of(value)).forEach(values::add);
            values.stream()
                    .filter(node -> node.isValueNode() && !node.isNull())
                    .forEach(node -> groups.add(field + "=" + node.asText()));
        }
        if (mixed) {
            groups.add("set=" + row.set());
        }
        return groups;
    }

    /** Mean measures of {@code group}. */
    RankingMetrics mean(List<Row> group) {
        return RankingMetrics.mean(group.stream().map(Row::metrics).toList());
    }

    /** Relevance grades by query id, of the queries that have any. */
    Map<String, Map<String, Integer>> relevant() {
        Map<String, Map<String, Integer>> relevant = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.relevant().isEmpty()).forEach(row -> relevant.put(row.id(), row.relevant()));
        return relevant;
    }

    /** The rankings as a run of the ranker's name. */
    TrecRun ranked() {
        Map<String, List<String>> ranked = new LinkedHashMap<>();
        rows.forEach(row -> ranked.put(row.id(), row.ranked()));
        return new TrecRun(ranker.tag(), ranked);
    }

    /** Query time in milliseconds at {@code quantile} (0 to 1), nearest rank; 0 without queries. */
    double latencyMs(double quantile) {
        return Quantiles.of(rows.stream().mapToLong(Row::nanos)).ms(quantile);
    }

    /** Of the queries whose {@code metadata.answerable} says whether they are; empty where not both kinds are marked. */
    Optional<Calibration> calibration() {
        return Calibration.of(rows.stream()
                .flatMap(row -> row.answerable().map(mark -> new Calibration.Judged(row.confidence(), mark)).stream())
                .toList());
    }

    /** See {@link Calibration#auroc}. */
    public OptionalDouble auroc() {
        return calibration().stream().mapToDouble(Calibration::auroc).findFirst();
    }

    /** The ranking as a TREC run: {@code query Q0 document rank score tag}, score falling with the rank. */
    public String toTrecRun() {
        StringBuilder run = new StringBuilder();
        for (Row row : rows) {
            int size = row.ranked().size();
            for (int i = 0; i < size; i++) {
                run.append(String.format(
                        Locale.ROOT,
                        "%s Q0 %s %d %d %s\n",
                        row.id(),
                        row.ranked().get(i),
                        i + 1,
                        size - i,
                        ranker.tag()));
            }
        }
        return run.toString();
    }

    /** One line a query: its id, a tab, the confidence. */
    public String toConfidenceLines() {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(String.format(Locale.ROOT, "%s\t%.6f\n", row.id(), row.confidence())));
        return lines.toString();
    }

    /** For calibration, a line a query: id, 1 where it is answerable and else 0, the parts of its support. */
    public String toSupportLines() {
        StringBuilder lines = new StringBuilder();
        for (Row row : rows) {
            int answerable = row.answerable().orElse(!row.relevant().isEmpty()) ? 1 : 0;
            lines.append(
                    "%s\t%d\t%s\n".formatted(row.id(), answerable, row.support().toLine()));
        }
        return lines.toString();
    }

    /**
     * For people: a table, and where the set marks what is answerable how far the confidence is to be trusted.
     *
     * @param threshold of confidence to tell the shares of false answers and of answers at, beside the one that is found
     */
    public String toText(OptionalDouble threshold) {
        return RetrievalReport.text(this, threshold);
    }

    /**
     * For programs: {@code name, ranker, mode, without, distractors, queries, indexingSeconds, latencyMs, groups, auroc, calibration}; null where there
     * is no figure.
     */
    public ObjectNode toJson(OptionalDouble threshold) {
        return RetrievalReport.json(this, threshold);
    }
}
