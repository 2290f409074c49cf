package dev.sanad.answer;

import dev.langchain4j.model.output.TokenUsage;
import java.util.Optional;

/**
 * What a model read and wrote.
 *
 * @param stated by the provider; otherwise estimated
 */
public record Tokens(int input, int output, boolean stated) {
    static final Tokens NONE = new Tokens(0, 0, true);

    /** Between that of alphabets, three to four characters a token, and that of Chinese, one to two. */
    private static final int CHARS_A_TOKEN = 2;

    /** What the provider states, where it states both. */
    static Optional<Tokens> stated(Optional<TokenUsage> usage) {
        return usage.filter(counts -> counts.inputTokenCount() != null && counts.outputTokenCount() != null)
                .map(counts -> new Tokens(counts.inputTokenCount(), counts.outputTokenCount(), true));
    }

    /** Of texts of so many UTF-16 units. */
    public static Tokens estimated(int readChars, int writtenChars) {
        return new Tokens(Math.ceilDiv(readChars, CHARS_A_TOKEN), Math.ceilDiv(writtenChars, CHARS_A_TOKEN), false);
    }

    public int total() {
        return Math.addExact(input, output);
    }
}
