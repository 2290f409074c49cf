package dev.sanad.answer;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import dev.sanad.language.Language;

/** Names of languages in English, for models: {@code Chinese (Traditional Han)} says which script to write. */
final class LanguageNames {
    private LanguageNames() {}

    static String english(Language language) {
        return LocaleDisplayNames.getInstance(ULocale.ENGLISH)
                .localeDisplayName(ULocale.forLanguageTag(language.tag()));
    }
}
