package dev.sanad.conversation;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.QuestionAnswering;
import dev.sanad.answer.Release;
import dev.sanad.retrieval.Question;
import java.util.function.Consumer;

/** Answers the questions of a conversation one after another, each in the light of those before. Safe for use by many threads, one conversation at a time. */
public final class Dialogue {
    private final FollowUps followUps;
    private final QuestionAnswering answering;

    public Dialogue(FollowUps followUps, QuestionAnswering answering) {
        this.followUps = followUps;
        this.answering = answering;
    }

    /** The answer to {@code asked}, which is then part of {@code history}; it tells what was searched where that is not the question itself. */
    public Answer ask(Question asked, History history) {
        return ask(asked, history, release -> {});
    }

    /**
     * As {@link #ask(Question, History)}.
     *
     * @param released as in {@link QuestionAnswering#ask(Question, Consumer)}
     */
    public Answer ask(Question asked, History history, Consumer<Release> released) {
        Resolved resolved = followUps.resolve(asked, history.turns());
        Question searched = resolved.question();
        Answer found = answering.ask(searched, released);
        boolean same = searched.text().equals(asked.text());
        Answer answer = same ? found : found.to(asked, resolved.notes());
        history.add(
                new Turn(asked.text(), searched.text(), searched.language(), resolved.whole(), said(answer.outcome())));
        return answer;
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Cited cited -> cited.sentences().getFirst().text();
            case Outcome.NoEvidence none -> "";
        };
    }
}
