package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnalyzersTest {
    private static final Analyzers ANALYZERS = Analyzers.packed();

    @ParameterizedTest
    @EnumSource
    void everyAnalysisHasItsAnalyzer(Analysis analysis) {
        assertThat(ANALYZERS.terms("Velmora 2026", analysis)).contains("2026").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "en, ships, ship",
        "en, The harbour's cranes, harbour crane",
        "ru, корабли, корабль",
        "ru, портового порта, портовый порт",
        "ar, السفينة, سفينة",
        "ar, والمرفأ, المرفأ",
        "fa, کشتی‌ها, کشتی",
        "fa, كشتي, کشتی",
    })
    void formsOfAWordShareTheirTerm(String language, String one, String other) {
        Language of = Language.ofTag(language).orElseThrow();
        assertThat(ANALYZERS.terms(one, of)).isNotEmpty().isEqualTo(ANALYZERS.terms(other, of));
    }

    @ParameterizedTest
    @CsvSource({"機場關閉, 机场关闭", "總統訪問歐洲, 总统访问欧洲", "後發展, 后发展", "台灣與臺灣, 台湾与台湾"})
    void traditionalAndSimplifiedGiveTheSameTerms(String traditional, String simplified) {
        for (Analysis analysis : List.of(Analysis.CHINESE, Analysis.UNSTEMMED)) {
            assertThat(ANALYZERS.terms(traditional, analysis))
                    .isNotEmpty()
                    .isEqualTo(ANALYZERS.terms(simplified, analysis));
        }
    }

    @Test
    void chineseGivesCharactersAndTheirPairs() {
        assertThat(ANALYZERS.terms("机场关闭", Language.CHINESE_SIMPLIFIED))
                .containsExactlyInAnyOrder("机", "机场", "场", "场关", "关", "关闭", "闭");
    }

    @Test
    void theTokenizerOfAllLanguagesHasItsIcuData() {
        // Thai and Chinese need ICU's dictionaries, which other versions of icu4j cannot read
        assertThat(ANALYZERS.terms("ภาษาไทยง่าย", Analysis.UNSTEMMED)).hasSizeGreaterThan(1);
        assertThat(ANALYZERS.terms("我们是中国人", Analysis.UNSTEMMED)).hasSizeBetween(2, 5);
        assertThat(ANALYZERS.terms("Straße CAFÉ паром", Analysis.UNSTEMMED))
                .containsExactly("strasse", "cafe", "паром");
    }

    @Test
    void theZeroWidthNonJoinerParts() {
        assertThat(ANALYZERS.terms("رئیس‌جمهور", Analysis.PERSIAN))
                .hasSize(2)
                .isEqualTo(ANALYZERS.terms("رئیس جمهور", Analysis.PERSIAN));
        assertThat(ANALYZERS.terms("رئیس‌جمهور", Analysis.UNSTEMMED))
                .isEqualTo(ANALYZERS.terms("رئیس جمهور", Analysis.UNSTEMMED));
    }

    @Test
    void digitsOfEveryScriptAreTheSame() {
        assertThat(ANALYZERS.terms("٢٠٢٦", Analysis.ARABIC)).containsExactly("2026");
        assertThat(ANALYZERS.terms("۲۰۲۶", Analysis.PERSIAN)).containsExactly("2026");
        assertThat(ANALYZERS.terms("２０２６", Analysis.CHINESE)).containsExactly("2026");
        assertThat(ANALYZERS.terms("٢٠٢٦ ۲۰۲۶ ２０２６", Analysis.UNSTEMMED)).containsExactly("2026", "2026", "2026");
    }

    @Property(tries = 200)
    void anyTextHasTerms(@ForAll String text, @ForAll Analysis analysis) {
        assertThat(ANALYZERS.terms(text, analysis)).noneMatch(String::isEmpty);
    }
}
