package dev.sanad.index;

import dev.sanad.language.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A word, phrase, number, date or name of a text with the identifiers it stands for in any language.
 *
 * @param words as they stand in the text
 * @param span of them in the text
 * @param ids each with its weight, over 0 to 1; empty for a word that nothing covers. A text that has any of them has the unit.
 */
public record Unit(Kind kind, String words, Span span, Map<String, Double> ids) {
    /** How a unit crosses languages. */
    public enum Kind {
        DATE,
        NUMBER,
        LATIN,
        CLDR,
        GLOSSARY,
        SOUND,
        /** Not at all. */
        NONE;

        /** By the prefix of an identifier. */
        public static Kind ofId(String id) {
            return switch (id.charAt(0)) {
                case 'd' -> DATE;
                case 'n' -> NUMBER;
                case 'x' -> LATIN;
                case 'g' -> GLOSSARY;
                case 'k', 'q' -> SOUND;
                default -> CLDR;
            };
        }
    }

    public Unit {
        ids = Collections.unmodifiableMap(new LinkedHashMap<>(ids));
    }

    /** A letter, or a word of no table that is written small where names have capitals: it may meet one like it elsewhere, but seldom does. */
    public boolean guessed() {
        return (kind == Kind.LATIN || kind == Kind.SOUND)
                && (words.length() == 1 || Character.isLowerCase(words.codePointAt(0)));
    }
}
