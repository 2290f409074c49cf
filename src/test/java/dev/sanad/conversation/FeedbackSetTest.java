package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Outcome;
import dev.sanad.answer.Sentence;
import dev.sanad.conversation.FeedbackSet.LeftOut;
import dev.sanad.conversation.FeedbackSet.Why;
import dev.sanad.evaluation.LabelledQuestion;
import dev.sanad.evaluation.LabelledQuestion.Place;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackSetTest {
    private static final Scope PART = new Scope(Optional.empty(), Optional.empty(), Set.of(), Set.of(Language.RUSSIAN));

    @Test
    void whatIsHeldToBeGoodIsReadBackAsALabelledQuestionInAllLanguages(@TempDir Path folder) throws IOException {
        List<Opinions.Given> given = new ArrayList<>();
        List<LabelledQuestion> wanted = new ArrayList<>();
        for (Language language : Language.spoken()) {
            MadeUp.Story story = MadeUp.story(language);
            Question question = Question.of(story.question(), language);
            given.add(good(new Shown.Answered(MadeUp.answer(question, Language.ARABIC)), given.size()));
            wanted.add(new LabelledQuestion(
                    "feedback-" + wanted.size(),
                    language,
                    story.question(),
                    true,
                    List.of(language, Language.ARABIC).stream()
                            .distinct()
                            .map(of -> new Place(
                                    of.tag() + ".txt", MadeUp.story(of).quote()))
                            .toList()));
        }
        FeedbackSet set = FeedbackSet.of(given, citation -> true);

        assertThat(set.leftOut()).isEmpty();
        assertThat(set.questions()).isEqualTo(wanted);
        Path file = folder.resolve("set.jsonl");
        Files.writeString(
                file, set.questions().stream().map(LabelledQuestion::toJson).collect(Collectors.joining("\n")));
        assertThat(LabelledQuestion.read(file)).isEqualTo(wanted);
    }

    @Test
    void whatLabelsNothingIsLeftOutWithItsReason() {
        Question question = Question.of("q", Language.ENGLISH);
        Shown answer = new Shown.Answered(MadeUp.answer(question));
        assertThat(why(answer, Opinion.BAD)).isEqualTo(Why.BAD);
        assertThat(why(answer, Opinion.UNSUPPORTED)).isEqualTo(Why.BAD);
        assertThat(why(new Shown.Briefed(MadeUp.brief(question)), Opinion.GOOD)).isEqualTo(Why.BRIEF);
        assertThat(why(
                        new Shown.Stopped(
                                question,
                                List.of(new Sentence("s", List.of(1))),
                                List.of(MadeUp.citation(1, Language.ENGLISH))),
                        Opinion.GOOD))
                .isEqualTo(Why.STOPPED);
        assertThat(why(new Shown.Answered(MadeUp.answer(question).to(question, List.of())), Opinion.GOOD))
                .isEqualTo(Why.FOLLOW_UP);
        Outcome refusal = new Outcome.NoEvidence(Outcome.Reason.NOTHING, List.of());
        assertThat(why(new Shown.Answered(MadeUp.answer(question, refusal)), Opinion.GOOD))
                .isEqualTo(Why.REFUSAL);
        assertThat(FeedbackSet.of(List.of(good(answer, 1)), citation -> false).leftOut())
                .extracting(LeftOut::why)
                .containsExactly(Why.CHANGED);
        assertThat(FeedbackSet.of(List.of(new Opinions.Given(1, Opinion.GOOD, Optional.empty())), citation -> true)
                        .leftOut())
                .extracting(LeftOut::why)
                .containsExactly(Why.UNREADABLE);
    }

    @Test
    void anAnswerOfAPartOfTheArticlesAndOneOfWhichSomeWordsAreGoneStillLabel() {
        Question part = new Question("q", Language.ENGLISH, Language.ENGLISH, PART);
        FeedbackSet set = FeedbackSet.of(
                List.of(good(new Shown.Answered(MadeUp.answer(part, Language.RUSSIAN)), 1)),
                citation -> citation.language() == Language.RUSSIAN);
        assertThat(set.questions().getFirst().evidence())
                .containsExactly(
                        new Place("ru.txt", MadeUp.story(Language.RUSSIAN).quote()));
    }

    private static Opinions.Given good(Shown shown, long id) {
        return new Opinions.Given(id, Opinion.GOOD, Optional.of(shown));
    }

    private static Why why(Shown shown, Opinion opinion) {
        FeedbackSet set = FeedbackSet.of(List.of(new Opinions.Given(1, opinion, Optional.of(shown))), citation -> true);
        assertThat(set.questions()).isEmpty();
        return set.leftOut().getFirst().why();
    }
}
