package dev.sanad.telegram;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.sanad.answer.Outcome;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The words of the interface in the six languages. Immutable and safe for use by many threads. */
final class Texts {
    private static final String GREGORIAN = "gregorian";

    /** By language and calendar; made once, for copies cost less. Neither kind is safe for many threads. */
    private static final Map<ULocale, DateFormat> DATES = new ConcurrentHashMap<>();

    private static final Map<ULocale, DateIntervalFormat> DAYS = new ConcurrentHashMap<>();
    private static final String SKELETON = "yMMMd";

    private final Messages messages = new Messages("telegram");

    /** What the terminal says too is worded once. */
    private final Messages answers = new Messages("answer");

    String text(Language language, String key) {
        return messages.text(spoken(language), key);
    }

    String text(Language language, String key, Map<String, ?> arguments) {
        return messages.text(spoken(language), key, arguments);
    }

    String refusal(Language language, Outcome.Reason reason) {
        return answer(
                language,
                switch (reason) {
                    case ONLY_RELATED -> "refusal.only_related";
                    case NOTHING -> "refusal.nothing";
                    case ONLY_OLDER -> "refusal.only_older";
                });
    }

    /** What stands before a question in full, where a short one was completed. */
    String resolved(Language language) {
        return answers.text(spoken(language), "resolved");
    }

    String forgotten(Language language) {
        return answers.text(spoken(language), "forgotten");
    }

    /** Of the bundle that the terminal reads too. */
    String answer(Language language, String key) {
        return answers.text(spoken(language), key);
    }

    /** Day, month name and year by CLDR, in Arabic and Persian with the day of the reader's own calendar beside it. */
    String date(Language language, LocalDate date) {
        return ownCalendar(language)
                .map(calendar -> "%s (%s)".formatted(gregorian(language, date), date(language, date, calendar)))
                .orElseGet(() -> gregorian(language, date));
    }

    /** Of the Gregorian calendar alone. */
    String gregorian(Language language, LocalDate date) {
        return date(language, date, GREGORIAN);
    }

    /** From one day to another of the Gregorian calendar, what they share said once; one day where they are the same. */
    String days(Language language, LocalDate first, LocalDate last) {
        DateIntervalFormat format = DAYS.computeIfAbsent(
                locale(language, GREGORIAN), locale -> DateIntervalFormat.getInstance(SKELETON, locale));
        DateIntervalFormat own = (DateIntervalFormat) format.clone();
        own.setTimeZone(TimeZone.GMT_ZONE);
        return own.format(new DateInterval(millis(first), millis(last)));
    }

    /** In thousands of bytes, or in millions from one on, with one digit behind the point at most. */
    String size(Language language, long bytes) {
        boolean millions = bytes >= 1_000_000;
        return NumberFormatter.withLocale(
                        ULocale.forLanguageTag(spoken(language).tag()))
                .unit(millions ? MeasureUnit.MEGABYTE : MeasureUnit.KILOBYTE)
                .unitWidth(NumberFormatter.UnitWidth.SHORT)
                .precision(Precision.maxFraction(1))
                .roundingMode(RoundingMode.DOWN)
                .format(bytes / (millions ? 1e6 : 1e3))
                .toString();
    }

    private static String date(Language language, LocalDate date, String calendar) {
        DateFormat format = DATES.computeIfAbsent(
                locale(language, calendar), locale -> DateFormat.getInstanceForSkeleton(SKELETON, locale));
        DateFormat own = (DateFormat) format.clone();
        own.setTimeZone(TimeZone.GMT_ZONE);
        return own.format(Date.from(Instant.ofEpochMilli(millis(date))));
    }

    /** The Hijri one is that of Umm al-Qura, which newspapers print. */
    private static Optional<String> ownCalendar(Language language) {
        return switch (language) {
            case ARABIC -> Optional.of("islamic-umalqura");
            case PERSIAN -> Optional.of("persian");
            case CHINESE_TRADITIONAL, CHINESE_SIMPLIFIED, RUSSIAN, ENGLISH, OTHER -> Optional.empty();
        };
    }

    /** The calendar is named: CLDR's own choice for Persian is another, with other years. */
    private static ULocale locale(Language language, String calendar) {
        return ULocale.forLanguageTag(spoken(language).tag()).setKeywordValue("calendar", calendar);
    }

    private static long millis(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static Language spoken(Language language) {
        return Language.spoken().contains(language) ? language : Language.ENGLISH;
    }
}
