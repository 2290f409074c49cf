package dev.sanad.answer;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import dev.sanad.index.Unit;
import dev.sanad.language.DayNames;
import dev.sanad.language.Language;
import dev.sanad.language.NumberMention;
import dev.sanad.language.PartialDate;
import dev.sanad.language.Percent;
import dev.sanad.language.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers of one foreign sentence as the reader's language writes them: its digits and magnitudes by CLDR, with percent and unit, never rounded. */
final class Figures {
    private static final Map<String, MeasureUnit> MEASURES = Map.of(
            "g:year", MeasureUnit.YEAR,
            "g:month", MeasureUnit.MONTH,
            "g:week", MeasureUnit.WEEK,
            "g:day", MeasureUnit.DAY,
            "g:hour", MeasureUnit.HOUR,
            "g:minute", MeasureUnit.MINUTE,
            "g:kilometre", MeasureUnit.KILOMETER);

    /** Beside these a number is an ordinal. */
    private static final Set<String> ORDINAL = Set.of("g:century", "g:decade");

    /** Half of a score, a time or a range, an ordinal, or a part of a name: a number that says nothing alone. */
    private static final Pattern JOINED_BEFORE =
            Pattern.compile("(?:[\\p{L}\\p{Nd}&&[^\\p{IsHan}]]|[第前:：/№#.,–−-]|\\p{Lu}[\\p{L}-]* )$");

    private static final Pattern JOINED_BEHIND =
            Pattern.compile("^(?:[\\p{L}\\p{Nd}&&[^\\p{IsHan}]]|[:：/°º]|[–−‐‑-][\\p{L}\\p{Nd}]|\\.\\p{Nd})");

    /** Years before our era, grades of schools, days that are none, and areas. */
    private static final Pattern NO_MEASURE = Pattern.compile("^.{0,10}(?:قبل الميلاد|ق\\.? ?م|(?:پیش|قبل) از میلاد|до"
        + " н|BC|B\\.C)|^年[级級度]|^天[文气氣主空然使线線]|^.{0,3}(?:كم|کم|کیلومتر|كيلومتر\\p{L}*|км|километр\\p{L}*|kilomet\\p{L}+)"
        + " (?:مربع|кв|square)");

    private static final Pattern POINTS =
            Pattern.compile("^.{0,2}(?:个百分点|個百分點|percentage|процентн|نقطة|واحد درصد)", Pattern.CASE_INSENSITIVE);

    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(100);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2200);
    private static final int STEP = 3;
    private static final int CHINESE_STEP = 4;
    private static final int MOST_DECIMALS = 2;

    private final String sentence;
    private final List<Unit> units;
    private final Language reader;

    Figures(String sentence, List<Unit> units, Language reader) {
        this.sentence = sentence;
        this.units = units;
        this.reader = reader;
    }

    /** A number with its unit; not said where it is a part of something else. */
    record Figure(Span span, Optional<String> said) {}

    Figure of(NumberMention number) {
        Span span = number.span();
        if (JOINED_BEFORE.matcher(sentence.substring(0, span.start())).find()
                || NO_MEASURE.matcher(sentence.substring(span.end())).find()
                || ordinal(span)) {
            return new Figure(span, Optional.empty());
        }
        Optional<Figure> measured = behind(span).flatMap(unit -> measured(number.value(), span, unit));
        return measured.orElseGet(() -> new Figure(span, alone(number.value(), span)));
    }

    private Optional<String> alone(BigDecimal value, Span span) {
        String rest = sentence.substring(span.end());
        if (JOINED_BEHIND.matcher(rest).find() || POINTS.matcher(rest).find()) {
            return Optional.empty();
        }
        LocalizedNumberFormatter written = written(value);
        return Optional.of(
                Percent.is(sentence, span) ? said(written.unit(MeasureUnit.PERCENT), value) : said(written, value));
    }

    private boolean ordinal(Span span) {
        return units.stream()
                .filter(unit -> touches(unit.span().end(), span.start())
                        || touches(span.end(), unit.span().start()))
                .anyMatch(unit -> unit.ids().keySet().stream().anyMatch(ORDINAL::contains));
    }

    private Optional<Unit> behind(Span span) {
        return units.stream()
                .filter(unit -> touches(span.end(), unit.span().start()))
                .findFirst();
    }

    private static boolean touches(int end, int start) {
        return start == end || start == end + 1;
    }

    /** After a number a word is the measure that it may be: years, not summers. */
    private Optional<Figure> measured(BigDecimal value, Span span, Unit unit) {
        List<MeasureUnit> measures =
                unit.ids().keySet().stream().flatMap(Figures::measure).toList();
        if (measures.size() != 1) {
            return Optional.empty();
        }
        if (unit.words().equals("年") && year(value)) {
            Optional<String> year = DayNames.partial(reader, PartialDate.ofYear(value.intValue()));
            return Optional.of(new Figure(new Span(span.start(), unit.span().end()), year));
        }
        LocalizedNumberFormatter written =
                written(value).unit(measures.getFirst()).unitWidth(UnitWidth.FULL_NAME);
        return Optional.of(new Figure(new Span(span.start(), unit.span().end()), Optional.of(said(written, value))));
    }

    private static boolean year(BigDecimal value) {
        return value.scale() <= 0 && value.compareTo(FIRST_YEAR) >= 0 && value.compareTo(LAST_YEAR) < 0;
    }

    private static Stream<MeasureUnit> measure(String id) {
        return id.startsWith("u:")
                ? Stream.of(Currency.getInstance(id.substring(2)))
                : Stream.ofNullable(MEASURES.get(id));
    }

    private LocalizedNumberFormatter written(BigDecimal value) {
        LocalizedNumberFormatter plain = NumberFormatter.withLocale(ULocale.forLanguageTag(reader.tag()))
                .grouping(GroupingStrategy.MIN2)
                .precision(Precision.unlimited());
        return inMagnitude(value) ? plain.notation(Notation.compactLong()) : plain;
    }

    /** Whether the magnitude word leaves few decimals: 6.3 million, but 6,312,456. Below a million, in Chinese ten thousand, there is none. */
    private boolean inMagnitude(BigDecimal value) {
        int step = reader.chinese() ? CHINESE_STEP : STEP;
        int digits = value.precision() - value.scale();
        int power = (digits - 1) / step * step;
        return power >= (reader.chinese() ? CHINESE_STEP : 2 * STEP)
                && value.scaleByPowerOfTen(-power).stripTrailingZeros().scale() <= MOST_DECIMALS;
    }

    private static String said(LocalizedNumberFormatter written, BigDecimal value) {
        return written.format(value).toString();
    }
}
