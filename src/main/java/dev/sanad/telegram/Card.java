package dev.sanad.telegram;

import dev.sanad.answer.Citation;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.corpus.Known;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import java.util.ArrayList;
import java.util.List;

/** A citation as a message of its own: where it stands, and a passage of the article with the quoted words in bold. */
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

    /** The cited passage, as one message of HTML. */
    String of(Language language, Citation citation) {
        return html(language, citation, mostChars -> Excerpt.of(citation, mostChars), List.of());
    }

    /** The quoted words alone, and where they stand: what stands for itself in a chat that has no answer. */
    String ofQuote(Language language, Citation citation) {
        return html(
                sources.unnumbered(language, citation),
                language,
                citation,
                mostChars -> List.of(Node.text(Line.shortened(citation.quote(), mostChars))),
                List.of());
    }

    /** The cited passage, and what the quote means. */
    String of(Language language, Citation citation, ForeignQuotes.Meaning meaning) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.text("\n"));
        List<Node> lines = sources.meaning(language, meaning.gloss(), meaning.translation());
        nodes.addAll(lines.isEmpty() ? List.of(italic(language, "card.no_meaning")) : lines);
        return html(language, citation, mostChars -> Excerpt.of(citation, mostChars), nodes);
    }

    /** Another passage of the cited article; where it holds the quoted words, too, they are bold. */
    String of(Language language, Citation citation, Passage other) {
        boolean quoted = other.start() <= citation.start() && citation.end() <= other.end();
        int start = quoted ? citation.start() - other.start() : 0;
        int end = quoted ? citation.end() - other.start() : 0;
        return html(language, citation, mostChars -> Excerpt.of(other.text(), start, end, mostChars), List.of());
    }

    private interface Shortened {
        List<Node> to(int mostChars);
    }

    private String html(Language language, Citation citation, Shortened passage, List<Node> below) {
        return html(sources.line(language, citation), language, citation, passage, below);
    }

    private String html(List<Node> where, Language language, Citation citation, Shortened passage, List<Node> below) {
        List<Node> above = new ArrayList<>(where);
        if (citation.published().filter(date -> date.by() == Known.By.INFERRED).isPresent()) {
            above.add(Node.text("\n"));
            above.add(italic(language, "card.inferred_date"));
        }
        above.add(Node.text("\n\n"));
        for (int most = MOST_PASSAGE_CHARS; ; most /= 2) {
            List<Node> card = new ArrayList<>(above);
            card.add(new Node.Quote(passage.to(most), false));
            card.addAll(below);
            String html = Html.of(card);
            if (html.length() <= Parts.MOST_CHARS || most == 0) {
                return html;
            }
        }
    }

    private Node italic(Language language, String key) {
        return new Node.Italic(List.of(Node.text(texts.text(language, key))));
    }
}
