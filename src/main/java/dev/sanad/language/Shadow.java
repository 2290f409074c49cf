package dev.sanad.language;

/**
 * A text made simple for patterns without moving anything: each UTF-16 unit becomes one unit, so that offsets into the shadow are offsets into
 * the text. Lower case, ASCII digits, spaces for white space other than line ends and for the zero-width non-joiner, one form of each Arabic
 * letter (as {@link Folding} writes it), Simplified number and calendar characters.
 */
final class Shadow {
    private Shadow() {}

    static String of(String text) {
        char[] shadow = new char[text.length()];
        for (int i = 0; i < shadow.length; i++) {
            shadow[i] = of(text.charAt(i));
        }
        return new String(shadow);
    }

    private static char of(char character) {
        if (character < 0x80) {
            return character == '\t' ? ' ' : Character.toLowerCase(character);
        }
        if (Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER) {
            return (char) ('0' + Character.digit(character, 10));
        }
        return switch (character) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ی', 'ى', 'ئ' -> 'ي';
            case 'ؤ' -> 'و';
            case 'ک' -> 'ك';
            case 'ة', 'ۀ' -> 'ه';
            case '٫', '．' -> '.';
            case '٬' -> ',';
            case '萬' -> '万';
            case '億' -> '亿';
            case '兩' -> '两';
            case '週' -> '周';
            case '號' -> '号';
            case '個' -> '个';
            case '餘' -> '余';
            case '這' -> '这';
            case '禮' -> '礼';
            case '零', '○' -> '〇';
            case '\u200C', '\u2007' -> ' ';
            case '–', '—', '−', '‑', '‐' -> '-';
            case 'ё', 'Ё' -> 'е';
            default ->
                (Character.isSpaceChar(character) && character < 0x2028)
                                || character == '\u202F'
                                || character == '\u3000'
                        ? ' '
                        : Character.toLowerCase(character);
        };
    }
}
