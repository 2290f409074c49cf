package dev.sanad.answer;

import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.answer.GatedModel.Written;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Retrieved;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A language model words the answer; the gate lets through what the evidence supports. Where the model fails, is late, says nothing or
 * nothing supported, another answerer answers and a note says why. Safe for use by many threads if the model is.
 */
public final class GenerativeAnswerer implements Answerer {
    /** How many of the best passages the model reads: about 6,000 characters of alphabetic text. */
    static final int MAX_PASSAGES = 8;

    private final GatedModel model;
    private final Answerer fallback;

    /**
     * @param model with the prompt for answers
     * @param fallback answers where the model does not
     */
    public GenerativeAnswerer(GatedModel model, Answerer fallback) {
        this.model = model;
        this.fallback = fallback;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where the reply is {@value CitationVerifier#NO_EVIDENCE} the outcome is {@link Outcome.NoEvidence}, with the articles that the model read as
     * related: the model may refuse, it may not answer without support.
     *
     * @throws AnswerException also where the waiting thread is interrupted; its flag is set again
     */
    @Override
    public Worded answer(Retrieved evidence, Consumer<Release> released) {
        List<Evidence> read = evidence.ranked().stream().limit(MAX_PASSAGES).toList();
        return switch (model.write(evidence.question(), "question", read, released)) {
            case Written.Failed failed -> fallBack(evidence, failed.note());
            case Written.Refused refused ->
                new Worded(new Outcome.NoEvidence(Outcome.Reason.ONLY_RELATED, related(read)), List.of());
            case Written.Supported supported -> {
                Verified verified = supported.verified();
                yield new Worded(
                        new Outcome.Cited(
                                verified.sentences(), verified.citations(), supported.by(), verified.removed()),
                        supported.notes());
            }
        };
    }

    private static List<Outcome.Related> related(List<Evidence> read) {
        return read.stream()
                .map(evidence -> evidence.passage().article())
                .map(article -> new Outcome.Related(article.title().value(), article.file()))
                .distinct()
                .toList();
    }

    private Worded fallBack(Retrieved evidence, Note why) {
        Worded worded = fallback.answer(evidence);
        List<Note> notes = new ArrayList<>();
        notes.add(why);
        notes.addAll(worded.notes());
        return new Worded(worded.outcome(), notes);
    }
}
