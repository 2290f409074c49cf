package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.answer.Tokens;
import dev.sanad.evaluation.AnswerScorecard.Judged;
import dev.sanad.evaluation.AnswerScorecard.Kind;
import dev.sanad.evaluation.AnswerScorecard.Measure;
import dev.sanad.evaluation.AnswerScorecard.Row;
import dev.sanad.evaluation.AnswerScorecard.Share;
import dev.sanad.evaluation.AnswerScorecard.Written;
import dev.sanad.language.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AnswerScorecardTest {
    /** Quoted, with the evidence in the second of two sentences. */
    private static final Judged QUOTED = new Judged(false, 1, 3, 1, 0, 2, 0, 3, Optional.empty());

    /** Two sentences of a model's four, one of them in another language. */
    private static final Judged WRITTEN = new Judged(true, 1, 1, 2, 0, 2, 0, 1, Optional.of(new Written(2, 1, 2)));

    private static final AnswerScorecard CARD = new AnswerScorecard(List.of(
            row(Language.ARABIC, Kind.SAME_LANGUAGE, true, Optional.of(QUOTED), 10),
            row(Language.ARABIC, Kind.SAME_LANGUAGE, true, Optional.empty(), 20),
            row(Language.ARABIC, Kind.UNANSWERABLE, false, Optional.empty(), 30),
            row(Language.RUSSIAN, Kind.CROSSING, false, Optional.empty(), 40),
            row(
                    Language.RUSSIAN,
                    Kind.CROSSING,
                    true,
                    Optional.of(WRITTEN),
                    50,
                    new Tokens(90, 9, true),
                    new Tokens(5, 1, false)),
            row(Language.RUSSIAN, Kind.UNANSWERABLE, false, Optional.of(QUOTED), 60)));

    private static Row row(
            Language language, Kind kind, boolean found, Optional<Judged> judged, int ms, Tokens... tokens) {
        return new Row(
                "q" + ms,
                language,
                kind,
                found ? OptionalInt.of(2) : OptionalInt.empty(),
                0.5,
                judged,
                Duration.ofMillis(ms),
                Duration.ofMillis(2L * ms),
                List.of(tokens));
    }

    @Test
    void refusalsAreRightWhereTheQuestionHasNoAnswer() {
        assertThat(CARD.share(Measure.REFUSALS_RIGHT)).isEqualTo(new Share(1, 3));
        assertThat(CARD.share(Measure.UNANSWERABLE_REFUSED)).isEqualTo(new Share(1, 2));
        assertThat(CARD.share(Measure.REFUSALS_RIGHT, Kind.UNANSWERABLE)).isEqualTo(new Share(0, 0));
    }

    @Test
    void whatWasFoundAndRefusedIsCountedAmongWhatWasFound() {
        assertThat(CARD.share(Measure.FOUND_REFUSED)).isEqualTo(new Share(1, 3));
        assertThat(CARD.share(Measure.REFUSED)).isEqualTo(new Share(2, 4));
    }

    @Test
    void citationsOfAnswersToUnanswerableQuestionsCountOnlyAmongAll() {
        assertThat(CARD.share(Measure.CITATIONS_RIGHT)).isEqualTo(new Share(2, 4));
        assertThat(CARD.share(Measure.ALL_CITATIONS_RIGHT).of()).isEqualTo(7);
        assertThat(CARD.share(Measure.ANY_RIGHT)).isEqualTo(new Share(2, 4));
        assertThat(CARD.share(Measure.SENTENCES_RIGHT)).isEqualTo(new Share(3, 4));
    }

    @Test
    void aModelsSentencesAreCountedOnlyWhereAModelWorded() {
        assertThat(CARD.share(Measure.BY_MODEL)).isEqualTo(new Share(1, 3));
        assertThat(CARD.share(Measure.SUPPORTED)).isEqualTo(new Share(2, 4));
        assertThat(CARD.share(Measure.IN_LANGUAGE)).isEqualTo(new Share(1, 2));
        assertThat(CARD.in(Language.ARABIC).share(Measure.SUPPORTED)).isEqualTo(new Share(0, 0));
    }

    @Test
    void whatHadNothingToCountIsNullAndADash() {
        JsonNode json = CARD.toJson();
        assertThat(json.at("/languages/ar/crossing/anyCitationRight").isNull()).isTrue();
        assertThat(json.at("/languages/ar/crossing/retrieveMs").isNull()).isTrue();
        assertThat(json.at("/languages/ar/all/tokens").isNull()).isTrue();
        assertThat(json.at("/groups/sameLanguage/refusalsRight").isNull()).isTrue();
        assertThat(CARD.toMarkdown()).contains("| refusals that are right | – | – | – | 1/3 |");
    }

    @Test
    void timesAndTokensAreTold() {
        JsonNode json = CARD.toJson();
        assertThat(json.at("/groups/all/retrieveMs").toString()).isEqualTo("{\"p50\":30.0,\"p95\":60.0}");
        assertThat(json.at("/groups/all/answerMs/p95").asDouble()).isEqualTo(120);
        assertThat(json.at("/languages/ru/all/tokens").toString())
                .isEqualTo("{\"replies\":2,\"input\":95,\"output\":10,\"estimated\":1}");
    }

    @Test
    void legendsDefineEveryMeasureOnce() {
        JsonNode json = CARD.toJson();
        List<String> keys = new ArrayList<>();
        json.at("/groups/all").fieldNames().forEachRemaining(keys::add);
        keys.remove("questions");
        List<String> defined = new ArrayList<>();
        json.path("legend").fieldNames().forEachRemaining(defined::add);
        assertThat(defined).containsExactlyElementsOf(keys).doesNotHaveDuplicates();
        for (Measure measure : Measure.values()) {
            assertThat(CARD.toMarkdown()).contains("- " + measure.words + ": " + measure.meaning + "\n");
        }
    }
}
