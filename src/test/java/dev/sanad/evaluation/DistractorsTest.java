package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sanad.evaluation.RetrievalEvaluation.Measured;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Via;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistractorsTest {
    private static final Path TINY = Path.of("src/test/resources/evaluation/tiny");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void distractorsAreRankedAndNeverRelevant() {
        Path set = MadeSet.in(folder.resolve("made"));
        RetrievalScorecard card = measure(set, 300).sanad();
        assertThat(card.rows().stream().flatMap(row -> row.ranked().stream()))
                .anyMatch(id -> id.startsWith("distractor-"));
        assertThat(card.rows())
                .allSatisfy(row -> assertThat(row.relevant().keySet()).noneMatch(id -> id.startsWith("distractor-")));
        assertThat(card.toText(OptionalDouble.empty())).contains("300 distractors");
        assertThat(card.toJson(OptionalDouble.empty()).path("distractors").asInt())
                .isEqualTo(300);
    }

    @Test
    void theSameSeedMakesTheSameRankings() {
        Path set = MadeSet.in(folder.resolve("made"));
        String first = measure(set, 100).sanad().toTrecRun();
        assertThat(measure(set, 100).sanad().toTrecRun()).isEqualTo(first);
    }

    @Test
    void idsThatLookLikeDistractorsKeepTheirName() {
        BeirDataSet set = new BeirDataSet(
                "distractor",
                List.of(new BeirDataSet.Document("distractor-0", "", "words", MissingNode.getInstance())),
                List.of(),
                Map.of());
        DataSets sets = new DataSets(List.of(set), new RunIds(Set.of()), new RunIds(Set.of()));
        PassageGenerator generator = PassageGenerator.of(
                Map.of(Language.ENGLISH, Collections.nCopies(20, "some words that stand in a row")), 1);
        Distractors distractors = Distractors.of(sets, 3, generator);
        assertThat(distractors.set()).isNotEqualTo("distractor");
        assertThat(distractors.documents().map(BeirDataSet.Document::id))
                .containsExactly("_distractor-0", "_distractor-1", "_distractor-2");
    }

    @Test
    void setsTooSmallForDistractorsAreRefused() {
        assertThatThrownBy(() -> measure(TINY, 10))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("give larger sets");
    }

    @Test
    void plainBm25IsMeasuredOverTheSameIndexAndFindsNothingAcrossScripts() {
        Path set = MadeSet.in(folder.resolve("made"));
        Measured measured = measure(set, 100);
        RetrievalScorecard plain = measured.plain().orElseThrow();
        assertThat(plain.rows()).hasSameSizeAs(measured.sanad().rows());
        assertThat(plain.toTrecRun()).contains(" plain\n").doesNotContain("sanad");
        RunComparison gain = measured.gain(1).orElseThrow();
        assertThat(gain.toText()).contains("plain", "sanad", "95 % interval");
        assertThat(gain.bootstrap().queries()).isEqualTo(4 * MadeSet.DOCUMENTS);
    }

    @Test
    void aWayOfFindingThatIsLeftOutFindsNothing() {
        Path set = MadeSet.in(folder.resolve("made"));
        RetrievalSetup ownAlone =
                new RetrievalSetup(true, Set.of(Via.NUMBERS, Via.CLDR, Via.GLOSSARY, Via.SOUND), 0, 1);
        RetrievalScorecard card = Road.retrieval()
                .evaluate(List.of(set), ownAlone, false, folder.resolve("own"))
                .sanad();
        double crossing = crossing(card);
        assertThat(crossing).isLessThan(crossing(measure(set, 0).sanad()));
        assertThat(card.toText(OptionalDouble.empty())).contains("without numbers, cldr, glossary, sound");
    }

    private static double crossing(RetrievalScorecard card) {
        return card.mean(card.rows().stream()
                        .filter(row -> row.id().startsWith("x-"))
                        .toList())
                .ndcg10();
    }

    private int runs;

    private Measured measure(Path set, int distractors) {
        return Road.retrieval()
                .evaluate(
                        List.of(set),
                        new RetrievalSetup(false, Set.of(), distractors, 1),
                        true,
                        folder.resolve("index-" + runs++));
    }
}
