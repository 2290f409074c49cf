package dev.sanad.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Moves over the characters of a marked-up text. Past the end every character reads as NUL, which the text itself never holds. */
final class HtmlReader {
    private static final Map<String, Integer> NAMED =
            Map.of("lt", (int) '<', "gt", (int) '>', "amp", (int) '&', "quot", (int) '"');
    /** No longer reference is read: {@code &#} and seven digits, {@code &#x} and six. */
    private static final int MAX_REFERENCE_UNITS = 10;

    private final String html;
    private int at;
    private boolean surrogateReference;

    HtmlReader(String html) {
        this.html = html;
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at >= html.length();
    }

    char peek() {
        return charAt(at);
    }

    char peekSecond() {
        return charAt(at + 1);
    }

    void skip(int units) {
        at += units;
    }

    void skipSpaces() {
        while (!atEnd() && isSpace(peek())) {
            at++;
        }
    }

    /** Whether a numeric reference named half of a character, such as D83D. */
    boolean sawSurrogateReference() {
        return surrogateReference;
    }

    /** Up to a space, {@code >} or the end; in lower case. */
    String readTagName() {
        int start = at;
        while (!isSpace(peek()) && peek() != '>') {
            at++;
        }
        return asciiLowerCase(html.substring(Math.min(start, html.length()), at));
    }

    String readAttributeName() {
        int start = at;
        while (!isSpace(peek()) && "=>/\"'".indexOf(peek()) < 0) {
            at++;
        }
        return html.substring(Math.min(start, html.length()), at);
    }

    /** A quoted string, or a name token: letters, digits, full stops and hyphens, in lower case. */
    String readAttributeValue() {
        char quote = peek();
        if (quote != '"' && quote != '\'') {
            return readNameToken();
        }
        at++;
        StringBuilder value = new StringBuilder();
        while (!atEnd() && peek() != quote) {
            readCharacter(value);
        }
        at = Math.min(at + 1, html.length());
        return value.toString();
    }

    private String readNameToken() {
        int start = at;
        while (isAsciiLetter(peek()) || isDigit(peek()) || peek() == '.' || peek() == '-') {
            at++;
        }
        if (!isSpace(peek()) && peek() != '>') {
            throw fault("Unexpected end of name token", start);
        }
        return asciiLowerCase(html.substring(start, at));
    }

    /** Moves one character of the text, or the one that a reference names, to {@code out}; an unknown reference stays as it is written. */
    void readCharacter(StringBuilder out) {
        int end = peek() == '&' ? readReference(out) : at;
        if (end == at) {
            out.append(peek());
            end++;
        }
        at = end;
    }

    private int readReference(StringBuilder out) {
        boolean numeric = charAt(at + 1) == '#';
        int end = numeric ? endOfNumber() : endOfName();
        int code = numeric ? number(end) : NAMED.getOrDefault(html.substring(at + 1, end), 0);
        if (code == 0) {
            return at;
        }
        surrogateReference |= code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        out.appendCodePoint(code);
        return charAt(end) == ';' ? end + 1 : end;
    }

    private int endOfName() {
        int end = at + 1;
        while (isAsciiLetter(charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfNumber() {
        boolean hexadecimal = charAt(at + 2) == 'x';
        int end = hexadecimal ? at + 3 : at + 2;
        while (isDigit(charAt(end)) || (hexadecimal && "abcdefABCDEF".indexOf(charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private int number(int end) {
        boolean hexadecimal = charAt(at + 2) == 'x';
        String digits = html.substring(hexadecimal ? at + 3 : at + 2, end);
        if (digits.isEmpty() || end - at >= MAX_REFERENCE_UNITS) {
            return 0;
        }
        int code = Integer.parseInt(digits, hexadecimal ? 16 : 10);
        return code >= Character.MAX_CODE_POINT ? 0 : code;
    }

    ApiException fault(String what, int position) {
        return ApiException.cannotParseEntities("%s at byte offset %d".formatted(what, byteOffset(position)));
    }

    int byteOffset(int position) {
        return html.substring(0, Math.min(position, html.length())).getBytes(StandardCharsets.UTF_8).length;
    }

    private char charAt(int position) {
        return position < html.length() ? html.charAt(position) : 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u000B' || c == 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** ASCII alone: the Kelvin sign is no k, and a tag that holds one is unknown. */
    private static String asciiLowerCase(String name) {
        StringBuilder lower = new StringBuilder(name.length());
        name.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }
}
