package dev.sanad.telegram;

import dev.sanad.answer.Citation;
import dev.sanad.answer.Release;
import dev.sanad.answer.Sentence;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How far an answer is: what is searched and found, and the sentences that were verified. Safe for use by many threads. */
final class Progress implements Consumer<Release> {
    private final Texts texts;
    private final Sources sources;
    private final Language language;
    private OptionalInt languages = OptionalInt.empty();
    private OptionalInt passages = OptionalInt.empty();
    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<Integer, Citation> citations = new TreeMap<>();
    private boolean anew;

    Progress(Texts texts, Language language) {
        this.texts = texts;
        this.sources = new Sources(texts);
        this.language = language;
    }

    @Override
    public synchronized void accept(Release release) {
        switch (release) {
            case Release.Searching searching ->
                languages = OptionalInt.of(searching.languages().size());
            case Release.Found found -> passages = OptionalInt.of(found.passages());
            case Release.Passed passed -> {
                sentences.add(passed.sentence());
                passed.citations().forEach(citation -> citations.put(citation.marker(), citation));
            }
            case Release.Withdrawn withdrawn -> {
                sentences.clear();
                citations.clear();
                anew = true;
            }
        }
    }

    Language language() {
        return language;
    }

    /** Verified so far, in reading order. */
    synchronized List<Sentence> sentences() {
        return List.copyOf(sentences);
    }

    /** Of these sentences, ascending by marker. */
    synchronized List<Citation> citations() {
        return List.copyOf(citations.values());
    }

    /** The sentences, and below them the stages on one line: {@code Searching 6 languages → 8 passages → checking citations…}. */
    synchronized List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (Sentence sentence : sentences) {
            nodes.addAll(sources.sentence(language, sentence));
            nodes.add(Node.text("\n"));
        }
        if (!sentences.isEmpty()) {
            nodes.add(Node.text("\n"));
        }
        nodes.add(new Node.Italic(List.of(Node.text(stages()))));
        return nodes;
    }

    private String stages() {
        List<String> stages = new ArrayList<>();
        languages.ifPresentOrElse(
                count -> stages.add(texts.text(language, "progress.searching", Map.of("count", count))),
                () -> stages.add(texts.text(language, "progress.begun")));
        passages.ifPresent(count -> {
            stages.add(texts.text(language, "progress.found", Map.of("count", count)));
            stages.add(texts.text(language, anew ? "progress.anew" : "progress.checking"));
        });
        return String.join(language.rightToLeft() ? " ← " : " → ", stages) + "…";
    }
}
