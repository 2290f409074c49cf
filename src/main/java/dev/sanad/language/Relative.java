package dev.sanad.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;

/** Dates that are told by the day on which they are told; empty where that day is not known. */
final class Relative {
    private Relative() {}

    /** Which of several a word such as <i>last</i> points to. */
    enum Turn {
        LAST(-1),
        THIS(0),
        NEXT(1);

        private final int step;

        Turn(int step) {
            this.step = step;
        }

        int step() {
            return step;
        }
    }

    static Optional<PartialDate> day(Optional<LocalDate> reference, int days) {
        return reference.map(today -> PartialDate.of(today.plusDays(days)));
    }

    static Optional<PartialDate> month(Optional<LocalDate> reference, Turn turn) {
        return reference.map(today -> PartialDate.of(YearMonth.from(today).plusMonths(turn.step())));
    }

    static Optional<PartialDate> year(Optional<LocalDate> reference, Turn turn) {
        return reference.map(today -> PartialDate.ofYear(today.getYear() + turn.step()));
    }

    /** The nearest such weekday not after the reference; before it for <i>last</i>, after it for <i>next</i>. */
    static Optional<PartialDate> weekday(Optional<LocalDate> reference, int isoWeekday, Turn turn) {
        DayOfWeek weekday = DayOfWeek.of(isoWeekday);
        return reference
                .map(today -> today.with(
                        switch (turn) {
                            case LAST -> TemporalAdjusters.previous(weekday);
                            case THIS -> TemporalAdjusters.previousOrSame(weekday);
                            case NEXT -> TemporalAdjusters.next(weekday);
                        }))
                .map(PartialDate::of);
    }

    /**
     * A month and perhaps a day of it, said to be past or to come, in the year that makes it so. Without a reference, as stated.
     */
    static PartialDate dated(Optional<LocalDate> reference, int month, OptionalInt day, Turn turn) {
        OptionalInt year = OptionalInt.empty();
        if (reference.isPresent()) {
            YearMonth now = YearMonth.from(reference.get());
            YearMonth stated = YearMonth.of(now.getYear(), month);
            int off = switch (turn) {
                case LAST -> stated.isBefore(now) || earlierThisMonth(reference.get(), month, day) ? 0 : -1;
                case THIS -> 0;
                case NEXT -> stated.isAfter(now) ? 0 : 1;
            };
            year = OptionalInt.of(now.getYear() + off);
        }
        return new PartialDate(year, OptionalInt.of(month), day);
    }

    private static boolean earlierThisMonth(LocalDate today, int month, OptionalInt day) {
        return today.getMonthValue() == month && day.isPresent() && day.getAsInt() < today.getDayOfMonth();
    }
}
