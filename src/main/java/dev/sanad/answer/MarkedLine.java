package dev.sanad.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * A line without its markers.
 *
 * @param markers in order
 */
record MarkedLine(String text, List<Marker> markers) {
    private static final String CLOSING = ".,;:!?。，、；：！？،؛؟۔)）»”’\"'…";
    private static final String TERMINATORS = ".!?。！？؟۔…";

    /** A marker that stood at {@code at}, the end of the words before it. */
    record Marker(int at, List<Integer> numbers) {}

    MarkedLine {
        markers = List.copyOf(markers);
    }

    static MarkedLine of(String line) {
        StringBuilder text = new StringBuilder();
        List<Marker> markers = new ArrayList<>();
        Matcher matcher = Markers.MARKER.matcher(line);
        int last = 0;
        while (matcher.find()) {
            append(text, line.substring(last, matcher.start()));
            int at = text.toString().stripTrailing().length();
            markers.add(new Marker(at, Markers.numbers(matcher.group("list"))));
            last = matcher.end();
        }
        append(text, line.substring(last));
        return new MarkedLine(text.toString(), markers);
    }

    /** All numbers of the line's markers, in order. */
    List<Integer> numbers() {
        return markers.stream().flatMap(marker -> marker.numbers().stream()).toList();
    }

    /** The numbers of the markers that belong to the sentence at [start, end), its trailing space included: also those right after its full stop. */
    List<Integer> numbers(int start, int end) {
        return markers.stream()
                .filter(marker -> marker.at() <= end && (marker.at() > start || start == 0))
                .flatMap(marker -> marker.numbers().stream())
                .toList();
    }

    /**
     * Where a marker shows that a sentence ends: after the full stop before or right behind it. Rules of language alone would not end one before
     * a number or a small letter.
     */
    List<Integer> ends() {
        List<Integer> ends = new ArrayList<>();
        for (Marker marker : markers) {
            int end = marker.at();
            boolean after = end > 0 && closes(end - 1);
            while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            if (after || (end > marker.at() && closes(end - 1))) {
                ends.add(end);
            }
        }
        return ends;
    }

    /** Whether a sentence may end with the character at {@code at}, a quotation mark or bracket after the full stop included. */
    private boolean closes(int at) {
        int last = at;
        while (last > 0 && "»”’\"')）」』".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return TERMINATORS.indexOf(text.charAt(last)) >= 0;
    }

    /** Joins what a marker parted: no space before closing punctuation, one between sentences and between words. */
    private static void append(StringBuilder text, String more) {
        if (text.isEmpty() || more.isEmpty()) {
            text.append(more);
            return;
        }
        char next = more.charAt(0);
        if (CLOSING.indexOf(next) >= 0) {
            text.setLength(text.toString().stripTrailing().length());
        } else if (!Character.isWhitespace(next)) {
            char previous = text.charAt(text.length() - 1);
            if (TERMINATORS.indexOf(previous) >= 0 || (spaced(previous) && spaced(next))) {
                text.append(' ');
            }
        }
        boolean spaceBefore = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(spaceBefore ? more.stripLeading() : more);
    }

    private static boolean spaced(char unit) {
        return Character.isLetterOrDigit(unit) && !Character.isIdeographic(unit);
    }
}
