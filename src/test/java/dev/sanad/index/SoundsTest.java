package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.SoundRates.Rate;
import dev.sanad.language.Glossary;
import dev.sanad.language.Language.Analysis;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTest {
    private static final SoundRates RATES = new SoundRates(Glossary.packed());

    @ParameterizedTest
    @CsvSource({
        "ARABIC, قرداحة, القرداحة", "ARABIC, قرداحة, والقرداحة", "ARABIC, قرداحة, بالقرداحة",
                "ARABIC, قرداحة, للقرداحة",
        "ARABIC, ميلانوف, وميلانوف", "ARABIC, ميلانوف, بميلانوف", "ARABIC, ميلانوف, لميلانوف",
                "PERSIAN, میلانوف, میلانوف‌ها",
        "PERSIAN, میلانوف, میلانوف‌های", "PERSIAN, میلانوف, میلانوف‌اش", "PERSIAN, میلانوف, میلانوفی",
                "PERSIAN, میلانوف, میلانوف‌هایی",
        "RUSSIAN, Миланов, Миланову", "RUSSIAN, Миланов, Милановым", "ENGLISH, Milanov, Milanov's",
    })
    void whatALanguageAttachesToANameIsNotHeard(Analysis script, String name, String attached) {
        assertThat(Sounds.of(attached, script).keySet())
                .containsAll(Sounds.of(name, script).keySet());
    }

    @Test
    void namesMeetAcrossLanguagesAndSeldomByChance() {
        Map<String, Rate> rates = RATES.byLanguages();
        rates.forEach((languages, rate) -> print(languages, rate));
        assertThat(rates).hasSize(10).allSatisfy((languages, rate) -> {
            assertThat(rate.same()).isGreaterThan(800);
            assertThat(rate.recall()).isGreaterThan(0.6);
            assertThat(rate.falseRate()).isLessThan(0.004);
        });
    }

    @Test
    void aLongerRowIsSurerAndWhatChineseHearsLessSure() {
        Map<String, Rate> rates = RATES.byIdentifier();
        rates.forEach((identifier, rate) -> print(identifier, rate));
        assertThat(precision(rates, "k3")).isBetween(0.1, 0.2);
        assertThat(precision(rates, "k4")).isGreaterThan(0.4);
        assertThat(precision(rates, "k5")).isGreaterThan(0.7);
        assertThat(precision(rates, "q3")).isBetween(0.03, 0.06);
        assertThat(precision(rates, "q4")).isBetween(0.15, 0.3);
        assertThat(precision(rates, "q5")).isGreaterThan(0.6);
    }

    @Test
    void ordinaryWordsSeldomMeetAName() {
        Map<String, Rate> rates = RATES.ofWords();
        rates.forEach((language, rate) -> print(language, rate));
        assertThat(rates)
                .hasSize(5)
                .allSatisfy((language, rate) -> assertThat(rate.falseRate()).isLessThan(0.0015));
    }

    private static double precision(Map<String, Rate> rates, String identifier) {
        return Objects.requireNonNull(rates.get(identifier)).precision();
    }

    private static void print(String what, Rate rate) {
        System.out.printf(
                "%-16s recall %.3f, false %.3f per 100 pairs, precision %.3f%n",
                what, rate.recall(), 100 * rate.falseRate(), rate.precision());
    }
}
