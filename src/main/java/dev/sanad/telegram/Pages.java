package dev.sanad.telegram;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Note;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Sentence;
import dev.sanad.brief.Brief;
import dev.sanad.conversation.Shown;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Scope;
import java.util.ArrayList;
import java.util.List;

/** Answers and briefs as trees. The same answer always gives the same tree: a card leads back to it. */
final class Pages {
    private static final int MOST_TOPIC_CHARS = 200;
    private static final int MOST_RELATED_CHARS = 200;
    private static final int MOST_RESOLVED_CHARS = 400;

    /** Of the articles' words in each quotation, from what is wanted to what is left where the answer is long. */
    private static final List<Integer> QUOTATION_CHARS = List.of(400, 280, 180, 100, 0);

    /** Of the note that says that sources differ: it belongs to the answer. */
    private static final String CONFLICT = "sources_differ";

    private final Texts texts;
    private final Sources sources;
    private final EvidenceStrip strip;
    private final ScopeText scopes;

    Pages(Texts texts) {
        this.texts = texts;
        this.sources = new Sources(texts);
        this.strip = new EvidenceStrip(texts);
        this.scopes = new ScopeText(texts);
    }

    /** In one message where that can be: the words around quotes, then quotes, are cut before the message is. */
    List<Node> of(Shown shown) {
        List<Node> nodes = List.of();
        for (int mostChars : QUOTATION_CHARS) {
            nodes = of(shown, mostChars);
            if (Html.of(nodes).length() <= Parts.MOST_CHARS) {
                return nodes;
            }
        }
        return nodes;
    }

    private List<Node> of(Shown shown, int mostChars) {
        return switch (shown) {
            case Shown.Answered answered -> answer(answered.answer(), mostChars);
            case Shown.Briefed briefed -> brief(briefed.brief());
            case Shown.Stopped stopped -> stopped(stopped, mostChars);
        };
    }

    private List<Node> answer(Answer answer, int mostChars) {
        Language language = answer.question().answerLanguage();
        List<Node> nodes = new ArrayList<>();
        List<Note> below = new ArrayList<>(answer.notes());
        switch (answer.outcome()) {
            case Outcome.Cited cited -> {
                nodes.addAll(paragraphs(language, cited.sentences()));
                List<Note> conflicts = below.stream()
                        .filter(note -> note.code().equals(CONFLICT))
                        .toList();
                below.removeAll(conflicts);
                nodes.addAll(notes(conflicts));
                nodes.add(Node.text("\n\n"));
                nodes.addAll(strip.of(language, cited.citations(), answer.asOf()));
                nodes.addAll(narrowed(language, answer.question(), "\n"));
                nodes.addAll(sources.quotations(language, cited.citations(), mostChars));
            }
            case Outcome.NoEvidence none -> {
                nodes.addAll(refusal(language, none));
                nodes.addAll(narrowed(language, answer.question(), "\n\n"));
            }
        }
        List<Node> notes = notes(below);
        nodes.addAll(notes);
        answer.resolved().ifPresent(question -> {
            nodes.add(Node.text(notes.isEmpty() ? "\n\n" : "\n"));
            nodes.add(resolved(language, question));
        });
        return nodes;
    }

    private List<Node> stopped(Shown.Stopped stopped, int mostChars) {
        Language language = stopped.language();
        List<Node> nodes = new ArrayList<>(paragraphs(language, stopped.sentences()));
        nodes.add(Node.text("\n\n"));
        nodes.add(new Node.Italic(List.of(Node.text(texts.text(language, "stopped.rest")))));
        nodes.addAll(narrowed(language, stopped.question(), "\n"));
        nodes.addAll(sources.quotations(language, stopped.citations(), mostChars));
        return nodes;
    }

    /** The first sentence answers; the others stand apart from it. */
    private List<Node> paragraphs(Language language, List<Sentence> sentences) {
        List<Node> nodes = new ArrayList<>(sentences(language, sentences.subList(0, 1), ""));
        if (sentences.size() > 1) {
            nodes.add(Node.text("\n\n"));
            nodes.addAll(sentences(language, sentences.subList(1, sentences.size()), ""));
        }
        return nodes;
    }

    private Node resolved(Language language, String question) {
        return new Node.Italic(List.of(
                Node.text(texts.resolved(language) + " "), Line.inside(language, question, MOST_RESOLVED_CHARS)));
    }

    private List<Node> refusal(Language language, Outcome.NoEvidence none) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.text(texts.refusal(language, none.reason())));
        if (!none.related().isEmpty()) {
            nodes.add(Node.text("\n\n" + texts.text(language, "related")));
            for (Outcome.Related related : none.related()) {
                nodes.add(Node.text("\n• "));
                nodes.add(Line.inside(
                        language, related.title().isBlank() ? related.file() : related.title(), MOST_RELATED_CHARS));
            }
        }
        return nodes;
    }

    private List<Node> brief(Brief brief) {
        Language language = brief.topic().answerLanguage();
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node.Bold(List.of(Line.inside(language, brief.topic().text(), MOST_TOPIC_CHARS))));
        nodes.add(Node.text("\n"));
        if (brief.sections().isEmpty()) {
            nodes.add(Node.text("\n" + texts.refusal(language, Outcome.Reason.NOTHING)));
        }
        for (Brief.Section section : brief.sections()) {
            String date = section.date()
                    .map(day -> texts.date(language, day))
                    .orElseGet(() -> texts.text(language, "brief.undated"));
            nodes.add(Node.text("\n"));
            nodes.add(Node.bold(date));
            nodes.add(Node.text("\n"));
            nodes.addAll(sentences(language, section.sentences(), "• "));
            nodes.add(Node.text("\n"));
        }
        if (!brief.citations().isEmpty()) {
            nodes.addAll(sources.lines(language, brief.citations()));
        }
        nodes.addAll(narrowed(language, brief.topic(), "\n\n"));
        nodes.addAll(notes(brief.notes()));
        return nodes;
    }

    /** What the room was narrowed to, where it was. */
    private List<Node> narrowed(Language language, Question question, String before) {
        if (question.scope().equals(Scope.ALL)) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.text(before));
        nodes.addAll(scopes.of(language, question.scope()));
        return nodes;
    }

    /** A line each. */
    private List<Node> sentences(Language language, List<Sentence> sentences, String bullet) {
        List<Node> nodes = new ArrayList<>();
        for (Sentence sentence : sentences) {
            nodes.add(Node.text((nodes.isEmpty() ? "" : "\n") + bullet));
            nodes.addAll(sources.sentence(language, sentence));
        }
        return nodes;
    }

    private static List<Node> notes(List<Note> notes) {
        List<Node> nodes = new ArrayList<>();
        for (Note note : notes) {
            nodes.add(Node.text(nodes.isEmpty() ? "\n\n" : "\n"));
            nodes.add(new Node.Italic(List.of(Node.text(note.text()))));
        }
        return nodes;
    }
}
