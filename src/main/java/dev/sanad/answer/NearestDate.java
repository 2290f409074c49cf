package dev.sanad.answer;

import dev.sanad.language.PartialDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Completes a date that an article states without its year, or without year and month, to the nearest one to the article's own. */
final class NearestDate {
    private static final int MID_MONTH = 15;

    private NearestDate() {}

    /** The completed date; the same where there is nothing to complete or no date to relate it to. */
    static PartialDate to(Optional<LocalDate> published, PartialDate date) {
        if (date.year().isPresent() || published.isEmpty()) {
            return date;
        }
        LocalDate near = published.get();
        int day = date.day().orElse(MID_MONTH);
        return months(near, date.month())
                .filter(month -> month.isValidDay(day))
                .min(Comparator.comparingLong(month -> Math.abs(ChronoUnit.DAYS.between(near, month.atDay(day)))))
                .map(month -> new PartialDate(
                        OptionalInt.of(month.getYear()), OptionalInt.of(month.getMonthValue()), date.day()))
                .orElse(date);
    }

    private static Stream<YearMonth> months(LocalDate near, OptionalInt month) {
        IntStream around = IntStream.rangeClosed(-1, 1);
        return month.isPresent()
                ? around.mapToObj(by -> YearMonth.of(near.getYear() + by, month.getAsInt()))
                : around.mapToObj(by -> YearMonth.from(near).plusMonths(by));
    }
}
