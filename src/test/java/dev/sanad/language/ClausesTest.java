package dev.sanad.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class ClausesTest {
    /** Language, and a sentence with a bar before each clause. */
    static final List<Arguments> SIX = List.of(
            Arguments.of(Language.ENGLISH, "It cost 1,250 euros|, |and Norway paid|; Andorra watched."),
            Arguments.of(Language.RUSSIAN, "Порт стоил 6,2 млн|, |а Норвегия платила."),
            Arguments.of(Language.ARABIC, "افتتح الوزير الميناء|، |لكن الصيادين احتجوا."),
            Arguments.of(Language.PERSIAN, "بندر باز شد |و ماهیگیران اعتراض کردند."),
            Arguments.of(Language.CHINESE_SIMPLIFIED, "港口开放|，|但是渔民抗议。"),
            Arguments.of(Language.CHINESE_TRADITIONAL, "港口開放|，|並且漁民抗議。"));

    @ParameterizedTest
    @FieldSource("SIX")
    void aSentenceIsPartedAtMarksAndAtWordsThatJoin(Language language, String marked) {
        String sentence = marked.replace("|", "");
        assertThat(Clauses.in(sentence, language).stream().map(clause -> clause.in(sentence)))
                .containsExactly(marked.split("\\|", -1));
    }

    @Test
    void whatHasNoClausesIsOneAndNothingIsNone() {
        assertThat(Clauses.in("Sanad", Language.OTHER)).containsExactly(new Span(0, 5));
        assertThat(Clauses.in("", Language.ENGLISH)).isEmpty();
    }
}
