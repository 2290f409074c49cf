package dev.sanad.answer;

import dev.sanad.retrieval.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The verified answer to one question.
 *
 * @param question as it was asked
 * @param confidence that the corpus answers the question, 0 to 1
 * @param notes in the answer's language, in the order in which things happened
 * @param asOf when the index that was asked was committed
 * @param resolved what was searched instead, where the question followed an earlier one
 */
public record Answer(
        Question question,
        Outcome outcome,
        double confidence,
        List<Note> notes,
        Instant asOf,
        Duration retrieving,
        Duration answering,
        Optional<String> resolved) {
    public Answer {
        notes = List.copyOf(notes);
    }

    /** The same as the answer to {@code asked}, of which its question is the whole; {@code before} are notes of how that was found. */
    public Answer to(Question asked, List<Note> before) {
        List<Note> all = new ArrayList<>(before);
        all.addAll(notes);
        return new Answer(asked, outcome, confidence, all, asOf, retrieving, answering, Optional.of(question.text()));
    }
}
