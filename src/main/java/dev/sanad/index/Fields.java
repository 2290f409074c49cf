package dev.sanad.index;

import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Names of the index's fields. A document is an article (its text of record and metadata, stored once) or a passage (searchable, pointing to
 * its article).
 */
public final class Fields {
    /** Both kinds: the article's id. */
    static final String ARTICLE = "article";
    /** Articles only: the article's id, to find its text of record by. */
    static final String RECORD = "record";
    /** Articles, stored: SHA-256 of the text of record. */
    static final String SHA256 = "sha256";
    /** Articles, stored. */
    static final String TEXT = "text";
    /** Articles, stored: everything but the text, as JSON. */
    static final String METADATA = "metadata";
    /** Both kinds, of articles that one chat alone may read: its number. */
    static final String AUDIENCE = "audience";
    /** Passages: their id. */
    static final String PASSAGE = "passage";
    /** Passages, stored: start and length of each sentence. */
    static final String SENTENCES = "sentences";
    /** Passages: the language's tag. */
    public static final String LANGUAGE = "language";
    /** Passages: the outlet, folded. */
    public static final String OUTLET = "outlet";
    /** Passages: day since the epoch. */
    public static final String PUBLISHED = "published";

    private static final Map<Analysis, String> TEXTS = named("text.");
    private static final Map<Analysis, String> CROSSED = named("crossed.");

    private Fields() {}

    /** Made once: a question asks for them some hundred times. */
    private static Map<Analysis, String> named(String prefix) {
        Map<Analysis, String> names = new EnumMap<>(Analysis.class);
        for (Analysis analysis : Analysis.values()) {
            names.put(analysis, prefix + analysis.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** The searchable field of {@code analysis}. {@link Analysis#UNSTEMMED} is the ICU field that every passage has. */
    public static String text(Analysis analysis) {
        return Objects.requireNonNull(TEXTS.get(analysis));
    }

    /** The interlingual field of passages in languages of {@code analysis}: each has its own frequencies and lengths. */
    public static String crossed(Analysis analysis) {
        return Objects.requireNonNull(CROSSED.get(analysis));
    }

    /** The unit vectors of passages in {@code language}: each language is searched for itself, as {@link LanguageCentres} explains. */
    public static String vector(Language language) {
        return "vector." + language.tag();
    }

    static String text(Language language) {
        return text(language.analysis());
    }
}
