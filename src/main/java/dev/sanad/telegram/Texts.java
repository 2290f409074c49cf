package dev.sanad.telegram;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.sanad.answer.Outcome;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;

/** The words of the interface in the six languages. Immutable and safe for use by many threads. */
final class Texts {
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

    /** Day, month name and year by CLDR. The calendar is named: CLDR's own choice for Persian is another, with other years. */
    String date(Language language, LocalDate date) {
        ULocale locale = ULocale.forLanguageTag(spoken(language).tag()).setKeywordValue("calendar", "gregorian");
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMd", locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static Language spoken(Language language) {
        return Language.spoken().contains(language) ? language : Language.ENGLISH;
    }
}
