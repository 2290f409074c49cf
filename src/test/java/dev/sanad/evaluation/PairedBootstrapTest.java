package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
    @Test
    void runsThatDoNotDifferAreNotToldApart() {
        PairedBootstrap none = PairedBootstrap.of(new double[50], 1);
        assertThat(none).isEqualTo(new PairedBootstrap(50, 0, 0, 0, 1));
    }

    @Test
    void aGainOnEveryQueryIsNoChance() {
        double[] gains = new double[40];
        Arrays.fill(gains, 0.1);
        PairedBootstrap gain = PairedBootstrap.of(gains, 1);
        assertThat(gain.difference()).isCloseTo(0.1, within(1e-9));
        assertThat(gain.low()).isCloseTo(0.1, within(1e-9));
        assertThat(gain.p()).isCloseTo(1 / 10_001.0, within(1e-9));
    }

    @Test
    void theIntervalAndPAgreeWithTheNormalApproximation() {
        // 200 differences of mean .02 and deviation .2: standard error .01414, z 1.414, p .157
        double[] differences = new double[200];
        Random random = new Random(7);
        Arrays.setAll(differences, i -> random.nextGaussian());
        double mean = Arrays.stream(differences).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(differences).map(x -> (x - mean) * (x - mean)).sum() / differences.length);
        Arrays.setAll(differences, i -> 0.02 + 0.2 * (differences[i] - mean) / deviation);
        PairedBootstrap bootstrap = PairedBootstrap.of(differences, 1);
        assertThat(bootstrap.difference()).isCloseTo(0.02, within(1e-9));
        assertThat(bootstrap.low()).isCloseTo(0.02 - 1.96 * 0.01414, within(0.002));
        assertThat(bootstrap.high()).isCloseTo(0.02 + 1.96 * 0.01414, within(0.002));
        assertThat(bootstrap.p()).isCloseTo(0.157, within(0.02));
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        double[] differences = {0.3, -0.1, 0.2, 0, 0, 0.5, -0.4};
        assertThat(PairedBootstrap.of(differences, 5)).isEqualTo(PairedBootstrap.of(differences, 5));
        assertThat(PairedBootstrap.of(differences, 5).low())
                .isLessThan(PairedBootstrap.of(differences, 5).high());
    }
}
