package dev.sanad.telegram;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that stand inside a line of the interface. */
final class Line {
    /** With what is written after it in an example, as far as that runs from left to right. */
    private static final Pattern COMMAND = Pattern.compile("/[a-z]+(?: [0-9a-z-]+)*");

    /** Stands in a message for what must be a node of its own. */
    static final String HERE = "\ufffc";

    private Line() {}

    /** A text of the interface with {@code nodes} where it says {@link #HERE}. */
    static List<Node> around(String words, List<Node> nodes) {
        int here = words.indexOf(HERE);
        List<Node> all = new ArrayList<>();
        all.add(Node.text(words.substring(0, here)));
        all.addAll(nodes);
        all.add(Node.text(words.substring(here + HERE.length())));
        return all;
    }

    /**
     * {@code words} on one line: white space as single spaces, cut between graphemes with an ellipsis beyond {@code mostChars}, and isolated where
     * they hold letters of the other direction than {@code line}.
     */
    static Node inside(Language line, String words, int mostChars) {
        Node text = Node.text(shortened(words.strip().replaceAll("\\s+", " "), mostChars));
        return otherDirection(line, words) ? new Node.Isolate(List.of(text)) : text;
    }

    /** A text of the interface, with the commands in it isolated where it runs from right to left. */
    static List<Node> phrase(Language line, String words) {
        if (!line.rightToLeft()) {
            return List.of(Node.text(words));
        }
        List<Node> nodes = new ArrayList<>();
        Matcher command = COMMAND.matcher(words);
        int from = 0;
        while (command.find()) {
            nodes.add(Node.text(words.substring(from, command.start())));
            nodes.add(new Node.Isolate(List.of(Node.text(command.group()))));
            from = command.end();
        }
        nodes.add(Node.text(words.substring(from)));
        return nodes;
    }

    static String shortened(String words, int mostChars) {
        if (words.length() <= mostChars) {
            return words;
        }
        int most = Math.max(0, mostChars - 1);
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(words);
        int end = characters.isBoundary(most) ? most : characters.preceding(most);
        if (end == 0 && most > 0) {
            // a single grapheme longer than all that is allowed: then between code points
            end = Character.isLowSurrogate(words.charAt(most)) ? most - 1 : most;
        }
        return words.substring(0, end) + "…";
    }

    private static boolean otherDirection(Language line, String words) {
        return words.codePoints().anyMatch(point -> {
            byte direction = Character.getDirectionality(point);
            return line.rightToLeft()
                    ? direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                    : direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
    }
}
