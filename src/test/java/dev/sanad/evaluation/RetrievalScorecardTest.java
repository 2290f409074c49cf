package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.evaluation.RetrievalScorecard.Row;
import dev.sanad.retrieval.Support;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetrievalScorecardTest {
    @Test
    void theAreaIsTheShareOfPairsInTheRightOrderWithTiesHalf() {
        // pairs: .9>.5, .9>.2, .5=.5, .5>.2 are 3.5 of 4
        assertThat(card(marked(true, 0.9), marked(true, 0.5), marked(false, 0.5), marked(false, 0.2))
                        .auroc())
                .hasValue(0.875);
    }

    @Test
    void thereIsNoAreaWhereOnlyOneKindIsMarked() {
        ObjectNode unsaid = JsonNodeFactory.instance.objectNode().putNull("answerable");
        RetrievalScorecard card = card(marked(true, 0.9), row(unsaid, 0.1, 1));
        assertThat(card.auroc()).isEmpty();
        assertThat(card.toJson().path("auroc").isNull()).isTrue();
        assertThat(card.toText()).doesNotContain("AUROC");
    }

    @Test
    void quantilesAreByNearestRank() {
        List<Row> rows = new ArrayList<>();
        for (int i = 100; i >= 1; i--) {
            rows.add(row(JsonNodeFactory.instance.missingNode(), 0, i * 1_000_000L));
        }
        RetrievalScorecard card = card(rows.toArray(Row[]::new));
        assertThat(card.latencyMs(0.5)).isEqualTo(50);
        assertThat(card.latencyMs(0.95)).isEqualTo(95);
        assertThat(card.latencyMs(0.99)).isEqualTo(99);
        assertThat(card.latencyMs(1)).isEqualTo(100);
    }

    @Test
    void aGroupWithoutJudgedQueriesHasNoFigures() {
        RetrievalScorecard card = card(marked(false, 0.2));
        assertThat(card.toJson().path("groups").path("all").path("ndcg10").isNull())
                .isTrue();
        assertThat(card.toJson().path("groups").path("all").path("n").asInt()).isZero();
        assertThat(card.toText()).containsPattern("all +0 +- +- +- +-");
    }

    @Test
    void aSampleThatIsNamedTwiceCountsOnce() {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.putArray("sample").add("hard").add("hard");
        Row row = new Row("set", "q", metadata, List.of("d"), Map.of("d", 1), 1, Support.NONE, 1);
        assertThat(card(row).groups().getOrDefault("sample=hard", List.of())).containsExactly(row);
    }

    private static RetrievalScorecard card(Row... rows) {
        return new RetrievalScorecard("set", true, Duration.ofSeconds(1), List.of(rows));
    }

    private static Row marked(boolean answerable, double confidence) {
        return row(JsonNodeFactory.instance.objectNode().put("answerable", answerable), confidence, 1);
    }

    private static Row row(com.fasterxml.jackson.databind.JsonNode metadata, double confidence, long nanos) {
        return new Row("set", "q", metadata, List.of(), Map.of(), confidence, Support.NONE, nanos);
    }
}
