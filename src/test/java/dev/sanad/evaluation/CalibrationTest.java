package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sanad.evaluation.Calibration.Bin;
import dev.sanad.evaluation.Calibration.Judged;
import dev.sanad.evaluation.Calibration.Operating;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrderWithTiesHalf() {
        // pairs: .9>.5, .9>.2, .5=.5, .5>.2 are 3.5 of 4
        assertThat(of(yes(0.9), yes(0.5), no(0.5), no(0.2)).auroc()).isEqualTo(0.875);
    }

    @Test
    void brierIsTheMeanSquareOfTheError() {
        // (.01 + .25 + .25 + .04) / 4
        assertThat(of(yes(0.9), yes(0.5), no(0.5), no(0.2)).brier()).isCloseTo(0.1375, within(ROUNDING));
        assertThat(of(yes(1), no(0)).brier()).isZero();
    }

    @Test
    void aBinHoldsItsLowerEndAndTheLastOneHoldsOne() {
        List<Bin> bins = of(no(0), yes(0.1), no(0.1), yes(0.9), yes(1)).bins();
        assertThat(bins).containsExactly(new Bin(0, 1, 0, 0), new Bin(0.1, 2, 0.1, 0.5), new Bin(0.9, 2, 0.95, 1));
    }

    @Test
    void theErrorIsTheGapOfEachBinByItsQuestions() {
        // .25: half say .2 more than comes true; .85: all true
        Calibration calibration = of(yes(0.25), no(0.25), no(0.25), no(0.25), yes(0.85), yes(0.85));
        assertThat(calibration.expectedError()).isCloseTo(0.15 * 2 / 6, within(ROUNDING));
    }

    @Test
    void theThresholdIsTheLowestThatKeepsFalseAnswersToTheShare() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            judged.add(no(i / 40.0));
            judged.add(yes(0.3 + i / 40.0));
        }
        // one of twenty unanswerable ones reaches .475, two reach .45
        Optional<Operating> at = new Calibration(judged).withFalseAnswers(0.05);
        assertThat(at).hasValueSatisfying(point -> {
            assertThat(point.threshold()).isGreaterThan(0.45).isLessThanOrEqualTo(0.475);
            assertThat(point.falseAnswers()).isEqualTo(0.05);
            assertThat(point.answered()).isCloseTo(13 / 20.0, within(ROUNDING));
        });
    }

    @Test
    void whereAnUnanswerableQuestionIsSurestNoThresholdHelps() {
        assertThat(of(yes(0.9), no(0.9)).withFalseAnswers(0.05)).isEmpty();
        assertThat(of(yes(0.8), no(0.9)).at(0.85)).isEqualTo(new Operating(0.85, 1, 0));
    }

    @Test
    void nothingIsSaidOfOneKindAlone() {
        assertThat(Calibration.of(List.of(yes(0.5), yes(0.7)))).isEmpty();
        assertThat(Calibration.of(List.of())).isEmpty();
    }

    private static Calibration of(Judged... judged) {
        return Calibration.of(List.of(judged)).orElseThrow();
    }

    private static Judged yes(double confidence) {
        return new Judged(confidence, true);
    }

    private static Judged no(double confidence) {
        return new Judged(confidence, false);
    }
}
