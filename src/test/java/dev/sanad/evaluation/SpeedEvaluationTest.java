package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.evaluation.SpeedScorecard.Timed;
import dev.sanad.evaluation.SpeedScorecard.Took;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.EmbeddingServer;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import dev.sanad.retrieval.Retriever;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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
            assertThat(timed.sanad().elapsed()).isPositive();
            assertThat(timed.sanad().processor()).isPositive();
            assertThat(timed.plain().elapsed()).isPositive();
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
    void withAModelTheDocumentsHaveItsVectorsAndGeneratedPassagesNoisyOnes() {
        try (EmbeddingServer server = new EmbeddingServer()) {
            SpeedScorecard card = measure(200, 20, Optional.of(server.embedder()));
            assertThat(card.passages()).isEqualTo(200);
            assertThat(card.recall().orElseThrow()).isBetween(0.9, 1.0);
            assertThat(card.toText()).contains("recall@10");
            assertThat(card.toJson().path("recall").asDouble()).isPositive();
            List<String> embedded =
                    server.requests().stream().flatMap(List::stream).toList();
            assertThat(embedded).filteredOn(text -> text.startsWith("\n")).isEmpty();
        }
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
                List.of(
                        new Timed(false, new Took(2_000_000, 1_500_000), new Took(1_000_000, 500_000)),
                        new Timed(true, new Took(9_000_000, 8_000_000), new Took(3_000_000, 2_000_000))),
                OptionalDouble.empty());
        JsonNode groups = card.toJson().path("groups");
        JsonNode processor = card.toJson().path("processorGroups");
        assertThat(processor.at("/all/sanadMs/p95").asDouble()).isEqualTo(8);
        assertThat(processor.at("/all/ratio/p95").asDouble()).isEqualTo(4);
        assertThat(card.toJson().has("recall")).isFalse();
        assertThat(groups.at("/all/sanadMs/p95").asDouble()).isEqualTo(9);
        assertThat(groups.at("/all/ratio/p50").asDouble()).isEqualTo(2);
        assertThat(groups.at("/all/ratio/p95").asDouble()).isEqualTo(3);
        assertThat(groups.at("/crossing/n").asInt()).isEqualTo(1);
    }

    private SpeedScorecard measure(int passages, int queries) {
        return measure(passages, queries, Optional.empty());
    }

    private SpeedScorecard measure(int passages, int queries, Optional<Embedder> embedder) {
        Analyzers analyzers = Analyzers.packed();
        return new SpeedEvaluation(
                        new PassageSplitter(new SentenceBreaker()),
                        analyzers,
                        new Retriever(analyzers, embedder, Optional.empty(), Set.of()),
                        Road.DETECTOR,
                        embedder,
                        Road.CLOCK)
                .evaluate(List.of(MadeSet.in(folder.resolve("made"))), passages, queries, 1, folder.resolve("index"));
    }
}
