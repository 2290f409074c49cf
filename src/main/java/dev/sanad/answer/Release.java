package dev.sanad.answer;

import java.util.List;

/** What becomes known of an answer while a model still writes it. */
public sealed interface Release {
    /**
     * A sentence that the gate let through.
     *
     * @param citations of the sentence, ascending; their markers are those that the whole answer has if it is not withdrawn
     */
    record Passed(Sentence sentence, List<Citation> citations) implements Release {
        public Passed {
            citations = List.copyOf(citations);
        }
    }

    /** The model failed, was late or is asked anew: the sentences passed before count no more, for the answer is worded from the start. */
    record Withdrawn() implements Release {}
}
