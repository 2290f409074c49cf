package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Language;
import org.junit.jupiter.api.Test;

/** What every history does. */
abstract class HistoryContractTest {
    /** With a bound of so many tokens, empty. */
    abstract History history(int tokens);

    @Test
    void turnsComeBackAsTheyWereOldestFirst() {
        History history = history(1_000);
        Turn first = turn("Кто открыл мост?");
        Turn second = new Turn("و کی؟", "و کی؟ открыл мост", Language.RUSSIAN, false, "");
        history.add(first);
        history.add(second);
        assertThat(history.turns()).containsExactly(first, second);
    }

    @Test
    void theOldestAreDroppedAtTheBound() {
        History history = history(turn("one").tokens() * 2);
        history.add(turn("one"));
        history.add(turn("two"));
        history.add(turn("six"));
        assertThat(history.turns()).containsExactly(turn("two"), turn("six"));
        history.add(turn("x".repeat(1_000)));
        assertThat(history.turns()).isEmpty();
    }

    @Test
    void aBoundOfNothingRemembersNothing() {
        History history = history(0);
        history.add(turn("one"));
        assertThat(history.turns()).isEmpty();
    }

    @Test
    void whatIsForgottenIsGoneAndTheNextBeginsAnew() {
        History history = history(1_000);
        history.add(turn("one"));
        history.forget();
        assertThat(history.turns()).isEmpty();
        history.add(turn("two"));
        assertThat(history.turns()).containsExactly(turn("two"));
    }

    static Turn turn(String question) {
        return new Turn(question, question, Language.ENGLISH, true, "The mayor.");
    }
}
