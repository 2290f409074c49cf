package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * How long a corpus of one size takes.
 *
 * @param passages in the index
 * @param indexing from the documents to the commit; empty where the index stood already
 * @param bytes the index takes on disk
 * @param timed one a question, in the order asked
 * @param recall of the ten nearest passages by exact search, the share that the vectors' graph finds; empty without vectors
 */
public record SpeedScorecard(
        int passages, Optional<Duration> indexing, long bytes, List<Timed> timed, OptionalDouble recall) {
    private static final double BYTES_A_MEGABYTE = 1e6;

    public SpeedScorecard {
        timed = List.copyOf(timed);
    }

    /**
     * One question.
     *
     * @param crossing its answers stand in other languages
     * @param sanad what {@link dev.sanad.retrieval.Retriever} took
     * @param plain what {@link dev.sanad.retrieval.PlainBm25} took, passages read
     */
    public record Timed(boolean crossing, Took sanad, Took plain) {}

    /**
     * Nanoseconds.
     *
     * @param elapsed from call to return, in which the machine may have done other work
     * @param processor of the asking thread
     */
    public record Took(long elapsed, long processor) {}

    /** Both over the same questions. */
    private record Pair(int n, Quantiles sanad, Quantiles plain) {
        static Pair of(List<Timed> timed, ToLongFunction<Took> measure) {
            return new Pair(
                    timed.size(),
                    Quantiles.of(timed.stream().map(Timed::sanad).mapToLong(measure)),
                    Quantiles.of(timed.stream().map(Timed::plain).mapToLong(measure)));
        }

        /** How many times as long Sanad takes at {@code quantile}; 0 without questions. */
        double ratio(double quantile) {
            return n == 0 ? 0 : sanad.ms(quantile) / plain.ms(quantile);
        }
    }

    private Map<String, Pair> groups(ToLongFunction<Took> measure) {
        Map<String, Pair> groups = new LinkedHashMap<>();
        groups.put("all", Pair.of(timed, measure));
        groups.put("own", Pair.of(timed.stream().filter(one -> !one.crossing()).toList(), measure));
        groups.put("crossing", Pair.of(timed.stream().filter(Timed::crossing).toList(), measure));
        return groups;
    }

    /** For people: tables. */
    public String toText() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d passages: %s, %.1f MB on disk, heap at most %,d MB, %d processors%s%n",
                passages,
                indexing.map(took -> "indexed in %.1f s (%.2f ms each)"
                                .formatted(took.toMillis() / 1000.0, took.toNanos() / 1e6 / passages))
                        .orElse("indexed before"),
                bytes / BYTES_A_MEGABYTE,
                heapMegabytes(),
                processors(),
                recall.isPresent() ? String.format(Locale.ROOT, ", recall@10 %.3f", recall.getAsDouble()) : ""));
        table(text, "elapsed ms", groups(Took::elapsed));
        table(text, "processor ms", groups(Took::processor));
        return text.toString();
    }

    private static void table(StringBuilder text, String name, Map<String, Pair> groups) {
        text.append(String.format(
                Locale.ROOT,
                "%-12s %5s %26s %26s %14s%n",
                name,
                "n",
                "sanad p50 p95 p99",
                "plain BM25 p50 p95 p99",
                "ratio p50 p95"));
        groups.forEach((group, pair) -> text.append(String.format(
                Locale.ROOT,
                "%-12s %5d %8.2f %8.2f %8.2f %8.2f %8.2f %8.2f %7.2f %6.2f%n",
                group,
                pair.n(),
                pair.sanad().ms(0.5),
                pair.sanad().ms(0.95),
                pair.sanad().ms(0.99),
                pair.plain().ms(0.5),
                pair.plain().ms(0.95),
                pair.plain().ms(0.99),
                pair.ratio(0.5),
                pair.ratio(0.95))));
    }

    /**
     * For programs: {@code passages, indexingSeconds, bytes, maxHeapBytes, processors, recall, groups, processorGroups}, the seconds only where it was indexed now, the recall only with vectors; a
     * group {@code all}, {@code own} or {@code crossing} is {@code {n, sanadMs: {p50, p95, p99}, plainMs: {…}, ratio: {p50, p95}}}, in the first of elapsed, in the second of processor time.
     */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("passages", passages);
        indexing.ifPresent(took -> json.put("indexingSeconds", took.toMillis() / 1000.0));
        json.put("bytes", bytes)
                .put("maxHeapBytes", Runtime.getRuntime().maxMemory())
                .put("processors", processors());
        recall.ifPresent(share -> json.put("recall", share));
        put(json.putObject("groups"), groups(Took::elapsed));
        put(json.putObject("processorGroups"), groups(Took::processor));
        return json;
    }

    private static void put(ObjectNode groups, Map<String, Pair> pairs) {
        pairs.forEach((name, pair) -> {
            ObjectNode group = groups.putObject(name).put("n", pair.n());
            put(group.putObject("sanadMs"), pair.sanad());
            put(group.putObject("plainMs"), pair.plain());
            group.putObject("ratio").put("p50", pair.ratio(0.5)).put("p95", pair.ratio(0.95));
        });
    }

    private static void put(ObjectNode json, Quantiles times) {
        json.put("p50", times.ms(0.5)).put("p95", times.ms(0.95)).put("p99", times.ms(0.99));
    }

    private static long heapMegabytes() {
        return Math.round(Runtime.getRuntime().maxMemory() / BYTES_A_MEGABYTE);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
