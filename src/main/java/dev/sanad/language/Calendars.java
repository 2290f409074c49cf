package dev.sanad.language;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The three calendars of the news, brought to the Gregorian one: Jalali by ICU, Hijri by the JDK's Umm al-Qura tables. */
final class Calendars {
    private Calendars() {}

    enum Kind {
        GREGORIAN(1900, 2099),
        JALALI(1250, 1499),
        HIJRI(1318, 1499);

        private final int first;
        private final int last;

        Kind(int first, int last) {
            this.first = first;
            this.last = last;
        }

        /** Whether a bare number of this size is read as a year of this calendar. */
        boolean covers(int year) {
            return first <= year && year <= last;
        }

        /**
         * The Gregorian date as far as it follows.
         *
         * @param reference for a day of another calendar that states no year: the nearest such day
         * @throws DateTimeException where the calendar has no such day
         */
        Optional<PartialDate> date(OptionalInt year, int month, OptionalInt day, Optional<LocalDate> reference) {
            if (this == GREGORIAN) {
                return Optional.of(new PartialDate(year, OptionalInt.of(month), day));
            }
            if (year.isPresent()) {
                int y = year.getAsInt();
                return day.isPresent()
                        ? Optional.of(PartialDate.of(gregorian(y, month, day.getAsInt())))
                        : shared(gregorian(y, month, 1), lastOf(y, month));
            }
            return day.isPresent() && reference.isPresent()
                    ? Optional.of(PartialDate.of(nearest(month, day.getAsInt(), reference.get())))
                    : Optional.empty();
        }

        private LocalDate nearest(int month, int day, LocalDate reference) {
            int year = yearOf(reference);
            return IntStream.rangeClosed(year - 1, year + 1)
                    .mapToObj(candidate -> gregorian(candidate, month, day))
                    .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(reference, date))))
                    .orElseThrow();
        }

        private LocalDate lastOf(int year, int month) {
            return month == 12
                    ? gregorian(year + 1, 1, 1).minusDays(1)
                    : gregorian(year, month + 1, 1).minusDays(1);
        }

        private LocalDate gregorian(int year, int month, int day) {
            return this == JALALI ? jalali(year, month, day) : LocalDate.from(HijrahDate.of(year, month, day));
        }

        /** The year of this calendar that {@code date} lies in. */
        int yearOf(LocalDate date) {
            return switch (this) {
                case GREGORIAN -> date.getYear();
                case JALALI -> persian(date).get(Calendar.YEAR);
                case HIJRI -> HijrahDate.from(date).get(java.time.temporal.ChronoField.YEAR);
            };
        }
    }

    /** What two days have in common; empty where not even the year. */
    static Optional<PartialDate> shared(LocalDate first, LocalDate last) {
        if (first.getYear() != last.getYear()) {
            return Optional.empty();
        }
        return Optional.of(
                first.getMonth() == last.getMonth()
                        ? PartialDate.of(java.time.YearMonth.from(first))
                        : PartialDate.ofYear(first.getYear()));
    }

    /** The month of {@code date} in the Persian calendar, 1 to 12. */
    static int jalaliMonth(LocalDate date) {
        return persian(date).get(Calendar.MONTH) + 1;
    }

    static LocalDate jalali(int year, int month, int day) {
        PersianCalendar calendar = empty();
        calendar.setLenient(false);
        calendar.set(year, month - 1, day);
        try {
            return LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), ZoneOffset.UTC);
        } catch (IllegalArgumentException noSuchDay) {
            throw new DateTimeException(
                    "no day %d-%d-%d in the Persian calendar".formatted(year, month, day), noSuchDay);
        }
    }

    private static PersianCalendar persian(LocalDate date) {
        PersianCalendar calendar = empty();
        calendar.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return calendar;
    }

    private static PersianCalendar empty() {
        PersianCalendar calendar = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
        calendar.clear();
        return calendar;
    }
}
