package dev.sanad.index;

/**
 * What makes vectors comparable: the same model given texts prepared in the same way.
 *
 * @param model provider and name, such as {@code openai:multilingual-e5-small}
 * @param passagePrefix put before each passage
 * @param maxChars after which a text is cut
 */
public record VectorSpace(String model, String passagePrefix, int maxChars) {}
