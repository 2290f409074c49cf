package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.evaluation.MadeSet;
import dev.sanad.retrieval.Via;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @BeforeEach
    void aSet() {
        MadeSet.in(folder.resolve("made"));
    }

    @Test
    void twoRunsOfOneEvaluationAreComparedAsItComparesThem() throws IOException {
        JsonNode cards = JSON.readTree(
                run(0, "evaluate", "retrieval", "--dataset", "made", "--plain", "--run", "run.trec", "--json")
                        .out());
        assertThat(cards).hasSize(2);
        assertThat(cards.at("/0/ranker").asText()).isEqualTo("sanad");
        assertThat(cards.at("/1/ranker").asText()).isEqualTo("plain");
        JsonNode compared =
                JSON.readTree(run(0, "evaluate", "compare", "--dataset", "made", "run.trec.plain", "run.trec", "--json")
                        .out());
        for (String field : new String[] {"queries", "difference", "low", "high", "p"}) {
            assertThat(compared.path(field)).isEqualTo(cards.at("/0/gain/" + field));
        }
    }

    @Test
    void waysOfFindingAreLeftOutByName() throws IOException {
        JsonNode cards = JSON.readTree(
                run(0, "evaluate", "retrieval", "--dataset", "made", "--without", "sound,glossary", "--json")
                        .out());
        assertThat(cards.at("/0/without")).extracting(JsonNode::asText).containsExactly("glossary", "sound");
    }

    @Test
    void aWayThatThereIsNotIsWrongUse() {
        assertThat(run(2, "evaluate", "retrieval", "--dataset", "made", "--without", "sound,smell,taste")
                        .err())
                .contains("--without", "\"smell\", \"taste\"", Ways.ALL)
                .hasLineCount(1);
        assertThat(run(2, "evaluate", "retrieval", "--dataset", "made", "--without", Ways.ALL)
                        .err())
                .contains("nothing would be left");
        assertThat(run(2, "evaluate", "retrieval", "--dataset", "made", "--distractors", "-1")
                        .err())
                .contains("--distractors -1");
    }

    @Test
    void theHelpNamesEveryWayOfFinding() {
        assertThat(Ways.ALL)
                .isEqualTo(Arrays.stream(Via.values()).map(Ways::tag).collect(Collectors.joining(", ")));
        assertThat(run(0, "evaluate", "retrieval", "--help").out())
                .contains("--without", "--distractors", "--plain", "--threshold");
    }

    @Test
    void speedIsMeasuredAtEachSize() throws IOException {
        JsonNode cards = JSON.readTree(
                run(0, "evaluate", "speed", "--dataset", "made", "--passages", "60,120", "--queries", "10", "--json")
                        .out());
        assertThat(cards.findValuesAsText("passages")).containsExactly("60", "120");
        assertThat(run(1, "evaluate", "speed", "--dataset", "made", "--passages", "60", "--queries", "1000")
                        .err())
                .contains("--queries");
        assertThat(run(2, "evaluate", "speed", "--dataset", "made", "--passages", "0")
                        .err())
                .contains("--passages");
    }

    private CommandLineRun run(int code, String... args) {
        CommandLineRun run = new CommandLineRun(folder, folder);
        assertThat(run.run(args)).as(run.out() + run.err()).isEqualTo(code);
        return run;
    }
}
