package dev.sanad.answer;

import dev.sanad.retrieval.Retrieved;
import java.util.List;
import java.util.function.Consumer;

/** Words an answer from evidence that was judged enough. Implementations are safe for use by many threads. */
public interface Answerer {
    /**
     * Answers from {@code evidence.ranked()}, which is never empty; only passages of it are cited.
     *
     * @param released told, by the calling thread, what becomes known before the answer is whole: nothing where it comes at once
     * @throws AnswerException where no answer can be worded although there is evidence; the cause is kept
     */
    Worded answer(Retrieved evidence, Consumer<Release> released);

    /** As {@link #answer(Retrieved, Consumer)}, for a caller who waits for the whole. */
    default Worded answer(Retrieved evidence) {
        return answer(evidence, release -> {});
    }

    /** An outcome with the notes that go with it. */
    record Worded(Outcome outcome, List<Note> notes) {
        public Worded {
            notes = List.copyOf(notes);
        }
    }
}
