package dev.sanad.index;

import dev.sanad.language.Language.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What Arabic and Persian write onto a word and their light stemmers leave there, since it may as well belong to the word. */
final class Affixes {
    private static final Pattern ARABIC_PREFIX = Pattern.compile("^(?:[وف]?[بك]?ال|[وف]?لل|و?[بلكفس]|و)(?=.{3})");
    private static final Pattern ARABIC_VERB_PREFIX = Pattern.compile("^(?:[وف]?س?[يتن])(?=.{3})");
    private static final Pattern ARABIC_SUFFIX =
            Pattern.compile("(?<=.{3})(?:هما|هم|هن|كم|نا|وا|ته|تها|تهم|ه|ها|ت|ا)$");
    private static final Pattern PERSIAN_SUFFIX =
            Pattern.compile("(?<=.{3})(?:هایشان|هایی|هایش|های|ها|یشان|شان|اش|ام|ات|ند|ان|ای|ی|م|ش|د)$");
    private static final Pattern PERSIAN_PREFIX = Pattern.compile("^(?:نمی|می|بی|ن|ب)(?=.{3})");

    private Affixes() {}

    /** The word without one or the other, likeliest first; empty in languages whose stemmers do it all. */
    static List<String> without(String word, Analysis analysis) {
        List<String> bare = new ArrayList<>();
        switch (analysis) {
            case ARABIC -> {
                strip(word, ARABIC_PREFIX, bare);
                strip(word, ARABIC_SUFFIX, bare);
                strip(word, ARABIC_VERB_PREFIX, bare);
            }
            case PERSIAN -> {
                strip(word, PERSIAN_SUFFIX, bare);
                strip(word, PERSIAN_PREFIX, bare);
            }
            default -> {}
        }
        return bare;
    }

    private static void strip(String word, Pattern affix, List<String> bare) {
        String stripped = affix.matcher(word).replaceFirst("");
        if (!stripped.equals(word)) {
            bare.add(stripped);
        }
    }
}
