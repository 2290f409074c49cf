package dev.sanad.language;

import dev.sanad.language.Relative.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code ٢٨ كانون الثاني ٢٠٢٦}, {@code تشرين الأول/أكتوبر}, {@code الثامن من ديسمبر}, {@code ٨ شعبان ١٤٤٧}, {@code في العام 2019}, {@code الأربعاء الماضي}.
 * Month names of the Levant, of the Gulf and Egypt, of Algeria and Tunisia, of Morocco, and of the Hijri calendar, those only with a year.
 */
final class ArabicDates {
    private static final Names MONTHS = Names.of("""
        1 كانون الثاني|يناير|جانفي|ينايرو
        2 شباط|فبراير|فيفري
        3 آذار|مارس
        4 نيسان|أبريل|إبريل|أفريل
        5 أيار|مايو|ماي|ايار
        6 حزيران|يونيو|يونيه|جوان
        7 تموز|يوليو|يوليه|يوليوز|جويلية
        8 آب|أغسطس|أوت|غشت
        9 أيلول|سبتمبر|شتنبر
        10 تشرين الأول|أكتوبر
        11 تشرين الثاني|نوفمبر|نونبر
        12 كانون الأول|ديسمبر|دجنبر\
        """);
    private static final Names HIJRI = Names.of("""
        1 محرم|المحرم
        2 صفر
        3 ربيع الأول
        4 ربيع الآخر|ربيع الثاني
        5 جمادى الأولى|جمادى الأول
        6 جمادى الآخرة|جمادى الثانية|جمادى الثاني
        7 رجب
        8 شعبان
        9 رمضان
        10 شوال
        11 ذو القعدة|ذي القعدة
        12 ذو الحجة|ذي الحجة\
        """);
    private static final Names ORDINALS = Names.of("""
        1 الأول
        2 الثاني
        3 الثالث
        4 الرابع
        5 الخامس
        6 السادس
        7 السابع
        8 الثامن
        9 التاسع
        10 العاشر
        11 الحادي عشر
        12 الثاني عشر
        13 الثالث عشر
        14 الرابع عشر
        15 الخامس عشر
        16 السادس عشر
        17 السابع عشر
        18 الثامن عشر
        19 التاسع عشر
        20 العشرين|العشرون
        21 الحادي والعشرين|الحادي والعشرون
        22 الثاني والعشرين|الثاني والعشرون
        23 الثالث والعشرين|الثالث والعشرون
        24 الرابع والعشرين|الرابع والعشرون
        25 الخامس والعشرين|الخامس والعشرون
        26 السادس والعشرين|السادس والعشرون
        27 السابع والعشرين|السابع والعشرون
        28 الثامن والعشرين|الثامن والعشرون
        29 التاسع والعشرين|التاسع والعشرون
        30 الثلاثين|الثلاثون
        31 الحادي والثلاثين|الحادي والثلاثون\
        """);

    /** At the beginning of a word, or after the one letter that Arabic writes together with it. */
    static final String WORD = "(?:(?<![\\p{L}\\d])|(?<=(?<!\\p{L})[وفبل]))";

    private static final String NAME = MONTHS.pattern();
    private static final String PAIR = "(?: ?[/-] ?" + NAME + "(?!\\p{L})| \\(" + NAME + "\\))";
    private static final String MONTH = "(?<month>" + NAME + ")(?!\\p{L})";
    private static final String OF_YEAR =
            "[,،]? {0,2}(?:(?:من )?(?:ال|لل|ل)?(?:عام|سنه) )?(?<year>(?:19|20)\\d\\d)(?!\\d)";
    private static final String TURN = " (?<turn>الماضي|الفايت|المنصرم|الجاري|الحالي|المقبل|القادم)ه?(?!\\p{L})";
    private static final String DAY =
            "(?:(?<![\\d.,/-])(?<day>\\d{1,2})(?: من)?|(?<ordinal>" + ORDINALS.pattern() + ") من)(?: شهر)? {0,2}";

