package dev.sanad.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Dates in text of the six languages and their calendars, as far as stated: days, months and years, and words such as <i>yesterday</i> where a reference
 * date is given. Safe for use by many threads.
 *
 * <p>{@code 03/04/2026} is the 3rd of April in every language, English too: news outside the United States writes so; the month comes first
 * only where nothing else is possible ({@code 01/29/2026}). A weekday is the nearest one not after the reference. A Jalali day without a
 * year is the nearest to the reference, and none without one. A Jalali month or a Hijri one covers parts of two Gregorian ones: only the fields
 * that its first and last day share are stated; a Jalali year is stated as the Gregorian year it begins in.
 */
public final class Dates {
    private Dates() {}

    /**
     * The dates of {@code text} in order, disjoint, in offsets of the text as given; of overlapping readings the longest.
     *
     * @param reference the day the text was written; relative dates are left out without it
     */
    public static List<DateMention> in(String text, Language language, Optional<LocalDate> reference) {
        String shadow = Shadow.of(text);
        List<DateMention> all = new ArrayList<>();
        for (DateForm form : DateForm.of(language)) {
            form.matches(shadow, matcher -> read(form, matcher, text, reference).ifPresent(all::add));
        }
        return disjoint(all);
    }

    private static Optional<DateMention> read(
            DateForm form, Matcher matcher, String text, Optional<LocalDate> reference) {
        Span span = new Span(matcher.start(), matcher.end());
        try {
            return form.reader()
                    .read(new DateForm.Match(matcher, text), reference)
                    .map(date -> new DateMention(span, date));
        } catch (DateTimeException noSuchDay) {
            // 30 February, month 13: digits that are no date
            return Optional.empty();
        }
    }

    private static List<DateMention> disjoint(List<DateMention> mentions) {
        mentions.sort(
                Comparator.comparingInt((DateMention mention) -> -mention.span().length())
                        .thenComparingInt(mention -> mention.span().start()));
        TreeMap<Integer, DateMention> kept = new TreeMap<>();
        for (DateMention mention : mentions) {
            Map.Entry<Integer, DateMention> before =
                    kept.lowerEntry(mention.span().end());
            if (before == null || !before.getValue().span().overlaps(mention.span())) {
                kept.put(mention.span().start(), mention);
            }
        }
        return List.copyOf(kept.values());
    }
}
