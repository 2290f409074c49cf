package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.evaluation.OverheadScorecard.Timed;
import dev.sanad.index.Analyzers;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import dev.sanad.retrieval.Retriever;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverheadEvaluationTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void questionsAreTimedAndSentencesAreReleasedBeforeTheReplyIsWhole() {
        Analyzers analyzers = Analyzers.packed();
        OverheadScorecard card = new OverheadEvaluation(
                        new PassageSplitter(new SentenceBreaker()),
                        analyzers,
                        new Retriever(analyzers),
                        Road.DETECTOR,
                        Road.CLOCK)
                .evaluate(List.of(MadeSet.in(folder.resolve("made"))), 200, 20, 6, 1, folder.resolve("index"));
        assertThat(card.passages()).isEqualTo(200);
        assertThat(card.timed()).hasSize(20).allSatisfy(timed -> {
            assertThat(timed.retrieving()).isPositive();
            assertThat(timed.checking()).isPositive();
        });
        assertThat(card.timed()).filteredOn(Timed::crossing).hasSize(10);
        assertThat(card.released())
                .isNotEmpty()
                .allSatisfy(nanos -> assertThat(nanos).isPositive());
    }

    @Test
    void quantilesAreOfWhatBothTakeTogetherAndNothingIsNull() {
        JsonNode json = new OverheadScorecard(
                        10,
                        List.of(new Timed(false, 1_000_000, 2_000_000), new Timed(true, 5_000_000, 1_000_000)),
                        List.of())
                .toJson();
        assertThat(json.at("/both/p50").asDouble()).isEqualTo(3);
        assertThat(json.at("/both/p95").asDouble()).isEqualTo(6);
        assertThat(json.at("/bothCrossing/n").asInt()).isEqualTo(1);
        assertThat(json.path("release").isNull()).isTrue();
    }
}
