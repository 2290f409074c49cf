package dev.sanad.answer;

import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import java.util.Map;

/**
 * Something the reader should know about how the answer came to be.
 *
 * @param code for programs, stable, such as {@code model_timeout}
 * @param text for people, in the answer's language
 */
public record Note(String code, String text) {
    private static final Messages MESSAGES = new Messages("answer");

    /** As the bundle {@code answer} words it under {@code note.} and the code; the arguments are data. */
    public static Note of(String code, Language language, Map<String, ?> arguments) {
        return new Note(code, MESSAGES.text(language, "note." + code, arguments));
    }

    /** The same of a text without arguments. */
    public static Note of(String code, Language language) {
        return of(code, language, Map.of());
    }
}
