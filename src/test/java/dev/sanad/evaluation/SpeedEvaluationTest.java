package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.evaluation.SpeedScorecard.Timed;
import dev.sanad.index.Analyzers;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import dev.sanad.retrieval.Retriever;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedEvaluationTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theIndexHoldsAsManyPassagesAsAskedForAndHalfOfTheQuestionsCross() {
        SpeedScorecard card = measure(200, 20);
        assertThat(card.passages()).isEqualTo(200);
        assertThat(card.bytes()).isGreaterThan(10_000);
        assertThat(card.timed()).hasSize(20);
        assertThat(card.timed()).filteredOn(Timed::crossing).hasSize(10);
        assertThat(card.timed()).allSatisfy(timed -> {
            assertThat(timed.sanad()).isPositive();
            assertThat(timed.plain()).isPositive();
        });
        assertThat(card.toText()).contains("200 passages", "crossing", "plain BM25");
    }

    @Test
    void anIndexThatStandsIsMeasuredAgainAndOneOfAnotherSizeIsMade() {
        assertThat(measure(200, 20).indexing()).isPresent();
        SpeedScorecard again = measure(200, 20);
        assertThat(again.indexing()).isEmpty();
        assertThat(again.passages()).isEqualTo(200);
        assertThat(again.toText()).contains("indexed before");
        assertThat(measure(300, 20).passages()).isEqualTo(300);
    }

    @Test
    void tooFewQuestionsOfAKindAreRefused() {
        assertThatThrownBy(() -> measure(200, 2_000))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContainingAll("48 questions that cross", "1000", "--queries");
    }

    @Test
    void aSizeBelowTheSetsOwnIsRefused() {
        assertThatThrownBy(() -> measure(10, 20))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContainingAll("10 passages", "makes 48", "larger size");
    }

    @Test
    void ratiosAreOfTheSameQuantiles() {
        SpeedScorecard card = new SpeedScorecard(
                1_000,
                Optional.of(Duration.ofSeconds(2)),
                5_000_000,
                List.of(new Timed(false, 2_000_000, 1_000_000), new Timed(true, 9_000_000, 3_000_000)));
        JsonNode groups = card.toJson().path("groups");
        assertThat(groups.at("/all/sanadMs/p95").asDouble()).isEqualTo(9);
        assertThat(groups.at("/all/ratio/p50").asDouble()).isEqualTo(2);
        assertThat(groups.at("/all/ratio/p95").asDouble()).isEqualTo(3);
        assertThat(groups.at("/crossing/n").asInt()).isEqualTo(1);
    }

    private SpeedScorecard measure(int passages, int queries) {
        Analyzers analyzers = new Analyzers();
        return new SpeedEvaluation(
                        new PassageSplitter(new SentenceBreaker()),
                        analyzers,
                        new Retriever(analyzers),
                        Road.DETECTOR,
                        Road.CLOCK)
                .evaluate(List.of(MadeSet.in(folder.resolve("made"))), passages, queries, 1, folder.resolve("index"));
    }
}
