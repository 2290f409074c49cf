package dev.sanad.conversation;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Outcome;
import dev.sanad.evaluation.LabelledQuestion;
import dev.sanad.evaluation.LabelledQuestion.Place;
import dev.sanad.retrieval.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Opinions as labelled questions, so far as they label any: of an answer that is held to be good its quotes are the evidence. Both lists are in the order of {@link Opinions#all}.
 */
public record FeedbackSet(List<LabelledQuestion> questions, List<LeftOut> leftOut) {
    public FeedbackSet {
        questions = List.copyOf(questions);
        leftOut = List.copyOf(leftOut);
    }

    /** What comes of an opinion. */
    sealed interface Label permits Labelled, LeftOut {}

    private record Labelled(LabelledQuestion question) implements Label {}

    /** An opinion that labels no question. */
    public record LeftOut(Opinions.Given given, Why why) implements Label {}

    /** Why an opinion labels no question. */
    public enum Why {
        /** Held to be bad. */
        BAD("what would be right is not known"),
        BRIEF("a brief answers no question"),
        REFUSAL("a refusal has no evidence, and its asker cannot know what the articles hold"),
        STOPPED("the answer was stopped before its end"),
        FOLLOW_UP("the question goes on from the one before and does not stand by itself"),
        CHANGED("the index no longer has the words that were quoted, or not for everybody"),
        UNREADABLE("it was kept by another version of Sanad");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** In English, for a line of its own. */
        public String words() {
            return words;
        }
    }

    /**
     * What each of {@code opinions} labels, or why it labels nothing.
     *
     * @param stands whether the index still has the words of a citation
     */
    public static FeedbackSet of(List<Opinions.Given> opinions, Predicate<Citation> stands) {
        List<LabelledQuestion> questions = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Opinions.Given given : opinions) {
            switch (label(given, stands)) {
                case Labelled labelled -> questions.add(labelled.question());
                case LeftOut left -> leftOut.add(left);
            }
        }
        return new FeedbackSet(questions, leftOut);
    }

    private static Label label(Opinions.Given given, Predicate<Citation> stands) {
        if (given.shown().isEmpty()) {
            return new LeftOut(given, Why.UNREADABLE);
        }
        if (given.opinion() != Opinion.GOOD) {
            return new LeftOut(given, Why.BAD);
        }
        return switch (given.shown().get()) {
            case Shown.Answered answered -> label(given, answered.answer(), stands);
            case Shown.Briefed briefed -> new LeftOut(given, Why.BRIEF);
            case Shown.Stopped stopped -> new LeftOut(given, Why.STOPPED);
        };
    }

    private static Label label(Opinions.Given given, Answer answer, Predicate<Citation> stands) {
        if (answer.resolved().isPresent()) {
            return new LeftOut(given, Why.FOLLOW_UP);
        }
        return switch (answer.outcome()) {
            case Outcome.NoEvidence none -> new LeftOut(given, Why.REFUSAL);
            case Outcome.Cited cited -> {
                List<Place> evidence = cited.citations().stream()
                        .filter(stands)
                        .map(citation -> new Place(citation.file(), citation.quote()))
                        .distinct()
                        .toList();
                Question question = answer.question();
                yield evidence.isEmpty()
                        ? new LeftOut(given, Why.CHANGED)
                        : new Labelled(
                                new LabelledQuestion(given.id(), question.language(), question.text(), true, evidence));
            }
        };
    }
}
