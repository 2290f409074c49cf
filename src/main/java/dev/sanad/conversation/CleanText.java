package dev.sanad.conversation;

/** Text from outside made safe to show and to keep. */
public final class CleanText {
    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /**
     * {@code text} without what could reorder or hide its neighbours: bidirectional controls (Unicode UAX 9: U+061C, U+200E, U+200F, U+202A to
     * U+202E, U+2066 to U+2069) and control characters other than line feed and tab are left out, lone surrogates become U+FFFD. Joiners stay: Persian needs them.
     */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> !bidiControl(point) && !control(point))
                .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean bidiControl(int point) {
        return point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean control(int point) {
        return Character.getType(point) == Character.CONTROL && point != '\n' && point != '\t';
    }
}
