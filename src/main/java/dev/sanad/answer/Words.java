package dev.sanad.answer;

import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import java.util.HashSet;
import java.util.Set;

/** The words of a text for comparing sentences: folded words, in Chinese pairs of characters. */
public final class Words {
    /** Two sentences say the same when they share at least this part of the shorter one's words. */
    private static final double SAME = 0.6;

    private Words() {}

    /** Whether two sentences of one language, by their words, say the same. */
    public static boolean same(Set<String> one, Set<String> other) {
        return overlap(one, other) >= SAME;
    }

    /** Those of {@code text}, without order. */
    public static Set<String> of(String text, Language language) {
        String folded = Folding.fold(text);
        Set<String> words = new HashSet<>();
        for (String word : folded.split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
            if (language.chinese()) {
                for (int i = 0; i + 1 < word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The part of the smaller set that the other has too, 0 to 1. */
    static double overlap(Set<String> one, Set<String> other) {
        int smaller = Math.min(one.size(), other.size());
        if (smaller == 0) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return (double) shared / smaller;
    }
}
