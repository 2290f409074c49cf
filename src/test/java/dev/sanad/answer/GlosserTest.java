package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlosserTest {
    private static final Analyzers ANALYZERS = Analyzers.packed();
    private static final Glosser GLOSSER = new Glosser(ANALYZERS);

    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2025, 1, 22);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; Russia · Iran · agreement · 20 years · 17 January 2025",
                "ru; Россия · Иран · соглашение · 20 лет · 17 января 2025 г.",
                "ar; روسيا · إيران · اتفاق · 20 سنة · 17 يناير 2025",
                "zh-Hans; 俄罗斯 · 伊朗 · 协议 · 20年 · 2025年1月17日",
                "zh-Hant; 俄羅斯 · 伊朗 · 協議 · 20 年 · 2025年1月17日"
            })
    void aPersianSentenceIsGlossedInItsOrderForEveryReader(String reader, String gloss) {
        assertThat(line("fa", "روسیه و ایران توافق ۲۰ سال را روز ۱۷ ژانویهٔ ۲۰۲۵ امضا کردند.", reader))
                .isEqualTo(gloss);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ar; وقعت روسيا وإيران اتفاق شراكة لمدة 20 عاما يوم 17 يناير 2025.",
                "zh-Hans; 俄罗斯和伊朗签署协议，为期20年，日期为2025年1月17日。",
                "zh-Hant; 俄羅斯和伊朗簽署協議，為期20年，日期為2025年1月17日。",
                "ru; Россия и Иран подписали соглашение на 20 лет 17 января 2025 года.",
                "en; Russia and Iran signed an agreement for 20 years on 17 January 2025."
            })
    void everyLanguageIsGlossedForAPersianReader(String language, String sentence) {
        assertThat(line(language, sentence, "fa")).isEqualTo("روسیه · ایران · توافق · ۲۰ سال · ۱۷ ژانویهٔ ۲۰۲۵");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "zh-Hant; 飛行6.3萬次; en; 63,000",
                "zh-Hans; 4000亿; en; 400 billion",
                "en; 63,000 people; zh-Hans; 6.3万",
                "en; 6,312,456 people; zh-Hant; 6,312,456",
                "en; 6.3 million people; ru; 6,3 миллиона",
                "en; 63,000 people; fa; ۶۳٬۰۰۰",
                "ru; 12,5 % голосов; en; 12.5%",
                "ar; ١٢٫٥ في المئة; ru; 12,5 %",
                "ru; в 2019; en; 2019",
                "zh-Hans; 1897年; en; 1897",
                "en; 40 million euros; ru; 40 миллионов евро"
            })
    void numbersAreTheSameInTheReadersDigitsAndMagnitudes(String language, String words, String reader, String said) {
        assertThat(line(language, words, reader)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Комплексы С-400 и Су-35 на 20-й день",
        "en, It was 10:30 when Boeing 737 won 2:1 in the 21st century",
        "zh-Hans, 第3次在20世纪30年代",
        "fa, قرن ۲۰ در سال ۱۴۰۳",
        "ar, عام 140 قبل الميلاد"
    })
    void numbersThatArePartsOfSomethingElseAreNotSaid(String language, String words) {
        for (Language reader : Language.spoken()) {
            assertThat(line(language, words, reader.tag()).replaceAll("\\D", ""))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ru; Вчера; en; 21 January 2025",
                "en; On Monday; fa; ۲۰ ژانویهٔ ۲۰۲۵",
                "ar; أمس; zh-Hans; 2025年1月21日",
                "fa; ۸ بهمن; en; 27 January 2025",
                "en; on 24 January; ru; 24 января",
                "en; in January 2024; ar; يناير 2024"
            })
    void datesAreResolvedByTheArticlesAndNoMoreExactThanItIs(
            String language, String words, String reader, String said) {
        assertThat(line(language, words, reader)).isEqualTo(said);
    }

    @Test
    void withoutADateOfTheArticleYesterdayIsNoDay() {
        assertThat(GLOSSER.of("Вчера", Language.RUSSIAN, Optional.empty(), Language.ENGLISH))
                .isEmpty();
    }

    @Test
    void aTermStandsOnceAndTwelveAreEnough() {
        String many = "Russia, Russian, Iran, Syria, Iraq, Egypt, Jordan, Lebanon, Qatar, Yemen, Oman, Libya, Tunisia,"
                + " France, Spain.";
        Gloss gloss = GLOSSER.of(many, Language.ENGLISH, Optional.empty(), Language.RUSSIAN)
                .orElseThrow();
        assertThat(gloss.terms()).hasSize(12).doesNotHaveDuplicates().startsWith("Россия", "Иран");
    }

    @Test
    void textOfStrangersNeverComesIntoAGloss() {
        String hostile = "\u202eРоссия <b>http://evil.example</b> {terms} [1] @channel /ask \u2066Иран\u2069";
        assertThat(GLOSSER.of(hostile, Language.RUSSIAN, Optional.empty(), Language.ENGLISH))
                .hasValueSatisfying(gloss -> assertThat(gloss.terms()).isSubsetOf(List.of("Russia", "Iran", "1")));
    }

    @Property(tries = 200)
    void anyTextIsGlossedOrNot(@ForAll String text) {
        for (Language language : Language.spoken()) {
            assertThat(GLOSSER.of(text, language, Optional.of(DAY), Language.ENGLISH))
                    .satisfies(gloss ->
                            gloss.ifPresent(terms -> assertThat(terms.terms()).hasSizeBetween(1, 12)));
        }
    }

    private static String line(String language, String sentence, String reader) {
        return GLOSSER.of(
                        sentence,
                        Language.ofTag(language).orElseThrow(),
                        Optional.of(DAY),
                        Language.ofTag(reader).orElseThrow())
                .map(gloss -> gloss.line().replaceAll("[\u00a0\u202f]", " "))
                .orElse("");
    }
}
