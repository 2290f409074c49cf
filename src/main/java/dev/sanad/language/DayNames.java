package dev.sanad.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;

/** Days and moments as each language writes them, by CLDR. Safe for use by many threads. */
public final class DayNames {
    /** So that 29 February stands without its year. */
    private static final int LEAP_YEAR = 2000;

    private DayNames() {}

    public static String day(Language language, LocalDate day) {
        return format(language.tag(), "yMMMMd", day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** To the minute, in universal time. */
    public static String moment(Language language, Instant moment) {
        return format(language.tag(), "yMMMMdHm", moment) + " UTC";
    }

    /** As much of a date as is stated, the day before the month in English too; empty where that is a day alone. */
    public static Optional<String> partial(Language language, PartialDate date) {
        String skeleton = (date.year().isPresent() ? "y" : "")
                + (date.month().isPresent() ? "MMMM" : "")
                + (date.month().isPresent() && date.day().isPresent() ? "d" : "");
        if (skeleton.isEmpty() || (date.day().isPresent() && date.month().isEmpty())) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.of(
                date.year().orElse(LEAP_YEAR),
                date.month().orElse(1),
                date.day().orElse(1));
        String tag = language == Language.ENGLISH ? "en-GB" : language.tag();
        return Optional.of(
                format(tag, skeleton, day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** The calendar is named: CLDR's own choice for Persian is another, with other years. */
    private static String format(String tag, String skeleton, Instant moment) {
        ULocale locale = ULocale.forLanguageTag(tag).setKeywordValue("calendar", "gregorian");
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(moment));
    }
}
