package dev.sanad.answer;

import com.ibm.icu.lang.UCharacter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reply of lines that begin with their numbers, {@code [1] …}. */
final class NumberedLines {
    private static final Pattern LINE =
            Pattern.compile("(?m)^[\\s*]*[\\[【［](?<number>\\p{Nd}{1,3})[\\]】］](?<text>[^\\r\\n]*)$");

    private NumberedLines() {}

    /** The lines by their numbers. A line without a number, a number that comes twice and a last line that was cut are left out. */
    static Map<Integer, String> of(Reply.Text reply) {
        Map<Integer, String> lines = new TreeMap<>();
        Set<Integer> twice = new HashSet<>();
        Matcher matcher = LINE.matcher(reply.text());
        while (matcher.find()) {
            boolean cut = !reply.whole() && matcher.end() == reply.text().length();
            int number = number(matcher.group("number"));
            if (!cut && lines.put(number, matcher.group("text").strip()) != null) {
                twice.add(number);
            }
        }
        lines.keySet().removeAll(twice);
        lines.values().removeIf(String::isEmpty);
        return lines;
    }

    private static int number(String digits) {
        return digits.codePoints().map(UCharacter::digit).reduce(0, (value, digit) -> 10 * value + digit);
    }
}
