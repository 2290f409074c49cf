package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Outcome;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpinionsTest {
    private static final Pressed.Owner OWNER = new Pressed.Owner(-5, 7);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theLastOpinionOfAnAnswerCounts() {
        try (Store store = open(Duration.ZERO)) {
            Opinions opinions = new Opinions(store);
            long answer = keep(store, OWNER, answer());
            long refusal = keep(store, OWNER, refusal());
            keep(store, OWNER, answer());
            assertThat(opinions.of(answer)).isEmpty();
            opinions.give(answer, Opinion.BAD);
            opinions.give(answer, Opinion.UNSUPPORTED);
            opinions.give(answer, Opinion.UNSUPPORTED);
            opinions.give(refusal, Opinion.BAD);
            opinions.give(refusal, Opinion.GOOD);
            assertThat(opinions.of(answer)).contains(Opinion.UNSUPPORTED);
            assertThat(opinions.all())
                    .usingRecursiveComparison()
                    .isEqualTo(List.of(
                            new Opinions.Given(answer, Opinion.UNSUPPORTED, Optional.of(answer())),
                            new Opinions.Given(refusal, Opinion.GOOD, Optional.of(refusal()))));
            assertThat(Figures.of(store)).returns(1L, Figures::good).returns(1L, Figures::bad);
        }
        try (Store store = open(Duration.ofDays(1))) {
            assertThat(Figures.of(store)).returns(0L, Figures::good).returns(0L, Figures::bad);
        }
    }

    @Test
    void aKeyStatesAnOpinionAndOthersStateNone() {
        for (Opinion opinion : Opinion.values()) {
            assertThat(Opinion.of(opinion.view())).contains(opinion);
        }
        for (View view : List.of(View.of(0), View.of(1), View.meaning(1))) {
            assertThat(Opinion.of(view)).isEmpty();
        }
        try (Store store = open(Duration.ZERO)) {
            long refusal = keep(store, OWNER, refusal());
            Map<View, String> keys = new ViewKeys(store).of(refusal, List.of(Opinion.BAD.view(), Opinion.WRONG.view()));
            assertThat(store.pressed(keys.getOrDefault(Opinion.WRONG.view(), "")))
                    .contains(new Pressed.Kept(refusal, OWNER, Opinion.WRONG.view(), refusal(), List.of()));
        }
    }

    @Test
    void whatWasJudgedOutlivesWhatWasNotUntilItsAskerIsForgotten() {
        long judged;
        long other;
        try (Store store = open(Duration.ZERO)) {
            judged = keep(store, OWNER, answer());
            keep(store, OWNER, answer());
            other = keep(store, new Pressed.Owner(-5, 8), answer());
            new Opinions(store).give(judged, Opinion.GOOD);
            new Opinions(store).give(other, Opinion.WRONG);
        }
        try (Store store = open(Duration.ofDays(91))) {
            Opinions opinions = new Opinions(store);
            assertThat(opinions.all())
                    .extracting(Opinions.Given::shown)
                    .allSatisfy(shown -> assertThat(shown).contains(answer()));
            new Traces(store).forget(OWNER.user(), OWNER.user());
            assertThat(opinions.all()).extracting(Opinions.Given::shownId).containsExactly(other);
            assertThat(opinions.of(judged)).isEmpty();
        }
    }

    private static Shown answer() {
        return new Shown.Answered(MadeUp.answer(Question.of("q", Language.PERSIAN)));
    }

    private static Shown refusal() {
        return new Shown.Answered(MadeUp.answer(
                Question.of("q", Language.ARABIC), new Outcome.NoEvidence(Outcome.Reason.NOTHING, List.of())));
    }

    private static long keep(Store store, Pressed.Owner owner, Shown shown) {
        return store.keep(shown, owner, 0, 90).shownId();
    }

    private Store open(Duration later) {
        return Store.open(Store.h2(folder), Clock.offset(Clock.systemUTC(), later));
    }
}
