package dev.sanad.answer;

/**
 * A quoted sentence in the reader's language as a model worded it; its numbers, dates and names stand in the quote.
 *
 * @param text on one line, without links and markup
 * @param model its name at the provider
 * @param prompt name and version of the template, such as {@code translate@1}
 */
public record Translation(String text, String model, String prompt) {
    public Translation {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a translation without text");
        }
    }
}
