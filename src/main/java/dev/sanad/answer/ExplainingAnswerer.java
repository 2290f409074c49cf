package dev.sanad.answer;

import dev.sanad.answer.ForeignQuotes.Explained;
import dev.sanad.language.Language;
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
        return switch (worded.outcome()) {
            case Outcome.NoEvidence refusal -> worded;
            case Outcome.Cited cited
            when cited.by() instanceof Authorship.Extractive -> explained(cited, worded.notes(), evidence);
            case Outcome.Cited cited ->
                new Worded(glossed(cited, evidence.question().answerLanguage()), worded.notes());
        };
    }

    /** What a model worded is in the reader's language; what it rests on need not be. */
    private Outcome glossed(Outcome.Cited cited, Language reader) {
        return new Outcome.Cited(
                cited.sentences(),
                quotes.glossed(cited.citations(), reader),
                cited.by(),
                cited.removed(),
                cited.singleSource());
    }

    private Worded explained(Outcome.Cited cited, List<Note> notes, Retrieved evidence) {
        Explained explained = quotes.explained(cited.sentences(), cited.citations(), evidence);
        return new Worded(
                new Outcome.Cited(explained.sentences(), cited.citations(), cited.by(), cited.removed()),
                Stream.concat(notes.stream(), explained.notes().stream()).toList());
    }
}
