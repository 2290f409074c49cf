package dev.sanad.language;

import com.ibm.icu.text.Transliterator;

/**
 * Chinese characters for matching: Traditional to Simplified, one to one, by ICU's {@code Traditional-Simplified} (CLDR). What is shown is
 * always the original. Safe for use by many threads.
 */
public final class Han {
    private static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    /** 0 where not yet looked up; a race writes the same value twice. */
    private static final char[] SIMPLIFIED = new char[Character.MAX_VALUE + 1];

    private Han() {}

    /** The Simplified form of {@code c}, or {@code c} itself. */
    public static char toSimplified(char c) {
        if (c < '\u3400' || c > '\uFAFF') {
            return c;
        }
        char known = SIMPLIFIED[c];
        if (known == 0) {
            known = Character.isSurrogate(c) ? c : lookUp(c);
            SIMPLIFIED[c] = known;
        }
        return known;
    }

    private static char lookUp(char c) {
        String simplified = TO_SIMPLIFIED.transliterate(String.valueOf(c));
        return simplified.length() == 1 ? simplified.charAt(0) : c;
    }
}
