package dev.sanad.language;

import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase that narrows a search, with slots. Immutable.
 *
 * @param template shaped, with its slots between braces
 * @param days of a period that ends with the newest article; 0 where the phrase is none
 */
record ScopePhrase(String template, int days) {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> SLOTS = Set.of("outlet", "language", "date", "since", "until");

    static ScopePhrase of(String words, int days) {
        ScopePhrase phrase = new ScopePhrase(mapped(words, Shape::of, slot -> "{" + slot + "}"), days);
        SLOT.matcher(words).results().map(slot -> slot.group(1)).forEach(slot -> {
            if (!SLOTS.contains(slot)) {
                throw new IllegalStateException("scope-words.tsv: no slot {%s} in \"%s\"".formatted(slot, words));
            }
        });
        return phrase;
    }

    boolean has(String slot) {
        return template.contains("{" + slot + "}");
    }

    boolean dated() {
        return days > 0 || has("date") || has("since") || has("until");
    }

    /** Whether its words stand in {@code shape}, whatever fills its slots. */
    boolean mayStandIn(String shape) {
        return Arrays.stream(SLOT.split(template, -1)).map(String::strip).allMatch(shape::contains);
    }

    /** As a pattern: the words by {@code literal}, each slot by {@code filler} as a group of its name. */
    String pattern(UnaryOperator<String> literal, UnaryOperator<String> filler) {
        return mapped(template, literal, filler);
    }

    private static String mapped(String template, UnaryOperator<String> literal, UnaryOperator<String> filler) {
        StringBuilder mapped = new StringBuilder();
        Matcher slots = SLOT.matcher(template);
        int at = 0;
        while (slots.find()) {
            mapped.append(literal.apply(template.substring(at, slots.start()))).append(filler.apply(slots.group(1)));
            at = slots.end();
        }
        return mapped.append(literal.apply(template.substring(at))).toString();
    }
}
