package dev.sanad.answer;

import dev.sanad.language.Folding;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text that carry its content, folded and made comparable across inflection without a dictionary: alphabetic words are
 * cut after five letters (F5, Can et al., "Information retrieval on Turkish texts", JASIST 59(3), 2008), in Arabic script after four, without
 * the article and the particles written with it; short words, which are mostly function words, are left out; Chinese gives pairs of characters.
 */
final class ContentWords {
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}&&[^\\p{IsHan}]]+");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{Nd}]+");
    private static final Pattern ARABIC_PREFIX = Pattern.compile("^(?:[وفبك]?ال|لل)(?=\\p{L}{3})");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 5;

    private ContentWords() {}

    static Set<String> in(String text) {
        Set<String> words = new TreeSet<>();
        Matcher word = WORD.matcher(Folding.fold(text));
        while (word.find()) {
            add(word.group(), words);
        }
        return words;
    }

    private static void add(String word, Set<String> words) {
        switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case HAN -> addPairs(word.codePoints().toArray(), words);
            case ARABIC -> addCut(ARABIC_PREFIX.matcher(word).replaceFirst(""), SHORTEST - 1, LONGEST - 1, words);
            default -> addCut(word, SHORTEST, LONGEST, words);
        }
    }

    private static void addCut(String word, int shortest, int longest, Set<String> words) {
        int length = word.codePointCount(0, word.length());
        if (length >= shortest) {
            words.add(word.substring(0, word.offsetByCodePoints(0, Math.min(length, longest))));
        }
    }

    private static void addPairs(int[] characters, Set<String> words) {
        for (int i = 0; i + 1 < characters.length; i++) {
            words.add(new String(characters, i, 2));
        }
    }

    /** Words in Latin letters of at least two characters, folded, with the digits in them. */
    static Set<String> latin(String text) {
        Set<String> words = new TreeSet<>();
        Matcher word = LATIN.matcher(Folding.fold(text));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
