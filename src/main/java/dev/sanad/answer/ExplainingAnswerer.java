package dev.sanad.answer;

import dev.sanad.answer.ForeignQuotes.Explained;
import dev.sanad.retrieval.Retrieved;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Has another answer, and explains what it quotes in a foreign language. Safe for use by many threads if the other is. */
public final class ExplainingAnswerer implements Answerer {
    private final Answerer answerer;
    private final ForeignQuotes quotes;

    public ExplainingAnswerer(Answerer answerer, ForeignQuotes quotes) {
        this.answerer = answerer;
        this.quotes = quotes;
    }

    @Override
    public Worded answer(Retrieved evidence, Consumer<Release> released) {
        Worded worded = answerer.answer(evidence, released);
        return worded.outcome() instanceof Outcome.Cited cited && cited.by() instanceof Authorship.Extractive
                ? explained(cited, worded.notes(), evidence)
                : worded;
    }

    private Worded explained(Outcome.Cited cited, List<Note> notes, Retrieved evidence) {
        Explained explained = quotes.explained(cited.sentences(), cited.citations(), evidence);
        return new Worded(
                new Outcome.Cited(explained.sentences(), cited.citations(), cited.by(), cited.removed()),
                Stream.concat(notes.stream(), explained.notes().stream()).toList());
    }
}
