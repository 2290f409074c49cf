package dev.sanad.brief;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.sanad.language.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

/** Days and moments as each language writes them, by CLDR. */
final class DayNames {
    private DayNames() {}

    static String day(Language language, LocalDate day) {
        return format(language, "yMMMMd", day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** To the minute, in universal time. */
    static String moment(Language language, Instant moment) {
        return format(language, "yMMMMdHm", moment) + " UTC";
    }

    /** The calendar is named: CLDR's own choice for Persian is another, with other years. */
    private static String format(Language language, String skeleton, Instant moment) {
        ULocale locale = ULocale.forLanguageTag(language.tag()).setKeywordValue("calendar", "gregorian");
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(moment));
    }
}
