package dev.sanad.conversation;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Outcome;
import dev.sanad.brief.Brief;
import dev.sanad.language.Language;
import java.util.List;

/** What a chat was shown and can open cards of. It carries its quotes with their context, so it survives the article and the index. */
public sealed interface Shown {
    /** An answer, also one that refuses. */
    record Answered(Answer answer) implements Shown {
        @Override
        public List<Citation> citations() {
            return switch (answer.outcome()) {
                case Outcome.Cited cited -> cited.citations();
                case Outcome.NoEvidence none -> List.of();
            };
        }

        @Override
        public Language language() {
            return answer.question().answerLanguage();
        }
    }

    /** A brief. */
    record Briefed(Brief brief) implements Shown {
        @Override
        public List<Citation> citations() {
            return brief.citations();
        }

        @Override
        public Language language() {
            return brief.topic().answerLanguage();
        }
    }

    /** Ascending by marker; empty where there is no card to open. */
    List<Citation> citations();

    /** That the words around the quotes are in. */
    Language language();
}
