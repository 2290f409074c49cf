package dev.sanad.language;

import dev.sanad.language.Relative.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code ۸ بهمن ۱۴۰۴}, {@code ۲۸ ژانویه ۲۰۲۶}, {@code سال ۲۰۱۵}, {@code سال ۱۴۰۴}, {@code چهارشنبه}, {@code پارسال}. */
final class PersianDates {
    private static final Names JALALI = Names.of("""
        1 فروردین
        2 اردیبهشت
        3 خرداد
        4 تیر
        5 مرداد|امرداد
        6 شهریور
        7 مهر
        8 آبان
        9 آذر
        10 دی
        11 بهمن
        12 اسفند\
        """);
    private static final Names GREGORIAN = Names.of("""
        1 ژانویه|ژانویهٔ
        2 فوریه
        3 مارس
        4 آوریل|اپریل
        5 مه|می
        6 ژوئن|جون
        7 ژوئیه|ژوییه|جولای
        8 اوت|آگوست|اوگوست
        9 سپتامبر
        10 اکتبر
        11 نوامبر
        12 دسامبر\
        """);
    private static final Names WEEKDAYS = Names.of("""
        1 دوشنبه|دو شنبه
        2 سهشنبه|سه شنبه
        3 چهارشنبه|چهار شنبه
        4 پنجشنبه|پنج شنبه
        5 جمعه
        6 شنبه
        7 یکشنبه|یک شنبه\
        """);
    private static final Names DAYS = Names.of("""
        0 امروز|امشب
        -1 دیروز|دیشب
        -2 پریروز
        1 فردا
        2 پس فردا|پسفردا\
        """);

    private static final String DAY = "(?<![\\d.,/-])(?<day>\\d{1,2})(?: ?ا?م)? {1,2}(?:ماه )?";
    private static final String MONTH_OF_JALALI =
            JALALI.start() + "(?<![\\p{L}\\d])(?<month>" + JALALI.pattern() + ")(?: ?ماه)?(?!\\p{L})";
    private static final String MONTH =
            GREGORIAN.start() + "(?<![\\p{L}\\d])(?<month>" + GREGORIAN.pattern() + ")(?!\\p{L})";
    private static final String JALALI_YEAR = "(?<year>1[2-4]\\d\\d)(?!\\d)";
    private static final String YEAR = "(?<year>(?:19|20)\\d\\d)(?!\\d)";
    private static final String TURN = "سال گذشته|پارسال|سال جاري|امسال|سال اينده";
    private static final Starts TURN_STARTS = Starts.words(List.of("سال", "پار", "امسال"));
    private static final String OF = "[,،]? {0,2}(?:سال )?";
    private static final String SINGLE = "(?<!\\d )(?<!(?<!\\p{L})(?:يك|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|چند|چندين) )";

