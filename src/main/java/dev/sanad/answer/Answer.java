package dev.sanad.answer;

import dev.sanad.retrieval.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The verified answer to one question.
 *
 * @param confidence that the corpus answers the question, 0 to 1
 * @param notes in the answer's language, in the order in which things happened
 * @param asOf when the index that was asked was committed
 */
public record Answer(
        Question question,
        Outcome outcome,
        double confidence,
        List<Note> notes,
        Instant asOf,
        Duration retrieving,
        Duration answering) {
    public Answer {
        notes = List.copyOf(notes);
    }
}
