package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.FileCorpus;
import dev.sanad.evaluation.AnswerScorecard.Kind;
import dev.sanad.evaluation.AnswerScorecard.Measure;
import dev.sanad.evaluation.AnswerScorecard.Share;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Questions over real articles, neither of which are part of the project, through the production road without a model. */
@EnabledIfEnvironmentVariable(
        named = "SANAD_EVAL_DIR",
        matches = ".+",
        disabledReason = "SANAD_EVAL_DIR names the evaluation data with seed-questions.jsonl")
@EnabledIfEnvironmentVariable(
        named = "SANAD_EVAL_CORPUS",
        matches = ".+",
        disabledReason = "SANAD_EVAL_CORPUS names a folder of real articles")
class SeedQuestionsTest {
    private static AnswerScorecard card = new AnswerScorecard(List.of());

    @BeforeAll
    static void askAll(@TempDir Path folder) {
        Path corpus = Path.of(System.getenv("SANAD_EVAL_CORPUS"));
        Path questions = Path.of(System.getenv("SANAD_EVAL_DIR"), "seed-questions.jsonl");
        try (Road road = new Road(FileCorpus.of(List.of(corpus)), folder)) {
            card = road.answers().evaluate(LabelledQuestion.read(questions));
        }
        System.out.println(card.toText());
    }

    @Test
    void everyQuoteEqualsTheTextOfRecord() {
        Share altered = card.share(Measure.ALTERED);
        assertThat(altered.of()).isPositive();
        assertThat(altered.count()).isZero();
    }

    @Test
    void noSentenceStandsWithoutACitation() {
        Share uncited = card.share(Measure.UNCITED);
        assertThat(uncited.of()).isPositive();
        assertThat(uncited.count()).isZero();
    }

    @Test
    void whatTheArticlesDoNotAnswerIsRefused() {
        assertThat(card.share(Measure.UNANSWERABLE_REFUSED)).isEqualTo(new Share(6, 6));
    }

    @Test
    void aQuestionInTheLanguageOfItsEvidenceFindsTheRightPassage() {
        Share found = card.share(Measure.PASSAGE_AMONG_FIVE, Kind.SAME_LANGUAGE);
        assertThat(found.of()).isEqualTo(15);
        assertThat(found.count()).isGreaterThanOrEqualTo(13);
    }

    @Test
    void aQuestionInTheLanguageOfItsEvidenceIsAnsweredByItFirst() {
        assertThat(card.share(Measure.FIRST_RIGHT, Kind.SAME_LANGUAGE).count()).isGreaterThanOrEqualTo(9);
    }
}
