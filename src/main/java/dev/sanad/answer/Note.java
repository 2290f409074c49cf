package dev.sanad.answer;

/**
 * Something the reader should know about how the answer came to be.
 *
 * @param code for programs, stable, such as {@code model_timeout}
 * @param text for people, in the answer's language
 */
public record Note(String code, String text) {}
