package dev.sanad.answer;

import dev.sanad.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a quote out of a sentence that is longer than a quote may be: whole clauses, where it has any. */
public final class Quotes {
    /** Not within a number, a time or a range. */
    private static final Pattern CLAUSE_END =
            Pattern.compile("(?:[;؛，；：、—]|[,:،–](?!(?<=\\p{Nd}.)\\p{Nd}))\\s*|\\s+[-–—]\\s+");

    private static final String ELLIPSIS = "…";

    private Quotes() {}

    /** The sentence's span, or its run of clauses within the limit that {@code worth} most, the earlier of two equals. */
    public static Span within(ScoredSentence sentence, ToDoubleFunction<String> worth) {
        int limit = sentence.language().quoteChars();
        if (sentence.span().length() <= limit) {
            return sentence.span();
        }
        String article = sentence.passage().article().text();
        List<Integer> cuts = cuts(sentence.text(), limit);
        Span best = new Span(0, cuts.get(1));
        double bestWorth = -1;
        for (int first = 0; first + 1 < cuts.size(); first++) {
            int last = first + 1;
            while (last + 1 < cuts.size() && cuts.get(last + 1) - cuts.get(first) <= limit) {
                last++;
            }
            Span run = new Span(cuts.get(first), cuts.get(last));
            double value = worth.applyAsDouble(run.in(sentence.text()));
            if (value > bestWorth) {
                best = run;
                bestWorth = value;
            }
        }
        return trimmed(article, best.shift(sentence.span().start()));
    }

    /** What is shown of a quote: its words on one line, with an ellipsis where the sentence goes on. */
    public static String shown(ScoredSentence sentence, Span quote) {
        String words = oneLine(quote.in(sentence.passage().article().text()));
        String before = quote.start() > sentence.span().start() ? ELLIPSIS : "";
        String after = quote.end() < sentence.span().end() ? ELLIPSIS : "";
        return before + words + after;
    }

    /** White space as single spaces. */
    static String oneLine(String words) {
        return words.replaceAll("\\s+", " ");
    }

    /** Ends of clauses from 0 to the length, no two further apart than {@code limit}. */
    private static List<Integer> cuts(String sentence, int limit) {
        List<Integer> cuts = new ArrayList<>(List.of(0));
        Matcher clauses = CLAUSE_END.matcher(sentence);
        while (clauses.find()) {
            addCut(cuts, sentence, clauses.end(), limit);
        }
        addCut(cuts, sentence, sentence.length(), limit);
        return cuts;
    }

    private static void addCut(List<Integer> cuts, String sentence, int end, int limit) {
        while (end - cuts.getLast() > limit) {
            int space = sentence.lastIndexOf(' ', cuts.getLast() + limit);
            int cut = space > cuts.getLast() ? space : cuts.getLast() + limit;
            cuts.add(Character.isLowSurrogate(sentence.charAt(cut)) ? cut - 1 : cut);
        }
        if (end > cuts.getLast()) {
            cuts.add(end);
        }
    }

    private static Span trimmed(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end - 1 && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start + 1 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }
}
