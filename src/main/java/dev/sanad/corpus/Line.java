package dev.sanad.corpus;

import dev.sanad.language.DateMention;
import dev.sanad.language.Dates;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line that is not blank.
 *
 * @param span without white space at its ends
 * @param dates the full dates in it, in order
 * @param bare whether it holds nothing but dates, times and numbers
 */
record Line(Span span, String words, List<LocalDate> dates, boolean bare) {
    private static final Pattern TIMES_AND_SIGNS = Pattern.compile(
            "\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AaPp][Mm]\\b)?(?: ?(?:GMT|UTC)\\b)?|[\\p{N}\\p{P}\\p{S}\\s\\p{Z}]+");
    private static final Pattern BREADCRUMB = Pattern.compile("[^/>»›|]{1,40}(?: [/>»›|] [^/>»›|]{1,40}){1,5}");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?。！？؟…:：]\\s*", Pattern.DOTALL);
    /** A dateline is short; a date in a longer line belongs to what the sentence tells. */
    private static final int SHORT_CHARS = 60;

    /** The lines of {@code text} from {@code start} on that are not blank, in order. */
    static List<Line> of(String text, int start, Language language) {
        List<Line> lines = new ArrayList<>();
        int from = start;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            trimmed(text, from, end).ifPresent(span -> lines.add(of(span, text, language)));
            from = end + 1;
        }
        return lines;
    }

    private static Line of(Span span, String text, Language language) {
        String words = span.in(text);
        List<DateMention> mentions = Dates.in(words, language, Optional.empty());
        List<LocalDate> dates = mentions.stream()
                .flatMap(mention -> mention.date().complete().stream())
                .toList();
        return new Line(span, words, dates, bare(words, mentions));
    }

    private static boolean bare(String words, List<DateMention> mentions) {
        if (words.length() > SHORT_CHARS || !words.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        StringBuilder rest = new StringBuilder(words);
        for (DateMention mention : mentions.reversed()) {
            rest.replace(mention.span().start(), mention.span().end(), " ");
        }
        return TIMES_AND_SIGNS.matcher(rest).replaceAll("").isEmpty();
    }

    /** {@code span} without white space at its ends, the kinds that Java does not strip included; empty where nothing is left. */
    static Optional<Span> trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    private static boolean blank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    boolean isShort() {
        return words.length() <= SHORT_CHARS;
    }

    boolean hasLetters() {
        return words.chars().anyMatch(Character::isLetter);
    }

    /** A path through a site's sections, such as {@code World / Middle East}. */
    boolean breadcrumb() {
        return isShort() && BREADCRUMB.matcher(words).matches() && !sentence();
    }

    boolean sentence() {
        return SENTENCE_END.matcher(words).matches();
    }

    /** One to three words without a stop, as tags stand below an article. */
    boolean tag() {
        return words.length() <= 25 && hasLetters() && words.split("\\s+").length <= 3 && !sentence();
    }
}
