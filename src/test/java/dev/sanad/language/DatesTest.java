package dev.sanad.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.From;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    /** A Wednesday: 8 Bahman 1404. */
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 1, 28);

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en      | on 2026-01-28                             | 2026-01-28
            en      | at 2026-01-28T10:00:00Z                   | 2026-01-28
            en      | 29/01/2026                                | 2026-01-29
            en      | 01/29/2026                                | 2026-01-29
            en      | 03/04/2026                                | 2026-04-03
            en      | 28 January 2026                           | 2026-01-28
            en      | the 28th of January, 2026                 | 2026-01-28
            en      | January 28, 2026                          | 2026-01-28
            en      | Jan. 28, 2026                             | 2026-01-28
            en      | in Jan 2026                               | 2026-01
            en      | on 24 January                             | --01-24
            en      | in May they may march                     | --05
            en      | in 2019                                   | 2019
            en      | since late 2019                           | 2019
            en      | the war (2011-2024)                       | 2011 2024
            ru      | 28 января 2026 года                       | 2026-01-28
            ru      | 28.01.2026                                | 2026-01-28
            ru      | в январе 2026                             | 2026-01
            ru      | в октябре 2025 года                       | 2025-10
            ru      | с 24 января                               | --01-24
            ru      | в 2015 году                               | 2015
            ru      | в 2015-м году                             | 2015
            ru      | в октябре                                 | --10
            zh-Hant | 2026年1月28日                             | 2026-01-28
            zh-Hans | 二〇二六年一月二十八日                    | 2026-01-28
            zh-Hans | 1月 18, 2025 - 11:44                      | 2025-01-18
            zh-Hant | 自2024年12月                              | 2024-12
            zh-Hant | 於1月24日延長了15天                       | --01-24
            zh-Hans | 在2011年之前                              | 2011
            zh-Hans | 2010年至2016年                            | 2010 2016
            zh-Hans | 十二月三日                                | --12-03
            zh-Hans | 持续3个月                                 |
            ar      | ٢٨ كانون الثاني ٢٠٢٦                      | 2026-01-28
            ar      | 28 كانون الثاني/يناير 2026                | 2026-01-28
            ar      | الثامن من كانون الأول/ديسمبر 2024         | 2024-12-08
            ar      | الحادي والعشرين من آذار 2025              | 2025-03-21
            ar      | في تشرين الأول/أكتوبر                     | --10
            ar      | ١٥ آب ٢٠٢٥                                | 2025-08-15
            ar      | ١٥ أب                                     |
            ar      | 7 جويلية 2025                             | 2025-07-07
            ar      | يناير 28، 2026                            | 2026-01-28
            ar      | وديسمبر 2024                              | 2024-12
            ar      | ٩ شعبان ١٤٤٧                              | 2026-01-28
            ar      | منذ العام 2019                            | 2019
            ar      | بدءا من العام ٢٠١٥.                       | 2015
            ar      | 2026/1/28                                 | 2026-01-28
            fa      | ۸ بهمن ۱۴۰۴                               | 2026-01-28
            fa      | ۱۴۰۴/۱۱/۰۸                                | 2026-01-28
            fa      | ۸ بهمن‌ماه سال ۱۴۰۴                       | 2026-01-28
            fa      | ۳۰ اسفند ۱۴۰۳                             | 2025-03-20
            fa      | آبان ۱۴۰۴                                 | 2025
            fa      | ۲۸ ژانویه ۲۰۲۶                            | 2026-01-28
            fa      | ۲۴ ژانویه                                 | --01-24
            fa      | از اواخر سال ۲۰۱۹                         | 2019
            fa      | سال ۱۴۰۴                                  | 2025
            fa      | ۵ مه ۲۰۲۵                                 | 2025-05-05
            fa      | ۸ بهمن                                    |
            en      | 30 February 2026                          | 2026-02
            en      | 2000 people and 1,999 more                |
            en      | S-400 and Su-35                           |
            """)
    void aStatedDateIsFound(String tag, String text, String expected) {
        assertThat(shown(text, tag, Optional.empty())).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en      | today                        | 2026-01-28
            en      | yesterday                    | 2026-01-27
            en      | on Wednesday                 | 2026-01-28
            en      | on Tuesday                   | 2026-01-27
            en      | last Wednesday               | 2026-01-21
            en      | next Friday                  | 2026-01-30
            en      | last year                    | 2025
            en      | this month                   | 2026-01
            en      | last December                | 2025-12
            ru      | в среду                      | 2026-01-28
            ru      | природная среда              |
            ru      | во вторник                   | 2026-01-27
            ru      | вчера                        | 2026-01-27
            ru      | в прошлую пятницу            | 2026-01-23
            ru      | в прошлом году               | 2025
            ru      | в этом месяце                | 2026-01
            ar      | الأربعاء                     | 2026-01-28
            ar      | اليوم الأربعاء               | 2026-01-28 2026-01-28
            ar      | الثلاثاء                     | 2026-01-27
            ar      | في اليوم التالي              |
            ar      | أمس                          | 2026-01-27
            ar      | 15 تشرين الأول الماضي        | 2025-10-15
            ar      | العام الماضي                 | 2025
            ar      | هذا الشهر                    | 2026-01
            ar      | الخميس المقبل                | 2026-01-29
            fa      | چهارشنبه ۸ بهمن              | 2026-01-28 2026-01-28
            fa      | سه‌شنبه                      | 2026-01-27
            fa      | سهشنبه                       | 2026-01-27
            fa      | دیروز                        | 2026-01-27
            fa      | امسال                        | 2025
            fa      | پاییز سال گذشته              | 2024
            fa      | دو سال گذشته                 |
            fa      | ۱۵ آذر سال گذشته             | 2024-12-05
            zh-Hans | 周三                         | 2026-01-28
            zh-Hant | 週三                         | 2026-01-28
            zh-Hans | 星期二                       | 2026-01-27
            zh-Hans | 本周五                       | 2026-01-23
            zh-Hans | 上周五                       | 2026-01-23
            zh-Hans | 去年12月初                   | 2025-12
            zh-Hans | 去年                         | 2025
            zh-Hans | 28日在莫斯科                 | 2026-01-28
            zh-Hans | 30日                         | 2025-12-30
            zh-Hant | 昨日                         | 2026-01-27
            zh-Hans | 本月                         | 2026-01
            """)
    void aDateToldByTheDayOfWritingIsFound(String tag, String text, String expected) {
        assertThat(shown(text, tag, Optional.of(WEDNESDAY))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void withoutTheDayOfWritingRelativeDatesAreLeftOut() {
        assertThat(Dates.in("yesterday, on Wednesday, last year", Language.ENGLISH, Optional.empty())).isEmpty();
        assertThat(Dates.in("روز چهارشنبه ۸ بهمن", Language.PERSIAN, Optional.empty())).isEmpty();
    }

    @Test
    void theSpanHoldsTheWordsOfTheDate() {
        String text = "زار موسكو في ٢٨ كانون الثاني/يناير ٢٠٢٦ للمرة الثانية";
        DateMention mention = Dates.in(text, Language.ARABIC, Optional.empty()).get(0);
        assertThat(mention.span().in(text)).isEqualTo("٢٨ كانون الثاني/يناير ٢٠٢٦");
    }

    @Test
    void datesAgreeWhereNothingThatBothStateDiffers() {
        PartialDate day = PartialDate.of(2026, 1, 28);
        assertThat(day.agreesWith(PartialDate.ofYear(2026))).isTrue();
        assertThat(day.agreesWith(PartialDate.ofYear(2025))).isFalse();
        PartialDate january = new PartialDate(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.empty());
        assertThat(january.agreesWith(day)).isTrue();
        assertThat(january.agreesWith(PartialDate.ofYear(2026))).isFalse();
    }

    @Property(tries = 400)
    void mentionsStandInOrderDisjointAndInsideAnyText(
            @ForAll @From("texts") String text, @ForAll Language language, @ForAll boolean referenced) {
        Optional<LocalDate> reference = referenced ? Optional.of(WEDNESDAY) : Optional.empty();
        int last = 0;
        for (DateMention mention : Dates.in(text, language, reference)) {
            assertThat(mention.span().start()).isGreaterThanOrEqualTo(last);
            last = mention.span().end();
        }
        assertThat(last).isLessThanOrEqualTo(text.length());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "28", "٢٨", "۸", "2026", "۱۴۰۴", "1447", " ", "/", "-", ".", "年", "月", "日", "January", "may", "of", "in ",
                "كانون الثاني", "الثامن من", "شعبان", "بهمن", "ماه", "سال", "января", "года", "в ", "周", "三", "二〇", "去年",
                "last", "year", "الماضي", "\n", "十", "،", "0", "99", "32");
        return Arbitraries.oneOf(pieces.list().ofMaxSize(14).map(list -> String.join("", list)), Arbitraries.strings().ofMaxLength(40));
    }

    @Test
    void timeGrowsWithTheLengthOfTheTextAlone() {
        for (String piece : List.of("1", "28 ", "1,", "年月", "в ", "2026-", "الثامن من ", "january ", "في ")) {
            String text = piece.repeat(100_000 / piece.length());
            long start = System.nanoTime();
            for (Language language : Language.values()) {
                Dates.in(text, language, Optional.of(WEDNESDAY));
            }
            Numbers.in(text);
            assertThat(System.nanoTime() - start).as(piece).isLessThan(10_000_000_000L);
        }
    }

    private static String shown(String text, String tag, Optional<LocalDate> reference) {
        Language language = Language.ofTag(tag).orElseThrow();
        return String.join(
                " ",
                Dates.in(text, language, reference).stream().map(mention -> shown(mention.date())).toList());
    }

    private static String shown(PartialDate date) {
        String year = date.year().isPresent() ? "%04d".formatted(date.year().getAsInt()) : "-";
        String month = date.month().isPresent() ? "-%02d".formatted(date.month().getAsInt()) : "";
        String day = date.day().isPresent() ? "-%02d".formatted(date.day().getAsInt()) : "";
        return year + month + day;
    }
}
