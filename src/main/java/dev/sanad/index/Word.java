package dev.sanad.index;

import dev.sanad.language.Span;

/**
 * A word of a text as a phrase is made of it; in Chinese, a character.
 *
 * @param stem as the language is analysed; a stop word's is the word
 * @param shown as it stands in the text
 * @param stop whether the language's analysis leaves it out
 */
public record Word(String stem, String shown, Span span, boolean stop) {
    /** Whether it is an abbreviation by its letters: at least two, all of them capitals. */
    boolean capitals() {
        return shown.length() > 1
                && Character.isUpperCase(shown.charAt(0))
                && shown.chars().noneMatch(Character::isLowerCase)
                && shown.chars().filter(Character::isUpperCase).limit(2).count() == 2;
    }

    /** What a phrase is found by: a stop word is none that has its stem, {@code and} and the Andes. */
    String key() {
        return stop ? " " + stem : stem;
    }
}
