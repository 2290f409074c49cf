package dev.sanad.answer;

import java.util.regex.Pattern;

/** Makes one safe line of what a provider said: no line break or control character, no long run that may be a key, bounded. */
final class LogLine {
    private static final int MAX_CHARS = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\s]+");

    /** Keys of all providers are longer than 15 letters, digits, hyphens, underscores and dots without a break. */
    private static final Pattern KEY_LIKE = Pattern.compile("[\\p{Alnum}_.*-]{16,}");

    private LogLine() {}

    /** The kind of fault and what it says. */
    static String of(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + of(message));
    }

    static String of(String text) {
        String head = text.length() > 10 * MAX_CHARS ? text.substring(0, 10 * MAX_CHARS) : text;
        String line = KEY_LIKE.matcher(CONTROL.matcher(head).replaceAll(" ")).replaceAll("…");
        return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "…";
    }
}
