package dev.sanad.language;

import dev.sanad.language.Relative.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code 28 January 2026}, {@code January 28, 2026}, {@code in May}, {@code in 2019}, {@code last Friday}. */
final class EnglishDates {
    private static final Names MONTHS = Names.of("""
        1 january|jan
        2 february|feb
        3 march|mar
        4 april|apr
        5 may
        6 june|jun
        7 july|jul
        8 august|aug
        9 september|sept|sep
        10 october|oct
        11 november|nov
        12 december|dec\
        """);
    private static final Names WEEKDAYS = Names.of("""
        1 monday
        2 tuesday
        3 wednesday
        4 thursday
        5 friday
        6 saturday
        7 sunday\
        """);
    private static final Names DAYS = Names.of("""
        0 today|tonight
        -1 yesterday
        1 tomorrow\
        """);

    private static final String MONTH =
            MONTHS.start() + "(?<![\\p{L}\\d])(?<month>" + MONTHS.pattern() + ")(?!\\p{L})\\.?";
    private static final String YEAR = "(?<year>(?:19|20)\\d\\d)(?!\\d)";
    private static final String TH = "(?:st|nd|rd|th)?";
    private static final String BEFORE = MONTHS.start()
            + "(?<=\\b(?:in|since|until|till|by|from|of|during|before|after|early|late|mid|mid-|last|this|next) )";

    static final List<DateForm> FORMS = List.of(
            DateForm.of(
                    Starts.DIGITS,
                    "(?<![\\d.,/-])(?<day>\\d{1,2})" + TH + "(?: day)?(?: of)? {0,2}" + MONTH + "(?:,? {1,2}" + YEAR
                            + ")?",
                    (match, reference) -> Optional.of(date(match))),
            DateForm.of(
                    MONTHS.starts(),
                    MONTH + " {1,2}(?:the )?(?<day>\\d{1,2})" + TH + "(?![\\d:])(?:,? {1,2}" + YEAR + ")?",
                    (match, reference) -> Optional.of(date(match))),
            DateForm.of(
                    MONTHS.starts(),
                    MONTH + "(?:,| of)? {1,2}" + YEAR,
                    (match, reference) -> Optional.of(Dated.of(match, MONTHS))),
            DateForm.of(MONTHS.starts(), BEFORE + MONTH + "(?! {0,2}\\d)", EnglishDates::bareMonth),
            DateForm.of(
                    Starts.DIGITS,
                    "(?=(?:19|20)\\d\\d)(?<=\\b(?:in|since|until|till|by|from|during|before|after|year|early|late|mid|spring|summer|autumn|winter)["
                        + " -](?:the year )?)"
                            + YEAR + "(?![\\p{L}%]|[.,]\\d)",
                    (match, reference) -> Dated.year(match)),
            DateForm.of(
                    Starts.DIGITS,
                    "(?=(?:19|20)\\d\\d)(?<=\\()" + YEAR + "(?=\\))",
                    (match, reference) -> Dated.year(match)),
            DateForm.of(
                    Starts.words(List.of("last", "next", "this", "coming", "past"))
                            .or(WEEKDAYS.starts()),
                    "(?<!\\p{L})(?:(?<turn>last|next|this|coming|past) )?(?<weekday>" + WEEKDAYS.pattern()
                            + ")(?!\\p{L})",
                    (match, reference) ->
                            Relative.weekday(reference, WEEKDAYS.number(match.word("weekday")), turn(match))),
            DateForm.of(
                    DAYS.starts(),
                    DAYS.start() + "(?<!\\p{L})(?<days>" + DAYS.pattern() + ")(?!\\p{L})",
                    (match, reference) -> Relative.day(reference, DAYS.number(match.word("days")))),
            DateForm.of(
                    Starts.words(List.of("last", "next", "this")),
                    "(?<!\\p{L})(?<turn>last|next|this) (?<unit>year|month)(?!\\p{L})",
                    (match, reference) -> match.word("unit").equals("year")
                            ? Relative.year(reference, turn(match))
                            : Relative.month(reference, turn(match))));

    private EnglishDates() {}

    private static PartialDate date(DateForm.Match match) {
        return Dated.of(match, MONTHS);
    }

    /** Without a day or a year, <i>may</i> and <i>march</i> are months only where a capital says so. */
    private static Optional<PartialDate> bareMonth(DateForm.Match match, Optional<LocalDate> reference) {
        String original = match.original("month");
        if (original.substring(0, 1).equals(original.substring(0, 1).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        int month = MONTHS.number(match.word("month"));
        return Optional.of(
                match.follows("last ")
                        ? Relative.dated(reference, month, java.util.OptionalInt.empty(), Turn.LAST)
                        : Dated.of(match, MONTHS));
    }

    private static Turn turn(DateForm.Match match) {
        return switch (match.group("turn").orElse("this")) {
            case "last", "past" -> Turn.LAST;
            case "next", "coming" -> Turn.NEXT;
            default -> Turn.THIS;
        };
    }
}
