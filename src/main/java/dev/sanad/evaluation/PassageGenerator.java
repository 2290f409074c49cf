package dev.sanad.evaluation;

import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Passages that read like given ones to an index and say nothing: windows of three to six words, each from another text of one language, in
 * sentences of two to four windows, and after every sixth window or so a {@link InventedNames made-up name}. Whole sentences would answer the
 * questions that the texts do; so short a window keeps words, their frequencies and their neighbours, and nobody's fact.
 *
 * <p>Passage {@code n} depends on the texts, the seed and {@code n} alone, so a larger corpus holds a smaller one. Immutable and safe for use by many
 * threads.
 */
final class PassageGenerator {
    /** With fewer texts a passage would hold much of one of them. */
    static final int LEAST_TEXTS = 20;

    private static final int FEWEST_WINDOWS = 2;
    private static final int MOST_WINDOWS = 4;
    private static final double NAME_RATE = 1.0 / 6;

    /** A passage is this full or fuller, and never fuller than a splitter makes one. */
    private static final double FULL_ENOUGH = 0.6;

    private final Map<Language, List<WordWindows>> texts;
    private final List<Language> languages;
    private final long seed;

    private PassageGenerator(Map<Language, List<WordWindows>> texts, long seed) {
        this.texts = texts;
        this.languages = List.copyOf(texts.keySet());
        this.seed = seed;
    }

    /**
     * A passage of one language.
     *
     * @param text no longer than {@link Language#passageChars}
     */
    record Generated(Language language, String text) {}

    /**
     * Of the languages that have at least {@link #LEAST_TEXTS} usable texts.
     *
     * @throws EvaluationException where no language has
     */
    static PassageGenerator of(Map<Language, List<String>> texts, long seed) {
        Map<Language, List<WordWindows>> usable = new EnumMap<>(Language.class);
        for (Language language : Language.spoken()) {
            List<WordWindows> windows = texts.getOrDefault(language, List.of()).stream()
                    .map(text -> WordWindows.of(text, language))
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (windows.size() >= LEAST_TEXTS) {
                usable.put(language, windows);
            }
        }
        if (usable.isEmpty()) {
            throw new EvaluationException(
                    "generated passages: no language has %d documents to take words from; give larger sets"
                            .formatted(LEAST_TEXTS));
        }
        return new PassageGenerator(usable, seed);
    }

    /** Those that passages are in, in table order. */
    List<Language> languages() {
        return languages;
    }

    /** Passage {@code number}, from 0; languages take turns, so each has as many. */
    Generated passage(int number) {
        Language language = languages.get(number % languages.size());
        // SplittableRandom mixes its seed, so that neighbours have nothing in common
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
        return new Generated(language, new Draw(language, texts.getOrDefault(language, List.of()), random).passage());
    }

    /** The drawing of one passage. */
    private static final class Draw {
        private final Language language;
        private final List<WordWindows> texts;
        private final SplittableRandom random;
        private final BitSet used = new BitSet();
        private final int aim;

        Draw(Language language, List<WordWindows> texts, SplittableRandom random) {
            this.language = language;
            this.texts = texts;
            this.random = random;
            int most = language.passageChars();
            this.aim = random.nextInt((int) (most * FULL_ENOUGH), most + 1);
        }

        String passage() {
            StringBuilder passage = new StringBuilder(sentence());
            for (String next = sentence(); passage.length() + 1 + next.length() <= aim; next = sentence()) {
                passage.append(language.chinese() ? "" : " ").append(next);
            }
            return passage.toString();
        }

        private String sentence() {
            int most = random.nextInt(FEWEST_WINDOWS, MOST_WINDOWS + 1);
            List<String> parts = new ArrayList<>();
            // so that even of the longest words the first sentence fits
            for (int windows = 0, chars = 0; windows < most && chars < aim / 2; windows++) {
                String window = unusedText().draw(random);
                parts.add(window);
                chars += window.length();
                if (random.nextDouble() < NAME_RATE) {
                    parts.add(InventedNames.draw(random, language));
                }
            }
            return String.join(language.chinese() ? "" : " ", parts) + (language.chinese() ? "。" : ".");
        }

        private WordWindows unusedText() {
            if (used.cardinality() == texts.size()) {
                used.clear();
            }
            int text = random.nextInt(texts.size());
            int unused = used.nextClearBit(text);
            unused = unused < texts.size() ? unused : used.nextClearBit(0);
            used.set(unused);
            return texts.get(unused);
        }
    }
}
