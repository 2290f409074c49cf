package dev.sanad.conversation;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Sentence;
import dev.sanad.brief.Brief;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Scope;
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

        @Override
        public Scope scope() {
            return answer.question().scope();
        }

        @Override
        public String request() {
            return answer.question().text();
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

        @Override
        public Scope scope() {
            return brief.topic().scope();
        }

        @Override
        public String request() {
            return "/brief " + brief.topic().text();
        }
    }

    /**
     * The beginning of an answer that the reader stopped.
     *
     * @param sentences that were verified until then, at least one
     */
    record Stopped(Question question, List<Sentence> sentences, List<Citation> citations) implements Shown {
        public Stopped {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
        }

        @Override
        public Language language() {
            return question.answerLanguage();
        }

        @Override
        public Scope scope() {
            return question.scope();
        }

        @Override
        public String request() {
            return question.text();
        }
    }

    /** Ascending by marker; empty where there is no card to open. */
    List<Citation> citations();

    /** That the words around the quotes are in. */
    Language language();

    /** What the room was narrowed to when it was asked. */
    Scope scope();

    /** The message that asks for the same once more. */
    String request();
}
