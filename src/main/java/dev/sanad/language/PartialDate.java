package dev.sanad.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * As much of a date as a text states, in the proleptic Gregorian calendar.
 *
 * @param month 1 to 12
 * @param day 1 to 31
 */
public record PartialDate(OptionalInt year, OptionalInt month, OptionalInt day) {
    public PartialDate {
        if (year.isEmpty() && month.isEmpty() && day.isEmpty()) {
            throw new DateTimeException("a date that states nothing");
        }
        // 2000 is a leap year, so that 29 February without a year stands
        LocalDate.of(year.orElse(2000), month.orElse(1), day.orElse(1));
    }

    public static PartialDate of(LocalDate date) {
        return of(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * A whole day.
     *
     * @throws DateTimeException where the calendar has no such day
     */
    public static PartialDate of(int year, int month, int day) {
        return new PartialDate(OptionalInt.of(year), OptionalInt.of(month), OptionalInt.of(day));
    }

    public static PartialDate of(YearMonth month) {
        return new PartialDate(
                OptionalInt.of(month.getYear()), OptionalInt.of(month.getMonthValue()), OptionalInt.empty());
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(OptionalInt.of(year), OptionalInt.empty(), OptionalInt.empty());
    }

    /** The day, where year, month and day are all stated. */
    public Optional<LocalDate> complete() {
        return year.isPresent() && month.isPresent() && day.isPresent()
                ? Optional.of(LocalDate.of(year.getAsInt(), month.getAsInt(), day.getAsInt()))
                : Optional.empty();
    }

    /** Whether a field that both state differs. */
    public boolean differsFrom(PartialDate other) {
        return differ(year, other.year) || differ(month, other.month) || differ(day, other.day);
    }

    private static boolean differ(OptionalInt one, OptionalInt other) {
        return both(one, other) && one.getAsInt() != other.getAsInt();
    }

    private static boolean both(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent();
    }

    /** Whether no field that both state differs, and both state at least one. */
    public boolean agreesWith(PartialDate other) {
        boolean shared = both(year, other.year) || both(month, other.month) || both(day, other.day);
        return shared && !differsFrom(other);
    }
}
