package dev.sanad.telegram;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what is shown into messages. The limit counts the HTML that is sent, in UTF-16 units, tags and entities included, so it holds however the server
 * counts. Cuts fall behind a line where one is near, else behind a space, else between graphemes; elements are closed before a cut and opened again after it.
 */
final class Parts {
    /** Bot API, sendMessage: text of 1 to 4096 characters. */
    static final int MOST_CHARS = 4_096;

    /** A grapheme may be made endless by combining marks; from here on it is cut between code points. */
    private static final int MOST_GRAPHEME_CHARS = 64;

    private final int limit;
    private final List<Unit> units = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();

    private Parts(int limit) {
        this.limit = limit;
    }

    /** The messages in order, each at most {@link #MOST_CHARS} long; none is blank, so blank nodes give none. */
    static List<String> of(List<Node> nodes) {
        return of(nodes, MOST_CHARS);
    }

    static List<String> of(List<Node> nodes, int limit) {
        Parts parts = new Parts(limit);
        nodes.forEach(node -> parts.flatten(node, List.of()));
        parts.cut();
        return List.copyOf(parts.parts);
    }

    /** What is never cut, escaped, with the elements around it, outermost first. */
    private record Unit(String escaped, List<Node.Element> path) {
        boolean endsLine() {
            return escaped.endsWith("\n");
        }

        boolean blank() {
            return escaped.isBlank();
        }
    }

    private void flatten(Node node, List<Node.Element> path) {
        switch (node) {
            case Node.Text text -> graphemes(text.words(), path);
            case Node.Element element -> {
                List<Node.Element> inner = new ArrayList<>(path);
                inner.add(element);
                element.children().forEach(child -> flatten(child, inner));
            }
        }
    }

    private void graphemes(String words, List<Node.Element> path) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(words);
        int start = characters.first();
        for (int end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
            if (end - start <= MOST_GRAPHEME_CHARS) {
                units.add(new Unit(Html.escape(words.substring(start, end)), path));
            } else {
                words.substring(start, end)
                        .codePoints()
                        .forEach(point -> units.add(new Unit(Html.escape(Character.toString(point)), path)));
            }
        }
    }

    private void cut() {
        int from = 0;
        while (from < units.size()) {
            int to = reach(from);
            int end = to == units.size() ? to : goodCut(from, to);
            List<Unit> part = units.subList(from, end);
            if (!part.stream().allMatch(Unit::blank)) {
                parts.add(write(part));
            }
            from = end;
        }
    }

    /** The first unit that no longer fits into a part that begins with {@code from}; always at least one unit further. */
    private int reach(int from) {
        List<Node.Element> open = List.of();
        int length = 0;
        int at = from;
        while (at < units.size()) {
            Unit unit = units.get(at);
            int shared = shared(open, unit.path());
            length += closing(open, shared)
                    + opening(unit.path(), shared)
                    + unit.escaped().length();
            if (length + closing(unit.path(), 0) > limit) {
                break;
            }
            open = unit.path();
            at++;
        }
        if (at == from) {
            throw new IllegalArgumentException("a limit of %d leaves no room for the elements".formatted(limit));
        }
        return at;
    }

    /** Behind the last line in the second half, else behind the last space there, else at the very end. */
    private int goodCut(int from, int to) {
        int half = from + (to - from) / 2;
        for (int at = to; at > half; at--) {
            if (units.get(at - 1).endsLine()) {
                return at;
            }
        }
        for (int at = to; at > half; at--) {
            if (units.get(at - 1).blank()) {
                return at;
            }
        }
        return to;
    }

    private static String write(List<Unit> part) {
        StringBuilder html = new StringBuilder();
        List<Node.Element> open = List.of();
        for (Unit unit : part) {
            int shared = shared(open, unit.path());
            close(open, shared, html);
            unit.path().subList(shared, unit.path().size()).forEach(element -> html.append(element.open()));
            html.append(unit.escaped());
            open = unit.path();
        }
        close(open, 0, html);
        return html.toString();
    }

    private static void close(List<Node.Element> open, int shared, StringBuilder html) {
        for (int i = open.size() - 1; i >= shared; i--) {
            html.append(open.get(i).close());
        }
    }

    /** How many outer elements two paths share; by identity, for two equal elements side by side are two. */
    @SuppressWarnings("ReferenceEquality")
    private static int shared(List<Node.Element> one, List<Node.Element> other) {
        int shared = 0;
        while (shared < one.size() && shared < other.size() && one.get(shared) == other.get(shared)) {
            shared++;
        }
        return shared;
    }

    private static int opening(List<Node.Element> path, int from) {
        return path.stream()
                .skip(from)
                .mapToInt(element -> element.open().length())
                .sum();
    }

    private static int closing(List<Node.Element> path, int from) {
        return path.stream()
                .skip(from)
                .mapToInt(element -> element.close().length())
                .sum();
    }
}
