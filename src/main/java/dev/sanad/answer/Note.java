package dev.sanad.answer;

import dev.sanad.language.Messages;
import dev.sanad.retrieval.Retrieved;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something the reader should know about how the answer came to be.
 *
 * @param code for programs, stable, such as {@code model_timeout}
 * @param text for people, in the answer's language
 */
public record Note(String code, String text) {
    private static final Messages MESSAGES = new Messages("answer");

    /** What the reader should know about how the passages were found: that the embedding model was away, if it was. */
    public static List<Note> of(Retrieved retrieved) {
        return switch (retrieved.vectors()) {
            case NONE, USED -> List.of();
            case UNAVAILABLE ->
                List.of(new Note(
                        "embedding_unavailable",
                        MESSAGES.text(retrieved.question().answerLanguage(), "note.embedding_unavailable")));
        };
    }

    /** First how the passages were found, then {@code later}. */
    public static List<Note> of(Retrieved retrieved, List<Note> later) {
        return Stream.concat(of(retrieved).stream(), later.stream()).toList();
    }
}
