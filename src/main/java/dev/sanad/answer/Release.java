package dev.sanad.answer;

import dev.sanad.language.Language;
import java.util.List;
import java.util.Set;

/** What becomes known of an answer before it is whole: what is searched, what was found, then the sentences of a model while it writes. */
public sealed interface Release {
    /** Passages in these languages are searched. */
    record Searching(Set<Language> languages) implements Release {
        public Searching {
            languages = Set.copyOf(languages);
        }
    }

    /** So many passages were found that an answer may draw on; whether they answer is judged next. */
    record Found(int passages) implements Release {}

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
