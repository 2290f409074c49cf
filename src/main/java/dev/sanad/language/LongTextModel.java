package dev.sanad.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Apache OpenNLP's model of 103 languages, a classifier of letter sequences: it knows Bulgarian, Macedonian, Kyrgyz and the rest that letters and small
 * words do not tell. On questions it is weaker than those (decision record 0004), so it is asked of long text alone. Loaded at first use, which takes
 * about a second and 40 MB. Safe for use by many threads.
 */
final class LongTextModel {
    /** Below, its answers are not sure enough: of passages cut here it confirmed every one, at 100 characters it lost one in a hundred. */
    private static final int LEAST_CHARS = 300;

    /** More letters told nothing more and cost about a millisecond a thousand. */
    private static final int SAMPLE_CHARS = 2_000;

    private static final class Loaded {
        static final LanguageDetectorModel MODEL = read("/langdetect-183.bin");
    }

    private LongTextModel() {}

    static boolean reads(String text) {
        return text.length() >= LEAST_CHARS;
    }

    /** Whether {@code text}, one that it {@link #reads}, is in {@code language} by the model; it has one Chinese for both varieties. */
    static boolean confirms(Language language, String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE_CHARS));
        // a detector of its own for every call: the library does not promise that one may be shared
        String named =
                new LanguageDetectorME(Loaded.MODEL).predictLanguage(sample).getLang();
        return codes(language).contains(named);
    }

    /** ISO 639-3, as the model has them. It was trained on Persian under two names. */
    private static Set<String> codes(Language language) {
        return switch (language) {
            case ARABIC -> Set.of("ara");
            case PERSIAN -> Set.of("fas", "pes");
            case CHINESE_TRADITIONAL, CHINESE_SIMPLIFIED -> Set.of("cmn");
            case RUSSIAN -> Set.of("rus");
            case ENGLISH -> Set.of("eng");
            case OTHER -> Set.of();
        };
    }

    private static LanguageDetectorModel read(String name) {
        try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path; opennlp-models-langdetect holds it");
            }
            return new LanguageDetectorModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }
}
