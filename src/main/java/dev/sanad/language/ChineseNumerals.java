package dev.sanad.language;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers in Chinese characters, as they stand in a {@link Shadow}. Read only where they are surely numbers: several characters with a unit
 * ({@code 十四}, {@code 三万}), digits with a zero or a year ({@code 二〇二六年}), one character before a unit of time ({@code 三年}; {@code 一天} is
 * as often <i>a day</i>, and left out). So {@code 统一},
 * {@code 一些}, {@code 三三两两} and {@code 千万不要} are none.
 */
final class ChineseNumerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS_OF_TIME = "年月日天岁歲";
    private static final int LONGEST = 16;

    private ChineseNumerals() {}

    static boolean numeral(char character) {
        return digit(character) >= 0 || (character != '兆' && Magnitudes.chinese(character));
    }

    static int endOfRun(String shadow, int start) {
        int end = start;
        while (end < shadow.length() && numeral(shadow.charAt(end))) {
            end++;
        }
        return end;
    }

    static Optional<BigDecimal> value(String shadow, Span run) {
        String numerals = run.in(shadow);
        char before = run.start() == 0 ? ' ' : shadow.charAt(run.start() - 1);
        char after = run.end() == shadow.length() ? ' ' : shadow.charAt(run.end());
        boolean time = UNITS_OF_TIME.indexOf(after) >= 0;
        char first = numerals.charAt(0);
        if (run.length() > LONGEST || ("统統唯之".indexOf(before) >= 0 && first == '一')) {
            return Optional.empty();
        }
        if (run.length() == 1) {
            boolean alone = time && "第期周拜".indexOf(before) < 0 && (digit(first) > 1 || first == '十');
            return alone
                    ? Optional.of(BigDecimal.valueOf(Math.max(digit(first), first == '十' ? 10 : 0)))
                    : Optional.empty();
        }
        if (numerals.chars().allMatch(character -> DIGITS.indexOf(character) >= 0)) {
            boolean stands = first != '〇' && (numerals.indexOf('〇') >= 0 || (time && run.length() == 4));
            return stands ? Optional.of(positional(numerals)) : Optional.empty();
        }
        return digit(first) > 0 || first == '十' ? structured(numerals) : Optional.empty();
    }

    /** The number of {@code numerals}, without regard to what stands around them. */
    static Optional<BigDecimal> value(String numerals) {
        if (numerals.isEmpty() || numerals.length() > LONGEST) {
            return Optional.empty();
        }
        if (numerals.chars().allMatch(character -> character >= '0' && character <= '9')) {
            return Optional.of(new BigDecimal(numerals));
        }
        return numerals.chars().allMatch(character -> DIGITS.indexOf(character) >= 0)
                ? Optional.of(positional(numerals))
                : structured(numerals);
    }

    private static BigDecimal positional(String numerals) {
        BigDecimal value = BigDecimal.ZERO;
        for (int i = 0; i < numerals.length(); i++) {
            value = value.scaleByPowerOfTen(1).add(BigDecimal.valueOf(digit(numerals.charAt(i))));
        }
        return value;
    }

    private static Optional<BigDecimal> structured(String numerals) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        int pending = 0;
        int lastPower = 0;
        for (int i = 0; i < numerals.length(); i++) {
            char character = numerals.charAt(i);
            int digit = digit(character);
            if (digit > 0 && pending > 0) {
                return Optional.empty();
            }
            if (digit >= 0) {
                pending = digit;
                // after a zero the next digit counts ones: 三百〇五
                lastPower = digit == 0 ? 1 : lastPower;
                continue;
            }
            lastPower = Magnitudes.power(character);
            if (lastPower < 4) {
                section = section.add(tens(Math.max(pending, 1), lastPower));
            } else {
                BigDecimal below = section.add(BigDecimal.valueOf(pending));
                total = lastPower == 8
                        ? total.add(below).scaleByPowerOfTen(lastPower)
                        : total.add(below.scaleByPowerOfTen(lastPower));
                section = BigDecimal.ZERO;
            }
            pending = 0;
        }
        // 三万五 is 35,000
        BigDecimal rest = tens(pending, Math.max(lastPower - 1, 0));
        return Optional.of(total.add(section).add(rest));
    }

    private static BigDecimal tens(int digit, int power) {
        return BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
    }

    /** 0 to 9; -1 where it is no digit. */
    private static int digit(char character) {
        return character == '两' ? 2 : DIGITS.indexOf(character);
    }
}
