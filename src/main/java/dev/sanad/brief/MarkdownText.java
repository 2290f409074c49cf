package dev.sanad.brief;

import dev.sanad.language.Language;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text of strangers inside Markdown (CommonMark 0.31 and GitHub's extensions): shown as it stands, never markup and never a link. */
final class MarkdownText {
    /** CommonMark, "Backslash escapes": any ASCII punctuation may be escaped; these may begin inline markup, also in common extensions. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>&|~$^{}=#!]");

    /** What begins a block where a line or a list item begins. */
    private static final Pattern BLOCK = Pattern.compile("\\A(?:([-+:])|(\\d+)([.)]))");

    /** GitHub and others make links of bare addresses, escaped or not; an invisible word joiner after these signs is what stops all of them. */
    private static final Pattern ADDRESS =
            Pattern.compile("@|(?<=[\\p{L}\\p{N}])(?:://|:(?=\\p{Alpha})|\\.(?=\\p{L}{2})|(?<=www)\\.)");

    /** Directional controls without their pair would turn what follows them. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\s\\u2028\\u2029]+");

    private static final String WORD_JOINER = "\u2060";
    private static final String ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";

    private MarkdownText() {}

    /** {@code words} on one line, escaped, and isolated where they hold letters of the other direction than {@code line}. */
    static String inside(Language line, String words) {
        String plain = CONTROLS.matcher(words).replaceAll(" ").strip();
        return otherDirection(line, plain) ? ISOLATE + escaped(plain) + END_OF_ISOLATE : escaped(plain);
    }

    /** {@code words} as a link where {@code address} is of the web, else as they are. */
    static String link(String words, URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean web = (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
        // a URI holds no white space, angle bracket or backslash; an ampersand might begin an entity
        return web ? "[%s](<%s>)".formatted(words, address.toASCIIString().replace("&", "&amp;")) : words;
    }

    private static String escaped(String plain) {
        String broken = ADDRESS.matcher(plain).replaceAll("$0" + WORD_JOINER);
        String inline = MARKUP.matcher(broken).replaceAll("\\\\$0");
        return BLOCK.matcher(inline)
                .replaceFirst(match -> match.group(1) == null
                        ? match.group(2) + "\\\\\\\\" + match.group(3)
                        : "\\\\\\\\" + match.group(1));
    }

    private static boolean otherDirection(Language line, String words) {
        return words.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(direction -> line.rightToLeft()
                        ? direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        : direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }
}
