package dev.sanad.telegram;

import dev.sanad.answer.Citation;
import dev.sanad.answer.Gloss;
import dev.sanad.answer.Sentence;
import dev.sanad.answer.Translation;
import dev.sanad.conversation.CleanText;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sentences with their markers, and the numbered lines that say where they come from. */
final class Sources {
    private static final int MOST_TITLE_CHARS = 200;
    private static final int MOST_OUTLET_CHARS = 60;

    private final Texts texts;

    Sources(Texts texts) {
        this.texts = texts;
    }

    /** {@code Words of the sentence. [1][2]}, and on a line of its own, where the sentence is foreign, its translation or else its gloss. */
    List<Node> sentence(Language line, Sentence sentence) {
        String markers = sentence.citations().stream().map("[%d]"::formatted).collect(Collectors.joining());
        List<Node> nodes = new ArrayList<>();
        nodes.add(Line.inside(line, sentence.text(), Integer.MAX_VALUE));
        nodes.add(Node.text(" " + markers));
        nodes.addAll(meaning(
                line,
                sentence.translation().isPresent() ? Optional.empty() : sentence.gloss(),
                sentence.translation()));
        return nodes;
    }

    /** A line each of what there is. */
    List<Node> meaning(Language line, Optional<Gloss> gloss, Optional<Translation> translation) {
        List<Node> nodes = new ArrayList<>();
        translation.ifPresent(whole -> {
            nodes.add(Node.text("\n"));
            nodes.add(new Node.Italic(translation(line, whole)));
        });
        gloss.ifPresent(words -> {
            nodes.add(Node.text("\n"));
            nodes.add(new Node.Italic(gloss(line, words)));
        });
        return nodes;
    }

    /**
     * A block for each citation that opens when it is pressed: the source line, the quote in what stands around it, and where it is foreign and no sentence
     * shows it what words of it mean.
     *
     * @param mostChars of the words of an article; 0 for the source line alone
     */
    List<Node> quotations(Language line, List<Citation> citations, int mostChars) {
        List<Node> nodes = new ArrayList<>();
        for (Citation citation : citations) {
            List<Node> block = new ArrayList<>(line(line, citation));
            if (mostChars > 0) {
                block.add(Node.text("\n"));
                block.addAll(Excerpt.of(citation, mostChars));
                block.addAll(meaning(line, citation.gloss(), Optional.empty()));
            }
            nodes.add(Node.text("\n"));
            nodes.add(new Node.Quote(block, true));
        }
        return nodes;
    }

    private List<Node> translation(Language line, Translation translation) {
        return List.of(
                Node.text("≈ " + texts.answer(line, "translation") + " ("),
                Line.inside(line, translation.model(), MOST_OUTLET_CHARS),
                Node.text("): "),
                Line.inside(line, translation.text(), Integer.MAX_VALUE));
    }

    private List<Node> gloss(Language line, Gloss gloss) {
        return List.of(
                Node.text("≈ " + texts.answer(line, "gloss") + ": "),
                Line.inside(line, gloss.line(), Integer.MAX_VALUE));
    }

    /** {@code [1] Outlet · 28 Jan 2026 · Title}, the title a link where the article has an address. */
    List<Node> line(Language line, Citation citation) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.text("[%d] ".formatted(citation.marker())));
        nodes.addAll(unnumbered(line, citation));
        return nodes;
    }

    /** The same without its number, for where no sentence names it. */
    List<Node> unnumbered(Language line, Citation citation) {
        List<Node> nodes = new ArrayList<>(published(line, citation));
        if (!nodes.isEmpty()) {
            nodes.add(Node.text(" · "));
        }
        Node title = title(line, citation);
        nodes.add(citation.url()
                .filter(Links::shown)
                .<Node>map(address -> new Node.Link(address, List.of(title)))
                .orElse(title));
        return nodes;
    }

    /** {@code Outlet · 28 Jan 2026}, so far as it is known. */
    List<Node> published(Language line, Citation citation) {
        List<Node> nodes = new ArrayList<>();
        citation.source()
                .filter(source -> !source.isBlank())
                .ifPresent(source -> nodes.add(Line.inside(line, source, MOST_OUTLET_CHARS)));
        citation.published()
                .ifPresent(
                        date -> nodes.add(Node.text((nodes.isEmpty() ? "" : " · ") + texts.date(line, date.value()))));
        return nodes;
    }

    /** Of the article, or where it has none its file. */
    static Node title(Language line, Citation citation) {
        boolean titled = !CleanText.of(citation.title()).isBlank();
        return Line.inside(line, titled ? citation.title() : citation.file(), MOST_TITLE_CHARS);
    }

    /** A blank line, then a source line for each citation. */
    List<Node> lines(Language line, List<Citation> citations) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.text("\n"));
        for (Citation citation : citations) {
            nodes.add(Node.text("\n"));
            nodes.addAll(line(line, citation));
        }
        return nodes;
    }
}
