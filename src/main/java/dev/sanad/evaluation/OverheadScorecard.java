package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What an answer of a model costs beside the model.
 *
 * @param passages in the index
 * @param timed one a question, in the order asked
 * @param released nanoseconds from the last token of a sentence to its release, one a sentence that passed
 */
public record OverheadScorecard(int passages, List<Timed> timed, List<Long> released) {
    /**
     * One question.
     *
     * @param retrieving nanoseconds that finding passages took
     * @param checking nanoseconds that the gate took for the passages and the whole reply
     */
    public record Timed(boolean crossing, long retrieving, long checking) {
        long both() {
            return retrieving + checking;
        }
    }

    public OverheadScorecard {
        timed = List.copyOf(timed);
        released = List.copyOf(released);
    }

    private Map<String, LongStream> times() {
        Map<String, LongStream> times = new LinkedHashMap<>();
        times.put("retrieval", timed.stream().mapToLong(Timed::retrieving));
        times.put("gate", timed.stream().mapToLong(Timed::checking));
        times.put("both", timed.stream().mapToLong(Timed::both));
        times.put("bothOwn", timed.stream().filter(one -> !one.crossing()).mapToLong(Timed::both));
        times.put("bothCrossing", timed.stream().filter(Timed::crossing).mapToLong(Timed::both));
        times.put("release", released.stream().mapToLong(Long::longValue));
        return times;
    }

    /** For people: a table. */
    public String toText() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%,d passages%n%-14s %6s %8s %8s%n", passages, "ms", "n", "p50", "p95"));
        times().forEach((name, stream) -> {
            long[] nanos = stream.toArray();
            Quantiles times = Quantiles.of(LongStream.of(nanos));
            text.append(String.format(
                    Locale.ROOT, "%-14s %6d %8.2f %8.2f%n", name, nanos.length, times.ms(0.5), times.ms(0.95)));
        });
        return text.toString();
    }

    /**
     * For programs: {@code passages}, then {@code retrieval, gate, both, bothOwn, bothCrossing} of questions and {@code release} of sentences, each as
     * {@code {n, p50, p95}} in milliseconds; null where there was nothing to measure.
     */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("passages", passages);
        times().forEach((name, stream) -> {
            long[] nanos = stream.toArray();
            Quantiles times = Quantiles.of(LongStream.of(nanos));
            if (nanos.length == 0) {
                json.putNull(name);
            } else {
                json.putObject(name)
                        .put("n", nanos.length)
                        .put("p50", times.ms(0.5))
                        .put("p95", times.ms(0.95));
            }
        });
        return json;
    }
}
