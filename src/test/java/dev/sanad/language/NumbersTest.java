package dev.sanad.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1,000 soldiers                | 1000
            1,234,567.5                   | 1234567.5
            1 000 человек                 | 1000
            1\u00a0000\u202f000           | 1000000
            1.000.000                     | 1000000
            3.14                          | 3.14
            6,3 тысячи                    | 6300
            63 тысячи                     | 63000
            63 тыс. вылетов               | 63000
            2,5 млрд долларов             | 2500000000
            400 миллиардов                | 400000000000
            400 billion dollars           | 400000000000
            $5bn                          | 5000000000
            1.5 million                   | 1500000
            ٦٣ ألف طلعة                   | 63000
            ٦٣ ألفًا                      | 63000
            ٤٠٠ مليار دولار               | 400000000000
            ١٬٠٠٠                         | 1000
            ٣٫٥ ملايين                    | 3500000
            10 آلاف                       | 10000
            بين 3 آلاف و4 آلاف            | 3000 4000
            ۶۳ هزار پرواز                 | 63000
            ۶۳ هزار و ۵۰۰ نفر             | 63500
            ۴۰۰ میلیارد دلار              | 400000000000
            ۲ هزار میلیارد                | 2000000000000
            超過6.3萬架次                 | 63000
            超过4000亿美元                | 400000000000
            4000多億                      | 400000000000
            3亿5000万                     | 350000000
            至少1萬名                     | 10000
            5千克                         | 5
            兩萬人                        | 20000
            十四                          | 14
            三萬五千                      | 35000
            三万五                        | 35000
            三百〇五                      | 305
            一万亿                        | 1000000000000
            百万                          |
            二〇二六年                    | 2026
            十五天                        | 15
            三年                          | 3
            １２３                        | 123
            統一了一些地方                |
            统一百万                      |
            三三两两                      |
            千万不要                      |
            S-400 and Su-35               | 400 35
            蘇-35、蘇-34                  | 35 34
            X.25                          | 25
            29/01/2026                    | 29 1 2026
            29.01.2026                    | 29 1 2026
            11:44                         | 11 44
            1,2,3                         | 1 2 3
            007                           | 7
            """)
    void aNumberIsReadInAnyScript(String text, String expected) {
        assertThat(values(text)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void theSpanHoldsTheMagnitudeToo() {
        String text = "усього 63 тысячи вылетов";
        assertThat(Numbers.in(text).get(0).span().in(text)).isEqualTo("63 тысячи");
        String chinese = "超過6.3萬架次";
        assertThat(Numbers.in(chinese).get(0).span().in(chinese)).isEqualTo("6.3萬");
    }

    @Test
    void equalNumbersAreEqualHoweverTheyAreWritten() {
        assertThat(Numbers.in("4000億").get(0).value())
                .isEqualTo(Numbers.in("400 billion").get(0).value())
                .isEqualTo(Numbers.in("٤٠٠ مليار").get(0).value());
        assertThat(Numbers.in("1.50").get(0).value()).isEqualTo(Numbers.in("1,5").get(0).value());
    }

    @Test
    void anEndlessRowOfDigitsIsNoQuantity() {
        assertThat(Numbers.in("9".repeat(100_000))).isEmpty();
    }

    @Property(tries = 400)
    void mentionsStandInOrderDisjointAndInsideAnyText(@ForAll @From("texts") String text) {
        int last = 0;
        for (NumberMention mention : Numbers.in(text)) {
            assertThat(mention.span().start()).isGreaterThanOrEqualTo(last);
            last = mention.span().end();
        }
        assertThat(last).isLessThanOrEqualTo(text.length());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "1", "23", "000", "٤٥٦", "۷", "９", ",", ".", " ", "\u00a0", "٬", "٫", "万", "億", "十", "百", "〇", "两", "三",
                "兆", "多", "тыс.", "млн", " и ", " و ", "ألف", "هزار", "million", "年", "-", "𝟗", "\uD800");
        return Arbitraries.oneOf(pieces.list().ofMaxSize(16).map(list -> String.join("", list)), Arbitraries.strings().ofMaxLength(40));
    }

    private static String values(String text) {
        return Numbers.in(text).stream()
                .map(mention -> mention.value().toPlainString())
                .collect(Collectors.joining(" "));
    }
}
