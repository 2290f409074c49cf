package dev.sanad.language;

import java.util.regex.Pattern;

/** Whether a number is said in hundredths, in the six languages. Safe for use by many threads. */
public final class Percent {
    private static final Pattern AFTER = Pattern.compile(
            "[\\s\u00a0\u202f\u200c]{0,2}(?:[%٪％﹪]|per"
                    + " ?cent|процент|(?:في|ب|فى)\\s?ال(?:مئة|مائة|مئه|مائه)|بالم(?:ئة|ائة)|درصد|个百分点|個百分點)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BEFORE = Pattern.compile("百分之\\s?$|[%٪％]\\s?$");
    private static final int LONGEST_BEFORE = 4;

    private Percent() {}

    /** Whether what stands at {@code number} in {@code text} is a percentage. */
    public static boolean is(String text, Span number) {
        return AFTER.matcher(text).region(number.end(), text.length()).lookingAt()
                || BEFORE.matcher(text.substring(Math.max(0, number.start() - LONGEST_BEFORE), number.start()))
                        .find();
    }
}
