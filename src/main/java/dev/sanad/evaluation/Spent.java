package dev.sanad.evaluation;

import dev.sanad.answer.Tokens;
import dev.sanad.evaluation.AnswerScorecard.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What questions cost.
 *
 * @param retrieving empty without questions
 * @param answering empty without questions
 * @param tokens one a reply
 */
record Spent(Optional<Quantiles> retrieving, Optional<Quantiles> answering, List<Tokens> tokens) {
    static final String RETRIEVE_MEANING =
            "milliseconds that finding passages took, median and 95th percentile, nearest rank";
    static final String ANSWER_MEANING =
            "milliseconds from there to the whole answer, models included, median and 95th percentile, nearest rank";
    static final String TOKENS_MEANING =
            "tokens of all replies of models, also of those of no use, as the provider counts them, else reckoned from"
                    + " characters";

    Spent {
        tokens = List.copyOf(tokens);
    }

    static Spent of(List<Row> rows) {
        return new Spent(
                times(rows, Row::retrieving),
                times(rows, Row::answering),
                rows.stream().flatMap(row -> row.tokens().stream()).toList());
    }

    int input() {
        return tokens.stream().mapToInt(Tokens::input).sum();
    }

    int output() {
        return tokens.stream().mapToInt(Tokens::output).sum();
    }

    /** How many replies no provider counted. */
    long estimated() {
        return tokens.stream().filter(reply -> !reply.stated()).count();
    }

    private static Optional<Quantiles> times(List<Row> rows, Function<Row, Duration> time) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Quantiles.of(rows.stream().map(time).mapToLong(Duration::toNanos)));
    }
}
