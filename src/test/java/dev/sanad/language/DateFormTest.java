package dev.sanad.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DateFormTest {
    /** What dates are made of, and words that look like it. */
    private static final Map<Language, String> PIECES = Map.of(
            Language.ENGLISH,
            "january|jan|feb|march|apr|may|june|sept|sep|october|dec|monday|sunday|today|tonight|yesterday|tomorrow|last|next|this|past|coming"
                + "|year|month|in|since|of|the|th|nd|mayor|marching|(|)",
            Language.RUSSIAN,
            "январь|января|фев|марта|марш|май|маяк|июнь|августа|сент|ноя|дек|понедельник|среду|среда|в|во|со|к|сегодня|вчера|позавчера|завтра|накануне"
                + " вечером|прошлый|минувший|этот|этом|нынешнем|текущий|следующий|будущем|год|году|года|г.|гг|месяц|-го|-е",
            Language.ARABIC,
            "كانون الثاني|كانون الأول|يناير|شباط|آذار|اب|آب|أيلول|تشرين الأول|نوفمبر|محرم|ربيع الآخر|جمادى الأولى|ذو"
                    + " الحجة|الثامن|الحادي والعشرين|من|شهر|الأربعاء|الاثنين|يوم|اليوم|أمس|أول"
                    + " أمس|غدا|هذا|هذه|العام|السنة|الشهر|للعام|الماضي|المقبل|الجاري|عام|سنة|في|منذ|و|ب|ل|هـ|ه",
            Language.PERSIAN,
            "فروردین|تیر|مهر|آبان|دی|اسفند|ماه|ژانویه|مارس|می|مه|ژوئن|اوت|دسامبر|دوشنبه|سه شنبه|یک"
                    + " شنبه|جمعه|امروز|دیشب|پریروز|فردا|پس فردا|پسفردا|سال گذشته|پارسال|امسال|سال جاری|سال آینده|ماه"
                    + " گذشته|این ماه|سال|سالهای|در|از|چهار|چند|آینده|گذشته|م",
            Language.CHINESE_SIMPLIFIED,
            "年|月|日|号|去年|今年|明年|一|二〇二六|十|十二|三|廿|今天|昨日|前天|后天|上|下|本|这|个|周|星期|礼拜|天|五|台|前|间",
            Language.CHINESE_TRADITIONAL,
            "年|月|日|號|去年|今年|明年|一|二○二六|十|十二|三|今天|昨日|前天|後天|上|下|本|這|個|週|星期|禮拜|天|五|台|前|間");

    private static final String COMMON = "|1|2|9|12|28|30|31|1404|1447|1999|2015|2026| | | |  |,|.|-|/|:|\n|۲۸|٢٠٢٦|x";

    /** A form whose beginnings leave one out would miss dates without a word. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aPatternMatchesNowhereThatItsFormDoesNotTry(Language language) {
        String[] pieces = (PIECES.getOrDefault(language, "") + COMMON).split("\\|", -1);
        Random random = new Random(11);
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece < 14; piece++) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(3) == 0 ? "" : " ");
            }
            String shadow = Shadow.of(text.toString());
            for (DateForm form : DateForm.of(language)) {
                assertThat(tried(form, shadow))
                        .as("%s in %s", form.pattern(), text)
                        .isEqualTo(found(form, shadow));
            }
        }
    }

    private static List<Span> tried(DateForm form, String shadow) {
        List<Span> spans = new ArrayList<>();
        form.matches(shadow, matcher -> spans.add(new Span(matcher.start(), matcher.end())));
        return spans;
    }

    private static List<Span> found(DateForm form, String shadow) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = form.pattern().matcher(shadow);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end()));
        }
        return spans;
    }
}
