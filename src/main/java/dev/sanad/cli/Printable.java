package dev.sanad.cli;

import java.text.Bidi;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Text from outside made fit for one line of a log or a fault. */
final class Printable {
    /** Bot tokens stand in the addresses of the Bot API, and so in the messages of HTTP clients. */
    private static final Pattern BOT_TOKEN = Pattern.compile("\\d{5,}:[A-Za-z0-9_-]{20,}");

    private Printable() {}

    /**
     * Control characters, line separators and direction overrides are written as escapes, so that no text can end the line, move the cursor or
     * turn the reading order; joiners, which Persian needs, stay. Bot tokens become {@code ***}.
     */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (Character.isISOControl(unit) || turnsOrEndsLine(unit)) {
                        line.append("\\u").append(HexFormat.of().toHexDigits(unit));
                    } else {
                        line.append(unit);
                    }
                }
            }
        }
        return BOT_TOKEN.matcher(line).replaceAll("***");
    }

    /** As {@link #oneLine}, white space as single spaces; held together within a line of the other direction where it runs from right to left. */
    static String isolated(String text) {
        String line = oneLine(text.strip().replaceAll("\\s+", " "));
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length()) ? "\u2068" + line + "\u2069" : line;
    }

    private static boolean turnsOrEndsLine(char unit) {
        return (unit >= '\u2028' && unit <= '\u202E') || (unit >= '\u2066' && unit <= '\u2069');
    }
}
