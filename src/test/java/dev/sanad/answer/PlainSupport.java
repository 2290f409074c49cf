package dev.sanad.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether words support an English sentence, by a rule that shares nothing with the gate: each number and each name written with a capital stands in them,
 * and so do at least half of the other words of four letters or more, by their first five letters; words that only join or attribute do not count.
 */
final class PlainSupport {
    private static final Pattern WORD = Pattern.compile("\\p{Nd}[\\p{Nd},.]*\\p{Nd}|\\p{Nd}|\\p{L}+");
    private static final int LEAST_LETTERS = 4;
    private static final int STEM = 5;

    private static final Set<String> JOINING = Set.of(
            "about",
            "also",
            "been",
            "because",
            "between",
            "from",
            "have",
            "that",
            "their",
            "there",
            "they",
            "this",
            "were",
            "which",
            "with",
            "according",
            "article",
            "articles",
            "passage",
            "passages",
            "said",
            "says",
            "state",
            "stated",
            "states");

    private PlainSupport() {}

    /** The numbers and names that {@code words} lack, and most of its other words where too few stand there; empty where they support it. */
    static List<String> missing(String sentence, String words) {
        Set<String> held = new HashSet<>();
        Matcher word = WORD.matcher(words);
        while (word.find()) {
            held.add(stem(word.group()));
        }
        List<String> missing = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int all = 0;
        Matcher said = WORD.matcher(sentence);
        boolean first = true;
        while (said.find()) {
            String token = said.group();
            boolean sure = Character.isDigit(token.charAt(0))
                    || (!first && token.length() > 1 && Character.isUpperCase(token.charAt(0)));
            first = false;
            boolean stands = held.contains(stem(token));
            if (sure && !stands) {
                missing.add(token);
            } else if (!sure && token.length() >= LEAST_LETTERS && !JOINING.contains(token.toLowerCase(Locale.ROOT))) {
                all++;
                if (!stands) {
                    others.add(token);
                }
            }
        }
        if (2 * others.size() > all) {
            missing.addAll(others);
        }
        return missing;
    }

    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Character.isDigit(lower.charAt(0)) ? lower : lower.substring(0, Math.min(STEM, lower.length()));
    }
}
