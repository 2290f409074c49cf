package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunComparisonTest {
    private static final Path TINY = Path.of("src/test/resources/evaluation/tiny");
    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDifferenceIsTheSecondRunsLessTheFirsts() throws IOException {
        Path first = run("first", "q-ar Q0 ar-1 1 2.5 a\nq-ru Q0 en-1 1 9 a\n");
        Path second = run("second", "q-ar Q0 ar-1 1 2.5 b\nq-ru Q0 ru-1 1 9 b\n");
        RunComparison comparison = RunComparison.of(List.of(TINY), first, second, 1);
        // eight judged queries, of which the first run finds one document and the second two
        assertThat(comparison.firstNdcg10()).isCloseTo(1 / 8.0, within(ROUNDING));
        assertThat(comparison.secondNdcg10()).isCloseTo(2 / 8.0, within(ROUNDING));
        assertThat(comparison.bootstrap().difference()).isCloseTo(1 / 8.0, within(ROUNDING));
        assertThat(comparison.toJson().path("difference").asDouble()).isCloseTo(1 / 8.0, within(ROUNDING));
        assertThat(comparison.toText()).contains("8 queries", "+0.1250", "p ");
    }

    @Test
    void aRunIsReadAsTrecEvalReadsIt() throws IOException {
        Path run = run("run", "q Q0 low 1 0.5 t\nq Q0 b 2 7e1 t\r\n\nq Q0 c 9 70 t\nq\tQ0\ttop 3 71.25 t\n");
        assertThat(TrecRun.read(run).ranked()).containsOnlyKeys("q");
        assertThat(TrecRun.read(run).ranked().getOrDefault("q", List.of())).containsExactly("top", "c", "b", "low");
    }

    @Test
    void whatAnEvaluationWritesReadsBack() throws IOException {
        RetrievalScorecard card = Road.retrieval()
                .evaluate(List.of(TINY), RetrievalSetup.WHOLE, false, folder.resolve("index"))
                .sanad();
        TrecRun read = TrecRun.read(run("own", card.toTrecRun()));
        card.rows()
                .forEach(row -> assertThat(read.ranked().getOrDefault(row.id(), List.of()))
                        .isEqualTo(row.ranked()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "q Q0 d 1 high t | line 1: not a line of a TREC run",
                "q Q0 d 1 NaN t | line 1: not a line of a TREC run",
                "q Q0 d 1 0.5 | line 1: not a line of a TREC run",
                "nobody Q0 d 1 0.5 t | ranks none of the judged queries"
            })
    void aBadRunIsNamed(String content, String fault) throws IOException {
        Path bad = run("bad", content);
        Path good = run("good", "q-ar Q0 ar-1 1 2.5 a\n");
        assertThatThrownBy(() -> RunComparison.of(List.of(TINY), good, bad, 1))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContainingAll("bad.trec", fault, ";")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aDocumentThatIsRankedTwiceIsRefused() throws IOException {
        Path twice = run("twice", "q-ar Q0 d 1 2 t\nq-ar Q0 d 2 1 t\n");
        assertThatThrownBy(() -> TrecRun.read(twice)).hasMessageContainingAll("line 2", "stands twice");
    }

    @Test
    void aMissingRunIsNamed() {
        Path missing = folder.resolve("missing.trec");
        assertThatThrownBy(() -> TrecRun.read(missing)).hasMessageContainingAll("missing.trec", "does not exist");
    }

    private Path run(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name + ".trec"), content);
    }
}
