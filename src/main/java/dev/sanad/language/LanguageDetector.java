package dev.sanad.language;

import com.ibm.icu.lang.UScript;
import java.util.Optional;

/**
 * The language of a question or an article, or nothing where it is none of the six or the text does not tell: by script, then by the letters and small
 * words that only one language of the script has; of long text a model must agree. Questions load no model. Immutable and safe for use by many threads.
 */
public final class LanguageDetector {
    /** A script of the six languages must outweigh the rest; names and loans of others are common, so a letter of a richer script weighs more. */
    private static final int LATIN_WEIGHT = 1;

    private static final int LETTER_WEIGHT = 2;
    private static final int HAN_WEIGHT = 4;

    /** Letters looked at: enough to tell, and a long article costs no more than a short one. */
    private static final int SAMPLE_CHARS = 20_000;

    public LanguageDetector() {}

    public Optional<Language> detect(String text) {
        String sample = text.length() > SAMPLE_CHARS ? text.substring(0, SAMPLE_CHARS) : text;
        Weights weights = Weights.of(sample);
        Script heaviest = weights.heaviest();
        Optional<Language> language = language(heaviest, sample, weights);
        // a question about a foreign name may hold more letters of the name than of its own
        boolean nameOutweighs =
                language.isEmpty() && heaviest == Script.LATIN && weights.latin < 3 * weights.nonLatin();
        return nameOutweighs ? language(weights.withoutLatin().heaviest(), sample, weights) : language;
    }

    /**
     * The language of an article: {@link #detect}'s, and where the text is long enough for it, only if OpenNLP's model names the same. Bulgarian, say,
     * has all its letters in Russian.
     */
    public Optional<Language> detectArticle(String text) {
        return detect(text).filter(language -> !LongTextModel.reads(text) || LongTextModel.confirms(language, text));
    }

    /**
     * The language to read a question in: {@link #detect}, else {@code otherwise} where it is written in the text's script, else the most common
     * language of that script. A question in Han characters is never read as English only because no character tells its variety.
     *
     * @param otherwise what a question without any of the six languages' scripts is read in
     */
    public Language read(String question, Language otherwise) {
        return detect(question).orElseGet(() -> switch (Weights.of(question).heaviest()) {
            case HAN -> otherwise.chinese() ? otherwise : Language.CHINESE_SIMPLIFIED;
            case ARABIC -> otherwise.rightToLeft() ? otherwise : Language.ARABIC;
            case CYRILLIC -> Language.RUSSIAN;
            case LATIN -> Language.ENGLISH;
            case NONE -> otherwise;
        });
    }

    private static Optional<Language> language(Script script, String sample, Weights weights) {
        return switch (script) {
            case HAN -> weights.kana * 5 > weights.han ? Optional.empty() : Varieties.chinese(sample);
            case ARABIC -> Varieties.arabicOrPersian(sample);
            case CYRILLIC -> Varieties.russian(sample);
            case LATIN -> Varieties.english(sample);
            case NONE -> Optional.empty();
        };
    }

    private enum Script {
        HAN,
        ARABIC,
        CYRILLIC,
        LATIN,
        NONE
    }

    private record Weights(int han, int kana, int arabic, int cyrillic, int latin, int other) {
        static Weights of(String text) {
            int[] counts = new int[6];
            text.codePoints()
                    .filter(Character::isLetter)
                    .forEach(point -> counts[
                            switch (UScript.getScript(point)) {
                                case UScript.HAN -> 0;
                                case UScript.HIRAGANA, UScript.KATAKANA -> 1;
                                case UScript.ARABIC -> 2;
                                case UScript.CYRILLIC -> 3;
                                case UScript.LATIN -> 4;
                                default -> 5;
                            }]++);
            return new Weights(
                    counts[0] * HAN_WEIGHT,
                    counts[1] * HAN_WEIGHT,
                    counts[2] * LETTER_WEIGHT,
                    counts[3] * LETTER_WEIGHT,
                    counts[4] * LATIN_WEIGHT,
                    counts[5] * LETTER_WEIGHT);
        }

        int nonLatin() {
            return han + arabic + cyrillic;
        }

        Weights withoutLatin() {
            return new Weights(han, kana, arabic, cyrillic, 0, other);
        }

        Script heaviest() {
            int most = Math.max(Math.max(Math.max(han, arabic), Math.max(cyrillic, latin)), Math.max(kana, other));
            if (most == 0 || most == other || most == kana) {
                return Script.NONE;
            }
            if (most == han) {
                return Script.HAN;
            }
            if (most == arabic) {
                return Script.ARABIC;
            }
            return most == cyrillic ? Script.CYRILLIC : Script.LATIN;
        }
    }
}
