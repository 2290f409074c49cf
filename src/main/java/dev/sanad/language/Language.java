package dev.sanad.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one table of languages: whatever differs by language is a column here. {@link #OTHER} is the explicit fallback of articles. */
public enum Language {
    ARABIC("ar", "العربية", Analysis.ARABIC, true, 700, 500),
    PERSIAN("fa", "فارسی", Analysis.PERSIAN, true, 700, 500),
    CHINESE_TRADITIONAL("zh-Hant", "繁體中文", Analysis.CHINESE, false, 300, 250),
    CHINESE_SIMPLIFIED("zh-Hans", "简体中文", Analysis.CHINESE, false, 300, 250),
    RUSSIAN("ru", "Русский", Analysis.RUSSIAN, false, 700, 500),
    ENGLISH("en", "English", Analysis.ENGLISH, false, 700, 500),
    /** An article in none of the six: searchable by its words as they stand; never the language of a question. */
    OTHER("und", "und", Analysis.UNSTEMMED, false, 700, 500);

    /** How text of a language becomes index terms; the index maps each to one analyzer. */
    public enum Analysis {
        ARABIC,
        PERSIAN,
        RUSSIAN,
        ENGLISH,
        CHINESE,
        UNSTEMMED
    }

    private static final List<Language> SPOKEN =
            Arrays.stream(values()).filter(language -> language != OTHER).toList();

    private final String tag;
    private final String displayName;
    private final Analysis analysis;
    private final boolean rightToLeft;
    private final int passageChars;
    private final int quoteChars;

    Language(String tag, String displayName, Analysis analysis, boolean rightToLeft, int passageChars, int quoteChars) {
        this.tag = tag;
        this.displayName = displayName;
        this.analysis = analysis;
        this.rightToLeft = rightToLeft;
        this.passageChars = passageChars;
        this.quoteChars = quoteChars;
    }

    /** The six that a user may ask in, in table order. */
    public static List<Language> spoken() {
        return SPOKEN;
    }

    /**
     * The language of a BCP 47 tag, also in the common looser forms ({@code zh-TW}, {@code zh_CN}, {@code en-GB}, {@code zh}); empty
     * where it is none of the six.
     */
    public static Optional<Language> ofTag(String tag) {
        Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        if (locale.getLanguage().equals("zh")) {
            boolean traditional = locale.getScript().equals("Hant")
                    || (locale.getScript().isEmpty()
                            && List.of("TW", "HK", "MO").contains(locale.getCountry()));
            return Optional.of(traditional ? CHINESE_TRADITIONAL : CHINESE_SIMPLIFIED);
        }
        return SPOKEN.stream()
                .filter(language -> language.tag.equals(locale.getLanguage()))
                .findFirst();
    }

    /** BCP 47, as written in JSON and settings. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language's name in itself. */
    public String displayName() {
        return displayName;
    }

    public Analysis analysis() {
        return analysis;
    }

    public boolean rightToLeft() {
        return rightToLeft;
    }

    public boolean chinese() {
        return analysis == Analysis.CHINESE;
    }

    /** About how long a passage is, in UTF-16 units. */
    public int passageChars() {
        return passageChars;
    }

    /** The most that one quote may hold, in UTF-16 units. */
    public int quoteChars() {
        return quoteChars;
    }

    @Override
    public String toString() {
        return tag;
    }
}
