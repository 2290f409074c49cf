package dev.sanad.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in text of any of the six languages: digits of every script in the basic plane with their grouping and decimal signs and a magnitude word
 * ({@code 6.3萬}, {@code 63 тысячи}, {@code ٦٣ ألف}), and Chinese numerals where they are surely numbers. Spelled-out numbers of other
 * languages are not read. Signs and percent are left to the caller. Safe for use by many threads.
 *
 * <p>{@code 1,000} and {@code 1 000} and {@code 1.000.000} are groups; {@code 1.000} alone is read as one with decimals, as in English, Arabic, Persian
 * and Chinese. Digits within names ({@code S-400}) and dates are numbers too.
 */
public final class Numbers {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}(?:,\\d{3})++(?!\\d)(?:\\.\\d++(?![.,]\\d))?"
            + "|[1-9]\\d{0,2}(?: \\d{3})++(?!\\d)(?:[.,]\\d++(?![.,]\\d))?"
            + "|\\d{1,3}(?:\\.\\d{3}){2,}+(?!\\d)"
            + "|(?<!\\d[.,])\\d++[.,]\\d++(?![.,]\\d)"
            + "|\\d++");
    /** Longer rows of digits are not quantities, and would be slow to read. */
    private static final int MOST_DIGITS = 40;

    private static final Pattern AND = Pattern.compile(" {1,2}و {0,2}(?=\\d)");

    private Numbers() {}

    /** The numbers of {@code text} in order, disjoint, in offsets of the text as given. */
    public static List<NumberMention> in(String text) {
        String shadow = Shadow.of(text);
        List<NumberMention> found = new ArrayList<>();
        int at = 0;
        while (at < shadow.length()) {
            char character = shadow.charAt(at);
            if (digit(character)) {
                Quantity quantity = compound(shadow, at);
                quantity.value()
                        .ifPresent(value ->
                                found.add(new NumberMention(new Span(quantity.start(), quantity.end()), value)));
                at = quantity.end();
            } else if (ChineseNumerals.numeral(character)) {
                int end = ChineseNumerals.endOfRun(shadow, at);
                Span run = new Span(at, end);
                ChineseNumerals.value(shadow, run).ifPresent(value -> found.add(new NumberMention(run, value)));
                at = end;
            } else {
                at++;
            }
        }
        return List.copyOf(found);
    }

    /** A number as read: its value is empty where the digits are too many to be a quantity. */
    private record Quantity(int start, int end, Optional<BigDecimal> value, int power) {}

    /** Several quantities that make one number: {@code 3亿5000万}, {@code ۶۳ هزار و ۵۰۰}. */
    private static Quantity compound(String shadow, int start) {
        Quantity whole = simple(shadow, start);
        while (whole.power() > 0 && whole.value().isPresent()) {
            int next = continuation(shadow, whole);
            if (next < 0) {
                break;
            }
            Quantity part = simple(shadow, next);
            BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(whole.power());
            if (part.value().isEmpty() || part.value().get().compareTo(unit) >= 0) {
                break;
            }
            Optional<BigDecimal> sum =
                    Optional.of(whole.value().get().add(part.value().get()));
            whole = new Quantity(start, part.end(), sum, part.power());
        }
        return whole;
    }

    private static int continuation(String shadow, Quantity quantity) {
        int end = quantity.end();
        if (end >= shadow.length()) {
            return -1;
        }
        if (digit(shadow.charAt(end))) {
            return Magnitudes.chinese(shadow.charAt(end - 1)) ? end : -1;
        }
        Matcher and = AND.matcher(shadow).region(end, shadow.length());
        return and.useTransparentBounds(true).lookingAt() ? and.end() : -1;
    }

    private static Quantity simple(String shadow, int start) {
        Matcher digits = DIGITS.matcher(shadow).region(start, shadow.length());
        if (!digits.useTransparentBounds(true).lookingAt()) {
            throw new IllegalStateException("no digit at " + start);
        }
        int end = digits.end();
        if (end - start > MOST_DIGITS) {
            return new Quantity(start, end, Optional.empty(), 0);
        }
        Magnitudes.After after = Magnitudes.after(shadow, end);
        BigDecimal value = value(digits.group()).scaleByPowerOfTen(after.power());
        return new Quantity(start, after.end(), Optional.of(value), after.power());
    }

    private static BigDecimal value(String digits) {
        String plain = digits.replace(" ", "");
        boolean commaGroups = plain.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?") && !plain.startsWith("0");
        boolean pointGroups = plain.matches("\\d{1,3}(?:\\.\\d{3}){2,}");
        if (commaGroups) {
            plain = plain.replace(",", "");
        } else if (pointGroups) {
            plain = plain.replace(".", "");
        }
        return new BigDecimal(plain.replace(',', '.'));
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }
}
