package dev.sanad.language;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way of writing a date.
 *
 * @param starts what a match can begin with
 * @param pattern over a {@link Shadow}, without nested repetition, so that its time is linear
 */
record DateForm(Starts starts, Pattern pattern, Reader reader) {
    /** Reads the date of a match; empty where it is none after all. */
    @FunctionalInterface
    interface Reader {
        Optional<PartialDate> read(Match match, Optional<LocalDate> reference);
    }

    /** A match of the shadow together with the text as given. */
    record Match(Matcher matcher, String text) {
        /** What a group matched; empty where it took no part or the pattern has no such group. */
        Optional<String> group(String name) {
            return matcher.namedGroups().containsKey(name)
                    ? Optional.ofNullable(matcher.group(name))
                    : Optional.empty();
        }

        /** What a group matched that takes part in every match. */
        String word(String name) {
            return group(name).orElseThrow();
        }

        OptionalInt number(String name) {
            return group(name).stream().mapToInt(Integer::parseInt).findFirst();
        }

        /** Whether these words stand right before the match. */
        boolean follows(String words) {
            return text.regionMatches(true, matcher.start() - words.length(), words, 0, words.length());
        }

        /** The words of the text as given. */
        String original(String name) {
            return text.substring(matcher.start(name), matcher.end(name));
        }
    }

    private static final Map<Language, List<DateForm>> BY_LANGUAGE = byLanguage();

    static DateForm of(Starts starts, String pattern, Reader reader) {
        return new DateForm(starts, Pattern.compile(pattern), reader);
    }

    /** Hands over the matches in {@code shadow}, in order and disjoint, as {@link Matcher#find()} would find them. */
    void matches(String shadow, Consumer<Matcher> taker) {
        Matcher matcher = pattern.matcher(shadow).useTransparentBounds(true).useAnchoringBounds(false);
        int at = 0;
        while (at < shadow.length()) {
            if (starts.at(shadow, at) && matcher.region(at, shadow.length()).lookingAt()) {
                taker.accept(matcher);
                at = matcher.end();
            } else {
                at++;
            }
        }
    }

    /** The forms to look for in a text of {@code language}. */
    static List<DateForm> of(Language language) {
        return BY_LANGUAGE.getOrDefault(language, NumericDates.FORMS);
    }

    private static Map<Language, List<DateForm>> byLanguage() {
        Map<Language, List<DateForm>> forms = new EnumMap<>(Language.class);
        List<DateForm> chinese = with(NumericDates.FORMS, ChineseDates.FORMS);
        forms.put(Language.ARABIC, with(NumericDates.ARABIC, ArabicDates.FORMS));
        forms.put(Language.PERSIAN, with(NumericDates.PERSIAN, PersianDates.FORMS));
        forms.put(Language.CHINESE_TRADITIONAL, chinese);
        forms.put(Language.CHINESE_SIMPLIFIED, chinese);
        forms.put(Language.RUSSIAN, with(NumericDates.FORMS, RussianDates.FORMS));
        forms.put(Language.ENGLISH, with(NumericDates.FORMS, EnglishDates.FORMS));
        return forms;
    }

    private static List<DateForm> with(List<DateForm> numeric, List<DateForm> worded) {
        return Stream.concat(numeric.stream(), worded.stream()).toList();
    }
}
