package dev.sanad.answer;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import dev.sanad.language.Language;

/** Names of languages: {@code Chinese (Traditional Han)} says which script is meant. */
final class LanguageNames {
    private LanguageNames() {}

    /** For models. */
    static String english(Language language) {
        return of(language, Language.ENGLISH);
    }

    static String of(Language language, Language reader) {
        return LocaleDisplayNames.getInstance(ULocale.forLanguageTag(reader.tag()))
                .localeDisplayName(ULocale.forLanguageTag(language.tag()));
    }
}
