package dev.sanad.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest(name = "{0} and {1} compare the same")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Moscow         | MOSCOW
            ｆｕｌｌ　width | full width
            Élysée         | elysee
            Ёлка           | елка
            أحمد           | احمد
            إدلب           | ادلب
            رئيس           | رییس
            قاعدة          | قاعده
            موسكو          | موسکو
            سـوريـا        | سوريا
            مُحَمَّد        | محمد
            ٢٠٢٦           | 2026
            ۲۰۲۶           | 2026
            敘利亞         | 叙利亚
            萬             | 万
            رئیس‌جمهور     | رئیس جمهور
            می‌خواهند      | می خواهند
            می‌خواهند      | میخواهند
            پایگاه‌های     | پایگاه های
            پایگاه‌های     | پایگاههای
            """)
    void spellingsOfOneWordCompareTheSame(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @Test
    void lettersThatTellWordsApartStay() {
        for (List<String> pair : List.of(List.of("мой", "мои"), List.of("سال", "شال"), List.of("俄国", "德国"))) {
            assertThat(Folding.fold(pair.get(0))).isNotEqualTo(Folding.fold(pair.get(1)));
        }
    }

    @Property(tries = 1000)
    void foldingNeverFailsAndASecondTimeChangesNothing(@ForAll @From("texts") String text) {
        String folded = Folding.fold(text);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "می", " ", "\u200c", "ها", "های", "تر", "ن", "i", "\u0307", "İ", "й", "\u0306", "и", "أ", "\u0654", "ـ",
                "\u064B", "ﷺ", "ﬁ", "萬", "裏", "乾", "後", "\uD800", "𝟗", "Σ", "ς", "ß", "が", "\u3099", "e\u0301", "\u2003");
        return Arbitraries.oneOf(pieces.list().ofMaxSize(12).map(list -> String.join("", list)), Arbitraries.strings());
    }
}
