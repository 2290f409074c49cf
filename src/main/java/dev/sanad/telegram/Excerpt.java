package dev.sanad.telegram;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sanad.answer.Citation;
import java.util.ArrayList;
import java.util.List;

/** Words of an article with the quoted ones in bold and as much around them as there is room for. */
final class Excerpt {
    private Excerpt() {}

    /** The cited passage; lines stay as they stand, so no isolate holds it, for it could not span lines. */
    static List<Node> of(Citation citation, int mostChars) {
        return of(
                citation.passage(),
                citation.start() - citation.passageStart(),
                citation.end() - citation.passageStart(),
                mostChars);
    }

    /**
     * The same of any text.
     *
     * @param start of the quoted words in {@code text}; equal to {@code end} where there are none, the text is then shown from its beginning
     */
    static List<Node> of(String text, int start, int end, int mostChars) {
        if (start == end) {
            return List.of(Node.text(Line.shortened(text, mostChars)));
        }
        String quote = Line.shortened(text.substring(start, end), mostChars);
        int room = Math.max(0, mostChars - quote.length()) / 2;
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.text(before(text.substring(0, start), room)));
        nodes.add(Node.bold(quote));
        nodes.add(Node.text(room == 0 ? "" : Line.shortened(text.substring(end), room)));
        return nodes;
    }

    private static String before(String context, int room) {
        if (context.length() <= room) {
            return context;
        }
        if (room == 0) {
            return "";
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(context);
        return "…" + context.substring(characters.following(context.length() - room - 1));
    }
}
