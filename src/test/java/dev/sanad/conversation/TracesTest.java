package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final Room PRIVATE = new Room(7, 0);
    private static final Room GROUP = new Room(-5, 3);
    private static final Scope SCOPE = new Scope(
            Optional.of(LocalDate.parse("2026-01-01")),
            Optional.empty(),
            Set.of("a 'paper'"),
            Set.of(Language.RUSSIAN));

    private final Store store = Store.open(url(), Clock.systemUTC());
    private final Preferences preferences = new Preferences(store);

    /** Of a database that no test shares. */
    String url() {
        return "jdbc:h2:mem:traces;DB_CLOSE_DELAY=0";
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatOneAskedIsDeletedEverywhereAndNothingOfOthers() {
        for (Room room : List.of(PRIVATE, GROUP)) {
            preferences.setLanguage(room.chat(), Optional.of(Language.PERSIAN));
            preferences.setScope(room, SCOPE);
        }
        String mine = shown(GROUP, 7);
        String other = shown(GROUP, 8);
        turn(PRIVATE, 7, "mine");
        turn(GROUP, 7, "mine");
        turn(GROUP, 8, "other");
        store.rememberLanguage(7, Language.ARABIC);
        store.spend(7, 100);
        Inbox inbox = new Inbox(store, 42);
        Received update = new Received(1, 7, Optional.of(1), "{}");
        inbox.done(inbox.keep(List.of(update)).getFirst().orElseThrow());

        new Traces(store).forget(7, 7);

        assertThat(store.pressed(mine)).isEmpty();
        assertThat(store.pressed(other)).isPresent();
        assertThat(store.turns(PRIVATE)).isEmpty();
        assertThat(store.turns(GROUP)).extracting(Turn::asked).containsExactly("other");
        assertThat(preferences.language(7)).isEmpty();
        assertThat(preferences.scope(PRIVATE)).isEqualTo(Scope.ALL);
        assertThat(preferences.language(-5)).contains(Language.PERSIAN);
        assertThat(preferences.scope(GROUP)).isEqualTo(SCOPE);
        assertThat(store.lastLanguage(7)).isEmpty();
        assertThat(store.spentToday(7)).isEqualTo(100);
        assertThat(inbox.keep(List.of(update)).getFirst()).isPresent();
    }

    @Test
    void questionsOfNobodyKnownAreDeletedInTheChatItIsAskedForIn() {
        turn(GROUP, 0, "before it was kept who asked");
        new Traces(store).forget(7, 7);
        assertThat(store.turns(GROUP)).hasSize(1);
        new Traces(store).forget(7, -5);
        assertThat(store.turns(GROUP)).isEmpty();
    }

    @Test
    void whatAnAdministratorSaidGoesBeforeTheSettings() {
        Roster people = new Roster(new Access.AllowList(Set.of(1L, -9L)), Set.of(99L), Set.of(8L));
        Admission admission = new Admission(people, store);
        assertThat(admission.allows(8, 8)).isTrue();
        admission.keepOut(1);
        admission.letIn(2, Role.ASKER);
        admission.letIn(4, Role.ANALYST);
        admission.letIn(-5, Role.ASKER);
        admission.keepOut(99);
        admission.keepOut(8);
        Admission later = new Admission(people, store);
        for (Admission one : List.of(admission, later)) {
            assertThat(one.allows(1, 1)).isFalse();
            assertThat(one.allows(1, -5)).isFalse();
            assertThat(one.allows(2, 2)).isTrue();
            assertThat(one.allows(3, 3)).isFalse();
            assertThat(one.allows(3, -5)).isTrue();
            assertThat(one.allows(3, -9)).isTrue();
            assertThat(one.allows(99, 99)).isTrue();
            assertThat(one.allows(8, 8)).isFalse();
            assertThat(Stream.of(99L, 8L, 4L, 2L, 3L).map(one::role))
                    .containsExactly(Role.ADMIN, Role.ASKER, Role.ANALYST, Role.ASKER, Role.ASKER);
        }
        later.keepOut(-9);
        assertThat(later.allows(3, -9)).isFalse();
    }

    private String shown(Room room, long user) {
        Shown shown = new Shown.Answered(MadeUp.answer(Question.of("q", Language.ENGLISH)));
        return store.keep(shown, new Pressed.Owner(room.chat(), user), room.thread(), 95)
                .buttons()
                .getLast()
                .key();
    }

    private void turn(Room room, long user, String words) {
        new StoredHistory(store, room, user, 1_000).add(new Turn(words, words, Language.ENGLISH, true, ""));
    }
}
