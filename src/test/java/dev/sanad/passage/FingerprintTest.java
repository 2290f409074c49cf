package dev.sanad.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void caseMarksSpaceAndChineseScriptDoNotCount() {
        for (List<String> same : List.of(
                List.of("The ferry sank, again.", "THE  FERRY\nSANK — again!", "«the ferry sank again»"),
                List.of("Паром затонул.", "ПАРОМ\u00A0ЗАТОНУЛ"),
                List.of("غرقت العبارة.", "«غرقت   العبارة»"),
                List.of("کشتی غرق شد.", "کشتی غرق شد!"),
                List.of("兩國關係發展。", "两国关系发展", "「兩國關係」發展！"))) {
            assertThat(same.stream().map(Fingerprint::of).distinct())
                    .as("%s", same)
                    .hasSize(1);
        }
    }

    @Test
    void differentTextDiffers() {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(Fingerprint.of("The ferry carried " + i + " people."));
        }
        assertThat(seen).hasSize(100_000);
        assertThat(Fingerprint.of("ab")).isNotEqualTo(Fingerprint.of("ba"));
        assertThat(Fingerprint.of("增长3.5%")).isNotEqualTo(Fingerprint.of("增长3.6%"));
    }

    @Test
    void textWithoutLettersAndDigitsHasNone() {
        assertThat(Fingerprint.of("* * *")).isZero();
        assertThat(Fingerprint.of("")).isZero();
    }

    @Property
    void punctuationAddedAnywhereChangesNothing(@ForAll String text, @ForAll boolean before) {
        assertThat(Fingerprint.of(before ? "— " + text : text + " …")).isEqualTo(Fingerprint.of(text));
    }
}
