package dev.sanad.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.ScopeWords.Wanted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeWordsTest {
    private static final Optional<LocalDate> NEWEST = Optional.of(LocalDate.of(2026, 2, 10));
    private static final List<String> HELD =
            List.of("xinhua", "الجزيره نت", "тасс", "ايرنا", "the velmora gazette", "reuters", "коммерсантъ");

    private static Wanted read(String language, String question) {
        return ScopeWords.in(question, Language.ofTag(language).orElseThrow(), () -> HELD, NEWEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | What did Xinhua write about the harbour? | xinhua | about the harbour?",
                "en | According to the Velmora Gazette, who owns the mill? | the velmora gazette | , who owns the"
                        + " mill?",
                "en | According to Al Jazeera, who owns the mill? | الجزيره نت | , who owns the mill?",
                "en | What did the agency TASS report about wheat? | тасс | about wheat?",
                "ru | По данным ТАСС, кто владеет мельницей? | тасс | , кто владеет мельницей?",
                "ru | Что писала газета «Коммерсантъ» о мельнице? | коммерсантъ | о мельнице?",
                "ru | По данным «Коммерсанта», кто владеет мельницей? | коммерсантъ | , кто владеет мельницей?",
                "ru | Кто владеет мельницей, по сообщению агентства Синьхуа? | xinhua | Кто владеет мельницей, ?",
                "ar | بحسب الجزيرة، من يملك المطحنة؟ | الجزيره نت | ، من يملك المطحنة؟",
                "ar | وفقًا للجزيرة من يملك المطحنة؟ | الجزيره نت | من يملك المطحنة؟",
                "ar | ماذا قالت وكالة رويترز عن المطحنة؟ | reuters | عن المطحنة؟",
                "fa | به گزارش خبرگزاری ایرنا، آسیاب مال کیست؟ | ايرنا | ، آسیاب مال کیست؟",
                "fa | به نقل از رویترز آسیاب مال کیست؟ | reuters | آسیاب مال کیست؟",
                "zh-Hans | 据新华社报道，磨坊属于谁？ | xinhua | ，磨坊属于谁？",
                "zh-Hant | 據新華社報導，磨坊屬於誰？ | xinhua | ，磨坊屬於誰？",
                "zh-Hant | 根據半島電視台的報導，磨坊屬於誰？ | الجزيره نت | ，磨坊屬於誰？",
            })
    void anOutletWithAWordOfReportingIsWanted(String language, String question, String outlet, String rest) {
        Wanted wanted = read(language, question);
        assertThat(wanted.outlets()).containsExactly(outlet);
        assertThat(wanted.rest().replaceAll(" +", " ")).isEqualTo(rest);
        assertThat(wanted.outlet()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Who founded Xinhua?",
                "en | Which newspaper did Reuters quote about the base?",
                "en | According to Reuters's director, who paid?",
                "en | According to the mayor, who paid?",
                "en | According to AFP, who paid?",
                "en | What happened on 8 December 2024?",
                "en | Which bridge was opened in January 2026?",
                "en | Who was wounded in May in the Russian attack?",
                "en | Which Arabic poet was born in 1926?",
                "ru | Кто основал ТАСС?",
                "ru | По данным полиции, кто владеет мельницей?",
                "ru | Что случилось 8 декабря 2024 года?",
                "ar | من أسس الجزيرة؟",
                "ar | ماذا حدث في 8 ديسمبر 2024؟",
                "ar | متى تأسست الصحافة؟",
                "fa | چه کسی ایرنا را بنیان گذاشت؟",
                "fa | در ۸ دسامبر ۲۰۲۴ چه شد؟",
                "zh-Hans | 谁创办了新华社？",
                "zh-Hans | 2024年12月8日发生了什么？",
                "zh-Hant | 誰創辦了新華社？",
            })
    void outletsAndDatesThatAreTheMatterAreNot(String language, String question) {
        Wanted wanted = read(language, question);
        assertThat(wanted.isEmpty()).isTrue();
        assertThat(wanted.rest()).isEqualTo(question);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | What did Xinhua write in January 2026 about the mill? | 2026-01-01 | 2026-01-31",
                "en | What do articles published on 5 January 2026 say about wheat? | 2026-01-05 | 2026-01-05",
                "en | Who owns the mill, in articles published between 3 January 2026 and 9 January 2026? | 2026-01-03"
                        + " | 2026-01-09",
                "en | Who owns the mill in articles from 2025? | 2025-01-01 | 2025-12-31",
                "en | What do articles published in December say about wheat? | 2025-12-01 | 2025-12-31",
                "en | What has burnt down since last week? | 2026-02-03 |",
                "en | What has been reported in recent weeks? | 2026-01-10 |",
                "ru | Что писало ТАСС в январе 2026 года о мельнице? | 2026-01-01 | 2026-01-31",
                "ru | Что говорят статьи, опубликованные 5 января 2026 года? | 2026-01-05 | 2026-01-05",
                "ru | Что сгорело за последнюю неделю? | 2026-02-03 |",
                "ar | ماذا تقول المقالات المنشورة في يناير 2026 عن المطحنة؟ | 2026-01-01 | 2026-01-31",
                "ar | ماذا كتبت رويترز في كانون الثاني 2026 عن المطحنة؟ | 2026-01-01 | 2026-01-31",
                "ar | ما الذي احترق منذ الأسبوع الماضي؟ | 2026-02-03 |",
                "fa | مقالات منتشر شده در ژانویه ۲۰۲۶ درباره آسیاب چه می‌گویند؟ | 2026-01-01 | 2026-01-31",
                "fa | در هفته گذشته چه سوخت؟ | 2026-02-03 |",
                "zh-Hans | 2026年1月发表的文章怎么说磨坊？ | 2026-01-01 | 2026-01-31",
                "zh-Hans | 新华社在2026年1月报道了什么？ | 2026-01-01 | 2026-01-31",
                "zh-Hans | 上周以来烧了什么？ | 2026-02-03 |",
                "zh-Hant | 過去一週燒了什麼？ | 2026-02-03 |",
            })
    void aDayOfPublicationIsAPeriod(String language, String question, LocalDate since, LocalDate until) {
        Wanted wanted = read(language, question);
        assertThat(wanted.since()).isEqualTo(Optional.ofNullable(since));
        assertThat(wanted.until()).isEqualTo(Optional.ofNullable(until));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | What do Chinese sources say about the mill? | zh-Hans zh-Hant",
                "en | How is the mill described in Arabic-language media? | ar",
                "en | What do articles in Persian say about the mill? | fa",
                "ru | Что о мельнице пишут в арабских СМИ? | ar",
                "ru | Что о мельнице говорят статьи на китайском языке? | zh-Hans zh-Hant",
                "ar | ماذا كتبت الصحافة الصينية عن المطحنة؟ | zh-Hans zh-Hant",
                "fa | رسانه‌های عربی درباره آسیاب چه نوشتند؟ | ar",
                "zh-Hans | 俄语媒体怎么说磨坊？ | ru",
                "zh-Hant | 波斯語媒體怎麼說磨坊？ | fa",
            })
    void aLanguageOfTheMediaIsWanted(String language, String question, String tags) {
        Set<Language> expected = List.of(tags.split(" ")).stream()
                .map(tag -> Language.ofTag(tag).orElseThrow())
                .collect(Collectors.toSet());
        assertThat(read(language, question).languages()).isEqualTo(expected);
    }

    @Test
    void aQuestionOfNothingElseStaysWhole() {
        Wanted wanted = read("en", "What did Xinhua write in January 2026?");
        assertThat(wanted.rest()).isEqualTo("What did Xinhua write in January 2026?");
        assertThat(wanted.outlets()).containsExactly("xinhua");
        assertThat(wanted.since()).contains(LocalDate.of(2026, 1, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | What is the latest death toll? | true",
                "en | How many ships are in the harbour now? | true",
                "en | Who knows the latest? | true",
                "en | Who knows the answer? | false",
                "ru | Каковы последние данные о погибших? | true",
                "ru | Сколько кораблей сейчас в порту? | true",
                "ru | Кто был последним императором? | false",
                "ar | ما أحدث حصيلة للضحايا؟ | true",
                "ar | كم سفينة في الميناء حاليًا؟ | true",
                "ar | ماذا حدث في ذلك اليوم؟ | false",
                "fa | آخرین آمار قربانیان چیست؟ | true",
                "fa | اکنون چند کشتی در بندر است؟ | true",
                "fa | چند کشتی در بندر بود؟ | false",
                "zh-Hans | 最新的死亡人数是多少？ | true",
                "zh-Hant | 目前港口有多少艘船？ | true",
                "zh-Hant | 離港口最近的學校在哪裡？ | false",
            })
    void aQuestionForTheNewestSaysSo(String language, String question, boolean latest) {
        assertThat(ScopeWords.askForLatest(question, Language.ofTag(language).orElseThrow()))
                .isEqualTo(latest);
    }

    @Test
    void everyLanguageHasEveryKindOfPhrase() {
        for (String tag : List.of("en", "ru", "ar", "fa", "zh-Hans")) {
            Set<String> kinds = LanguageTable.lines("scope-words.tsv").stream()
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> cells[0].equals(tag))
                    .peek(cells -> assertThat(cells).hasSize(3))
                    .map(cells -> cells[1])
                    .collect(Collectors.toSet());
            assertThat(kinds)
                    .contains(
                            "FILTER", "DAYS=7", "DAYS=31", "LATEST", "NAME=ar", "NAME=fa", "NAME=zh", "NAME=ru",
                            "NAME=en");
        }
    }
}
