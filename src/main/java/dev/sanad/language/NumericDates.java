package dev.sanad.language;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Dates in digits alone, alike in every language but for the calendar that a year shows. */
final class NumericDates {
    private static final String NOT_BEFORE = "(?<![\\d.,/-])";
    private static final String NOT_AFTER = "(?![\\d/]|[.,-]\\d)";
    private static final String YEAR_FIRST = "(?=\\d)" + NOT_BEFORE
            + "(?<year>\\d{4})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})" + NOT_AFTER;
    private static final String YEAR_LAST = "(?=\\d)" + NOT_BEFORE
            + "(?<day>\\d{1,2})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<year>\\d{4})" + NOT_AFTER;

    /** Years of two dates, as in 2015-2020. */
    private static final List<DateForm> RANGE = List.of(
            DateForm.of(
                    Starts.DIGITS,
                    "(?=\\d)" + NOT_BEFORE + "(?<year>19\\d\\d|20\\d\\d)(?= ?- ?(?:19|20)\\d\\d(?![\\d-]))",
                    NumericDates::year),
            DateForm.of(
                    Starts.DIGITS,
                    "(?=(?:19|20)\\d\\d)(?<=(?<!\\d)(?:19|20)\\d\\d ?- ?)(?<year>19\\d\\d|20\\d\\d)(?![\\d-])",
                    NumericDates::year));

    static final List<DateForm> FORMS = forms(Calendars.Kind.GREGORIAN);
    static final List<DateForm> ARABIC = forms(Calendars.Kind.HIJRI);
    static final List<DateForm> PERSIAN = forms(Calendars.Kind.JALALI);

    private NumericDates() {}

    private static List<DateForm> forms(Calendars.Kind local) {
        DateForm.Reader reader = (match, reference) -> day(match, local);
        return List.of(
                DateForm.of(Starts.DIGITS, YEAR_FIRST, reader),
                DateForm.of(Starts.DIGITS, YEAR_LAST, reader),
                RANGE.get(0),
                RANGE.get(1));
    }

    private static Optional<PartialDate> day(DateForm.Match match, Calendars.Kind local) {
        int year = match.number("year").getAsInt();
        int month = match.number("month").getAsInt();
        int day = match.number("day").getAsInt();
        boolean monthFirst = month > 12 && day <= 12;
        int actualMonth = monthFirst ? day : month;
        int actualDay = monthFirst ? month : day;
        Calendars.Kind kind = local.covers(year) ? local : Calendars.Kind.GREGORIAN;
        return kind.covers(year)
                ? kind.date(OptionalInt.of(year), actualMonth, OptionalInt.of(actualDay), Optional.empty())
                : Optional.empty();
    }

    private static Optional<PartialDate> year(DateForm.Match match, Optional<java.time.LocalDate> reference) {
        return Optional.of(PartialDate.ofYear(match.number("year").getAsInt()));
    }
}
