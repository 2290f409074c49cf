package dev.sanad.evaluation;

import dev.sanad.language.Language;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Names that nobody bears, so that a generated corpus has a vocabulary that grows as it does: a few names are common, and however many have been
 * drawn, new ones still come. Ranks follow Zipf's law (1949) with exponent 1 over ten million names, drawn by the inverse of its distribution
 * function: the logarithm of the rank is uniform. A rank sounds alike in every language, as a name does. Immutable.
 */
final class InventedNames {
    private static final double NAMES = 10_000_000;

    private static final Map<Language, List<String>> SYLLABLES = Map.of(
            Language.ENGLISH, syllables("ba ke di mo ru la ve ni so ta zu go pa re hi fo"),
            Language.RUSSIAN, syllables("ба ке ди мо ру ла ве ни со та зу го па ре хи фо"),
            Language.ARABIC, syllables("با كي دي مو رو لا في ني سو تا زو غو جا ري حي فو"),
            Language.PERSIAN, syllables("با کی دی مو رو لا وی نی سو تا زو گو پا ری هی فو"),
            Language.CHINESE_SIMPLIFIED, syllables("巴 克 迪 莫 鲁 拉 维 尼 索 塔 祖 戈 帕 雷 希 福"),
            Language.CHINESE_TRADITIONAL, syllables("巴 克 迪 莫 魯 拉 維 尼 索 塔 祖 戈 帕 雷 希 福"));

    private InventedNames() {}

    private static List<String> syllables(String table) {
        return List.of(table.split(" ", -1));
    }

    /** The next name in {@code language}, one of the six. */
    static String draw(SplittableRandom random, Language language) {
        return named((long) Math.exp(random.nextDouble() * Math.log(NAMES)), language);
    }

    /** The name of a rank from 1: its digits as syllables, at least three, so that each rank has a name of its own. */
    static String named(long rank, Language language) {
        List<String> syllables = SYLLABLES.getOrDefault(language, List.of());
        int base = syllables.size();
        StringBuilder name = new StringBuilder();
        for (long rest = rank + (long) base * base; rest > 0; rest /= base) {
            name.insert(0, syllables.get((int) (rest % base)));
        }
        name.setCharAt(0, Character.toTitleCase(name.charAt(0)));
        return name.toString();
    }
}
