package dev.sanad.language;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a {@link DateForm} can begin with, told apart by two characters: a pattern is tried nowhere else, and at most places of a text looking at two
 * characters takes a hundredth of trying it. May say yes where the pattern says no. Immutable.
 */
final class Starts {
    /** More than the pairs of any form, so that few share a place. */
    private static final int PLACES = 1 << 14;

    private static final int SPREAD = 31;

    static final Starts DIGITS = anyOf("0123456789");

    private final BitSet characters = new BitSet();
    private final BitSet pairs = new BitSet(PLACES);
    private final List<String> beginnings;

    private Starts(List<String> beginnings) {
        this.beginnings = beginnings;
        for (String beginning : beginnings) {
            if (beginning.length() == 1) {
                characters.set(beginning.charAt(0));
            } else {
                pairs.set(place(beginning.charAt(0), beginning.charAt(1)));
            }
        }
    }

    /** Any of {@code characters}. */
    static Starts anyOf(String characters) {
        return new Starts(characters.chars().mapToObj(Character::toString).toList());
    }

    /** Any of {@code words}, none of them empty, as they stand in a {@link Shadow}. */
    static Starts words(Collection<String> words) {
        return new Starts(words.stream()
                .map(word -> word.substring(0, Math.min(2, word.length())))
                .distinct()
                .toList());
    }

    Starts or(Starts others) {
        return new Starts(
                Stream.concat(beginnings.stream(), others.beginnings.stream()).toList());
    }

    /** Whether something may begin at {@code at} in {@code shadow}. */
    boolean at(String shadow, int at) {
        char first = shadow.charAt(at);
        return characters.get(first) || (at + 1 < shadow.length() && pairs.get(place(first, shadow.charAt(at + 1))));
    }

    private static int place(char first, char second) {
        return (first * SPREAD + second) & (PLACES - 1);
    }
}
