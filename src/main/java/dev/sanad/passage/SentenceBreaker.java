package dev.sanad.passage;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences by Unicode's rules (UAX 29) as ICU refines them per language, with {@link Abbreviations} not ending one. Safe for use by many
 * threads.
 */
public final class SentenceBreaker {
    /** A line at least this long that ends without a full stop was wrapped, not ended. */
    private static final int WRAPPED_LINE_CHARS = 50;

    private static final String CLOSING = ".!?…。！？؟۔:：;；؛»\"”』」）)";

    private final Map<Language, BreakIterator> sentences = new EnumMap<>(Language.class);
    private final Map<Language, BreakIterator> lines = new EnumMap<>(Language.class);

    public SentenceBreaker() {
        for (Language language : Language.values()) {
            ULocale locale = ULocale.forLanguageTag(language.tag());
            sentences.put(language, BreakIterator.getSentenceInstance(locale));
            lines.put(language, BreakIterator.getLineInstance(locale));
        }
    }

    /**
     * The sentences of {@code within}, in order, disjoint, without surrounding white space; together they hold every character of it that is
     * not white space. One without any break is cut between words at {@code maxChars}, an extended grapheme is never cut.
     */
    public List<Span> sentences(String text, Span within, Language language, int maxChars) {
        String stretch = unwrapped(within.in(text));
        List<Span> found = new ArrayList<>();
        BreakIterator breaks = copy(sentences, language);
        breaks.setText(stretch);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == stretch.length() || !Abbreviations.end(stretch, start, end, language)) {
                addTrimmed(found, stretch, start, end, language, maxChars);
                start = end;
            }
        }
        return found.stream().map(span -> span.shift(within.start())).toList();
    }

    private void addTrimmed(List<Span> found, String text, int from, int to, Language language, int maxChars) {
        int start = from;
        while (start < to) {
            start = skipBlank(text, start, to);
            int end = trimmedEnd(text, start, to);
            if (end - start > maxChars) {
                int cut = cutBefore(text, start, end, language, maxChars);
                found.add(new Span(start, trimmedEnd(text, start, cut)));
                start = cut;
            } else {
                if (end > start) {
                    found.add(new Span(start, end));
                }
                return;
            }
        }
    }

    private static int skipBlank(String text, int from, int to) {
        int start = from;
        while (start < to && isBlank(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int trimmedEnd(String text, int start, int to) {
        int end = to;
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int cutBefore(String text, int start, int end, Language language, int maxChars) {
        // breaks need no more than the near text, and a megabyte without any must not be copied for each
        String near = text.substring(start, Math.min(end, start + 2 * maxChars));
        BreakIterator breaks = copy(lines, language);
        breaks.setText(near);
        int cut = breaks.preceding(maxChars);
        if (cut > 0) {
            return start + cut;
        }
        BreakIterator graphemes = BreakIterator.getCharacterInstance(language.locale());
        graphemes.setText(near);
        int grapheme = graphemes.preceding(maxChars);
        if (grapheme > 0) {
            return start + grapheme;
        }
        graphemes.setText(text.substring(start, end));
        return start + graphemes.following(0);
    }

    /** The same text, length for length, with the line ends of hard-wrapped paragraphs as spaces. */
    private static String unwrapped(String text) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        StringBuilder unwrapped = new StringBuilder(text);
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            int lineEnd = i > lineStart && text.charAt(i - 1) == '\r' ? i - 1 : i;
            boolean continues = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            if (continues
                    && lineEnd - lineStart >= WRAPPED_LINE_CHARS
                    && CLOSING.indexOf(text.charAt(lineEnd - 1)) < 0
                    && nextLineIsText(text, i + 1)) {
                unwrapped.setCharAt(i, ' ');
                if (lineEnd < i) {
                    unwrapped.setCharAt(lineEnd, ' ');
                }
            }
            lineStart = i + 1;
        }
        return unwrapped.toString();
    }

    /** A wrapped paragraph goes on in lower case, or in a script that has no case. */
    private static boolean nextLineIsText(String text, int at) {
        int first = text.codePointAt(at);
        return !Character.isUpperCase(first) && !Character.isTitleCase(first);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    private static BreakIterator copy(Map<Language, BreakIterator> iterators, Language language) {
        BreakIterator prototype = iterators.get(language);
        if (prototype == null) {
            throw new IllegalStateException("no break iterator for " + language);
        }
        return (BreakIterator) prototype.clone();
    }
}
