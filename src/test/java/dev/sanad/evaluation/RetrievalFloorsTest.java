package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures over outside sets, whole documents: what was reached is kept, and it is no worse than Anserini's. All six sets take minutes,
 * so the build runs two of them and {@code -Dsanad.floors=all} the rest as well.
 */
@EnabledIfEnvironmentVariable(
        named = "SANAD_EVAL_DIR",
        matches = ".+",
        disabledReason = "SANAD_EVAL_DIR names the evaluation data with sets/")
class RetrievalFloorsTest {
    /** A change of analysis may move a query or two; more is a loss. */
    private static final double PINNED_SLACK = 0.003;

    private static final double ANSERINI_SLACK = 0.01;

    private static Properties figures() {
        Properties figures = new Properties();
        try (InputStream file = RetrievalFloorsTest.class.getResourceAsStream("/evaluation/floors.properties")) {
            figures.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return figures;
    }

    static Stream<String> sets() {
        return System.getProperty("sanad.floors", "some").equals("all")
                ? Stream.of("mono-ar", "mono-fa", "mono-zh-Hans", "mono-zh-Hant", "mono-ru", "mono-en")
                : Stream.of("mono-ar", "mono-zh-Hant");
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theRankingIsAsGoodAsItWasAndAsAnserinis(String set, @TempDir Path folder) {
        Path data = Path.of(System.getenv("SANAD_EVAL_DIR"), "sets", set);
        RetrievalScorecard card = Road.retrieval()
                .evaluate(List.of(data), RetrievalSetup.WHOLE, false, folder.resolve("index"))
                .sanad();
        System.out.println(card.toText(OptionalDouble.empty()));
        double reached = card.mean(card.groups().getOrDefault("sample=random", List.of()))
                .ndcg10();
        assertThat(reached)
                .as("nDCG@10 of %s", set)
                .isGreaterThanOrEqualTo(figure(set + ".anserini") - ANSERINI_SLACK)
                .isGreaterThanOrEqualTo(figure(set + ".pinned") - PINNED_SLACK);
    }

    private static double figure(String name) {
        return Double.parseDouble(figures().getProperty(name));
    }
}