    static final List<DateForm> FORMS = List.of(
            DateForm.of(
                    Starts.DIGITS.or(ORDINALS.starts()),
                    DAY + MONTH + PAIR + "?(?:" + OF_YEAR + "|" + TURN + ")?",
                    ArabicDates::date),
            DateForm.of(MONTHS.starts(), MONTHS.start() + WORD + MONTH + PAIR + "?" + OF_YEAR, ArabicDates::date),
            DateForm.of(
                    MONTHS.starts(),
                    MONTHS.start() + WORD + MONTH + PAIR
                            + "? {1,2}(?<day>\\d{1,2}) ?[,،]? {1,2}(?<year>(?:19|20)\\d\\d)(?!\\d)",
                    ArabicDates::date),
            DateForm.of(MONTHS.starts(), MONTHS.start() + WORD + MONTH + PAIR + "(?:" + TURN + ")?", ArabicDates::date),
            DateForm.of(
                    MONTHS.starts(),
                    MONTHS.start()
                            + "(?<=(?<!\\p{L})[ول]?(?:في|شهر|خلال|منذ|مطلع|نهايه|اواخر|اوايل|بدايه|منتصف|حتي|قبل|بعد) )"
                            + MONTH + "(?! {0,2}\\d)(?:" + TURN + ")?",
                    ArabicDates::date),
            DateForm.of(
                    Starts.DIGITS.or(ORDINALS.starts()),
                    DAY + "(?<month>" + HIJRI.pattern()
                            + ")(?:[,،]? {0,2}(?:(?:ال|لل|ل)?(?:عام|سنه) )?(?<year>1[34]\\d\\d)(?!\\d))(?:"
                            + " ?ه(?!\\p{L})ـ?)?",
                    ArabicDates::hijri),
            DateForm.of(
                    HIJRI.starts(),
                    HIJRI.start() + WORD + "(?<month>" + HIJRI.pattern()
                            + ") (?:(?:ال|لل|ل)?(?:عام|سنه) )?(?<year>1[34]\\d\\d)(?!\\d)",
                    ArabicDates::hijri),
            DateForm.of(
                    Starts.DIGITS,
                    "(?=(?:19|20)\\d\\d)(?<=(?:عام|سنه|عامي|منذ|في|حتي|مطلع|نهايه|اواخر|اوايل|منتصف|صيف|شتاء|ربيع|خريف|(?:عامي|بين)"
                        + " \\d{4} و) {0,2})(?<year>(?:19|20)\\d\\d)(?![\\d%]|[.,]\\d)",
                    (match, reference) -> Dated.year(match)),
            DateForm.of(
                    Starts.words(List.of("يوم")).or(ArabicDays.WEEKDAYS.starts()),
                    WORD + "(?:يوم )?(?<weekday>" + ArabicDays.WEEKDAYS.pattern() + ")(?!\\p{L})(?:" + TURN + ")?",
                    (match, reference) -> Relative.weekday(
                            reference, ArabicDays.WEEKDAYS.number(match.word("weekday")), turn(match))),
            ArabicDays.DAY,
            DateForm.of(
                    Starts.words(List.of("هذ", "ال", "لل")),
                    "(?:(?<this>هذا|هذه) )?" + "(?:ال|لل)(?<unit>عام|سنه|شهر)(?!\\p{L})(?:" + TURN + ")?",
                    ArabicDates::turned));

    private ArabicDates() {}

    private static Optional<PartialDate> date(DateForm.Match match, Optional<LocalDate> reference) {
        String name = match.word("month");
        // without its madda it is a father, not August
        if (name.equals("اب") && match.original("month").charAt(0) != 'آ') {
            return Optional.empty();
        }
        int month = MONTHS.number(name);
        return Optional.of(
                match.group("turn").isPresent()
                        ? Relative.dated(reference, month, day(match), turn(match))
                        : new PartialDate(match.number("year"), OptionalInt.of(month), day(match)));
    }

    private static Optional<PartialDate> hijri(DateForm.Match match, Optional<LocalDate> reference) {
        return Calendars.Kind.HIJRI.date(
                match.number("year"), HIJRI.number(match.word("month")), day(match), reference);
    }

    private static OptionalInt day(DateForm.Match match) {
        Optional<String> ordinal = match.group("ordinal");
        return ordinal.isPresent() ? OptionalInt.of(ORDINALS.number(ordinal.get())) : match.number("day");
    }

    private static Optional<PartialDate> turned(DateForm.Match match, Optional<LocalDate> reference) {
        if (match.group("this").isEmpty() && match.group("turn").isEmpty()) {
            return Optional.empty();
        }
        return match.word("unit").equals("شهر")
                ? Relative.month(reference, turn(match))
                : Relative.year(reference, turn(match));
    }

    private static Turn turn(DateForm.Match match) {
        return switch (match.group("turn").orElse("")) {
            case "الماضي", "الفايت", "المنصرم" -> Turn.LAST;
            case "المقبل", "القادم" -> Turn.NEXT;
            default -> Turn.THIS;
        };
    }
}
