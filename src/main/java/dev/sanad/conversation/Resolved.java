package dev.sanad.conversation;

import dev.sanad.answer.Note;
import dev.sanad.retrieval.Question;
import java.util.List;

/**
 * A question in the light of those before.
 *
 * @param question to search; as it was asked where it stands by itself
 * @param whole whether that is a question in full: false where words were carried onto it
 * @param notes of what went wrong on the way
 */
public record Resolved(Question question, boolean whole, List<Note> notes) {
    public Resolved {
        notes = List.copyOf(notes);
    }
}
