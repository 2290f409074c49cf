package dev.sanad.answer;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds citation markers: {@code [1]}, {@code [1, 3]}, {@code [2-4]}, {@code 【1】}, {@code ［1］}, in digits of any script. */
final class Markers {
    /** The dagger form is what some hosted models write for the sources of a search: 【1†source】. */
    static final Pattern MARKER = Pattern.compile(
            "[\\[【［〔]\\s*\\^?(?<list>\\p{Nd}{1,4}(?:\\s*[,،，、;؛；\\-–—]\\s*\\^?\\p{Nd}{1,4}){0,15})\\s*(?:†[^\\]】］〕]{0,80})?[\\]】］〕]");

    private static final Pattern PART = Pattern.compile("(?<first>\\p{Nd}+)(?:\\s*[-–—]\\s*(?<last>\\p{Nd}+))?");
    private static final int LONGEST_RANGE = 16;

    private Markers() {}

    /** The numbers that one match of {@link #MARKER} names, in the order written; a range names all within. */
    static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        Matcher part = PART.matcher(list);
        while (part.find()) {
            int first = value(part.group("first"));
            int last = part.group("last") == null ? first : value(part.group("last"));
            if (last - first > LONGEST_RANGE || last < first) {
                numbers.add(first);
                numbers.add(last);
            } else {
                for (int number = first; number <= last; number++) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    private static int value(String digits) {
        return digits.codePoints().map(UCharacter::digit).reduce(0, (value, digit) -> 10 * value + digit);
    }
}
