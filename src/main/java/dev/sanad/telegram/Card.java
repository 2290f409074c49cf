package dev.sanad.telegram;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sanad.answer.Citation;
import dev.sanad.corpus.Known;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;

/** A citation as a message of its own: where it stands, and the original passage with the quoted words in bold. */
final class Card {
    /**
     * Of the passage, in UTF-16 units: a passage is most often far shorter, and even where every character had to be escaped the card must fit one
     * message, for it replaces the answer in place.
     */
    private static final int MOST_PASSAGE_CHARS = 2_400;

    private final Texts texts;
    private final Sources sources;

    Card(Texts texts) {
        this.texts = texts;
        this.sources = new Sources(texts);
    }

    /** One message of HTML. */
    String of(Language language, Citation citation) {
        List<Node> nodes = new ArrayList<>(sources.line(language, citation));
        if (citation.published().filter(date -> date.by() == Known.By.INFERRED).isPresent()) {
            nodes.add(Node.text("\n"));
            nodes.add(new Node.Italic(List.of(Node.text(texts.text(language, "card.inferred_date")))));
        }
        nodes.add(Node.text("\n\n"));
        for (int most = MOST_PASSAGE_CHARS; ; most /= 2) {
            List<Node> card = new ArrayList<>(nodes);
            card.add(passage(citation, most));
            String html = Html.of(card);
            if (html.length() <= Parts.MOST_CHARS) {
                return html;
            }
        }
    }

    /** The passage stands in lines of its own, which take their direction from its first letter: no isolate, it could not span lines. */
    private static Node passage(Citation citation, int mostChars) {
        int quoteStart = citation.start() - citation.passageStart();
        int quoteEnd = citation.end() - citation.passageStart();
        String quote = Line.shortened(citation.quote(), mostChars);
        int room = Math.max(0, mostChars - quote.length()) / 2;
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.text(before(citation.passage().substring(0, quoteStart), room)));
        nodes.add(Node.bold(quote));
        nodes.add(Node.text(after(citation.passage().substring(quoteEnd), room)));
        return new Node.Quote(nodes);
    }

    private static String after(String context, int room) {
        return room == 0 ? "" : Line.shortened(context, room);
    }

    private static String before(String context, int room) {
        if (context.length() <= room) {
            return context;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(context);
        int start = characters.following(context.length() - room - 1);
        return "…" + context.substring(start);
    }
}
