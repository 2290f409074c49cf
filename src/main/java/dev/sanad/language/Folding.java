package dev.sanad.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text for matching only; what is shown is always the original. Immutable and safe for use by many threads.
 *
 * <p>Compatibility forms, case, accents and vowel marks, tatweel, invisible characters and Traditional characters are folded away; {@code ة} becomes
 * {@code ه}, every alef {@code ا}, every yeh {@code ي} and kaf {@code ك} (as Lucene's Arabic and Persian normalizers write them), a hamza on
 * a carrier leaves the carrier; digits of all scripts become ASCII; runs of white space one space.
 *
 * <p>The zero-width non-joiner becomes a space, so it and a space compare the same. Where scraped text lost it the boundary cannot be seen, so the
 * commonest Persian affixes that take it ({@code می نمی ها های هایی هایش هایشان تر ترین}) are joined to their word: for these all three spellings
 * compare the same. Two words of a compound whose non-joiner was lost ({@code رئیسجمهور}) stay one word.
 */
public final class Folding {
    // й would become и; voicing marks tell Japanese syllables apart
    private static final Pattern MARKS =
            Pattern.compile("(?<!и)\u0306|[\u0300-\u0305\u0307-\u036F\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC"
                    + "\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u08D3-\u08E1\u08E3-\u08FF]");
    private static final Pattern PREFIX = Pattern.compile("(?<![\\p{L}\\p{N}])(ن?مي) (?=\\p{L})");
    private static final Pattern SUFFIX =
            Pattern.compile("(?<=\\p{IsArabic}) (ها|هاي|هايي|هايش|هايشان|تر|ترين)(?![\\p{L}\\p{N}])");

    private Folding() {}

    /** The folded text, without white space at its ends. Folding it again changes nothing. */
    public static String fold(String text) {
        String folded = once(text);
        // compositions that appear only once marks are gone need a second pass; no text is known to need a third
        for (String again = once(folded); !again.equals(folded); again = once(folded)) {
            folded = again;
        }
        return folded;
    }

    private static String once(String text) {
        if (plain(text)) {
            return spaced(text.toLowerCase(Locale.ROOT));
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String bare = MARKS.matcher(Normalizer.normalize(decomposed, Normalizer.Form.NFKD))
                .replaceAll("");
        String letters = letters(Normalizer.normalize(bare, Normalizer.Form.NFC));
        return joined(spaced(letters));
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            int type = Character.getType(point);
            if (type == Character.DECIMAL_DIGIT_NUMBER) {
                out.append((char) ('0' + Character.digit(point, 10)));
            } else if (point == '\u200C') {
                out.append(' ');
            } else if (point != '\u0640' && type != Character.FORMAT) {
                out.appendCodePoint(point <= 0xFFFF ? letter((char) point) : point);
            }
        }
        return out.toString();
    }

    private static char letter(char character) {
        return switch (character) {
            case 'ی', 'ى', 'ۍ', 'ې' -> 'ي';
            case 'ک', 'ڪ' -> 'ك';
            case 'ة', 'ۀ', 'ە', 'ہ', 'ۃ' -> 'ه';
            case 'ٱ' -> 'ا';
            case '٫' -> '.';
            case '٬' -> ',';
            case '«', '»', '“', '”', '„' -> '"';
            case '‘', '’', 'ʼ' -> '\'';
            default -> Hanzi.simplified(character);
        };
    }

    private static String spaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean space = Character.isWhitespace(character) || Character.isSpaceChar(character);
            if (!space) {
                out.append(character);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    private static String joined(String text) {
        if (text.indexOf("مي ") < 0 && text.indexOf(" ها") < 0 && text.indexOf(" تر") < 0) {
            return text;
        }
        return SUFFIX.matcher(PREFIX.matcher(text).replaceAll("$1")).replaceAll("$1");
    }
}
