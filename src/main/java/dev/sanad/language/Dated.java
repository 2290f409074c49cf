package dev.sanad.language;

import java.util.Optional;
import java.util.OptionalInt;

/** Gregorian dates out of the groups {@code year}, {@code month} and {@code day} of a match, as far as its pattern has them. */
final class Dated {
    private Dated() {}

    static PartialDate of(DateForm.Match match, Names months) {
        return new PartialDate(
                match.number("year"), OptionalInt.of(months.number(match.word("month"))), match.number("day"));
    }

    static Optional<PartialDate> year(DateForm.Match match) {
        return match.number("year").stream().mapToObj(PartialDate::ofYear).findFirst();
    }
}