    static final List<DateForm> FORMS = List.of(
            DateForm.of(
                    Starts.DIGITS,
                    DAY + MONTH_OF_JALALI + "(?:" + OF + JALALI_YEAR + "| (?<turn>" + TURN + ")(?!\\p{L}))?",
                    PersianDates::jalali),
            DateForm.of(JALALI.starts(), MONTH_OF_JALALI + OF + JALALI_YEAR, PersianDates::jalali),
            DateForm.of(
                    Starts.DIGITS,
                    DAY + MONTH + "(?:" + OF + YEAR + ")?",
                    (match, reference) -> Optional.of(Dated.of(match, GREGORIAN))),
            DateForm.of(
                    GREGORIAN.starts(),
                    MONTH + OF + YEAR,
                    (match, reference) -> Optional.of(Dated.of(match, GREGORIAN))),
            DateForm.of(
                    GREGORIAN.starts(),
                    GREGORIAN.start() + "(?<=(?<!\\p{L})(?:در|ماه|از|تا|اوايل|اواخر|اواسط|پايان|اغاز) )" + MONTH
                            + "(?! {0,2}\\d)",
                    PersianDates::bareMonth),
            DateForm.of(
                    Starts.DIGITS,
                    "(?=(?:19|20)\\d\\d)(?<=(?<!\\p{L})(?:سال|سالهاي|سال"
                            + " هاي|در|از|تا|بهار|تابستان|پاييز|زمستان|اوايل|اواخر|اواسط) )"
                            + YEAR + "(?![%]|[.,]\\d)",
                    (match, reference) -> Dated.year(match)),
            DateForm.of(
                    Starts.DIGITS,
                    "(?=1[34]\\d\\d)(?<=(?<!\\p{L})(?:سال|سالهاي|سال هاي|بهار|تابستان|پاييز|زمستان)"
                            + " )(?<year>1[34]\\d\\d)(?!\\d)",
                    (match, reference) -> startOf(match.number("year").getAsInt())),
            DateForm.of(
                    WEEKDAYS.starts(),
                    "(?<!\\p{L})(?<weekday>" + WEEKDAYS.pattern() + ")(?!\\p{L})(?: (?<turn>گذشته|اينده)(?!\\p{L}))?",
                    (match, reference) ->
                            Relative.weekday(reference, WEEKDAYS.number(match.word("weekday")), turn(match))),
            DateForm.of(
                    DAYS.starts(),
                    DAYS.start() + "(?<!\\p{L})(?<days>" + DAYS.pattern() + ")(?!\\p{L})",
                    (match, reference) -> Relative.day(reference, DAYS.number(match.word("days")))),
            DateForm.of(
                    TURN_STARTS,
                    SINGLE + "(?<!\\p{L})(?<turn>" + TURN + ")(?!\\p{L})",
                    (match, reference) -> reference.flatMap(today -> startOf(
                            Calendars.Kind.JALALI.yearOf(today) + turn(match).step()))),
            DateForm.of(
                    Starts.words(List.of("ماه", "اين ماه")),
                    SINGLE + "(?<!\\p{L})(?<turn>ماه گذشته|اين ماه|ماه جاري|ماه اينده)(?!\\p{L})",
                    PersianDates::turnOfMonth));

    private PersianDates() {}

    private static Optional<PartialDate> jalali(DateForm.Match match, Optional<LocalDate> reference) {
        OptionalInt year = match.number("year");
        if (match.group("turn").isPresent()) {
            year = reference.stream()
                    .mapToInt(today ->
                            Calendars.Kind.JALALI.yearOf(today) + turn(match).step())
                    .findFirst();
        }
        return Calendars.Kind.JALALI.date(year, JALALI.number(match.word("month")), match.number("day"), reference);
    }

    /** <i>May</i> is also fog and a verb's prefix: alone it is a month only after the word for month. */
    private static Optional<PartialDate> bareMonth(DateForm.Match match, Optional<LocalDate> reference) {
        String name = match.word("month");
        boolean afterMonth = match.follows("ماه ");
        return (name.equals("مه") || name.equals("مي")) && !afterMonth
                ? Optional.empty()
                : Optional.of(Dated.of(match, GREGORIAN));
    }

    /** A Jalali year, as the Gregorian one it begins in. */
    private static Optional<PartialDate> startOf(int year) {
        return Optional.of(PartialDate.ofYear(Calendars.jalali(year, 1, 1).getYear()));
    }

    private static Optional<PartialDate> turnOfMonth(DateForm.Match match, Optional<LocalDate> reference) {
        return reference.flatMap(today -> {
            int months = Calendars.Kind.JALALI.yearOf(today) * 12
                    + Calendars.jalaliMonth(today)
                    - 1
                    + turn(match).step();
            return Calendars.Kind.JALALI.date(
                    OptionalInt.of(Math.floorDiv(months, 12)),
                    Math.floorMod(months, 12) + 1,
                    OptionalInt.empty(),
                    reference);
        });
    }

    private static Turn turn(DateForm.Match match) {
        String word = match.group("turn").orElse("");
        if (word.equals("پارسال") || word.endsWith("گذشته")) {
            return Turn.LAST;
        }
        return word.endsWith("اينده") ? Turn.NEXT : Turn.THIS;
    }
}
