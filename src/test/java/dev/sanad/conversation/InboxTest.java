package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private static final long BOT = 4242;

    @TempDir
    Path folder;

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);

    @Test
    void whatWasNotFinishedIsThereAfterARestartOldestFirst() {
        try (Store store = open()) {
            Inbox inbox = new Inbox(store, BOT);
            List<Optional<Inbox.Entry>> kept =
                    inbox.keep(List.of(words(1, 7, 1, "سلام"), words(2, 8, 1, "你好"), press(3, 7), words(4, 7, 2, "d")));
            inbox.done(kept.get(1).orElseThrow());
            inbox.sending(kept.get(0).orElseThrow());
            inbox.failed(kept.get(3).orElseThrow());
        }
        try (Store store = open()) {
            assertThat(new Inbox(store, BOT).unfinished())
                    .extracting(Inbox.Entry::body, Inbox.Entry::sending, Inbox.Entry::tries)
                    .containsExactly(tuple("سلام", true, 0), tuple("{}", false, 0));
        }
    }

    @Test
    void anUpdateIsRecognisedByItsNumberAndByThatOfItsMessageAlsoWhenItIsDone() {
        try (Store store = open()) {
            Inbox inbox = new Inbox(store, BOT);
            inbox.keep(List.of(words(1, 7, 1, "a"))).forEach(one -> inbox.done(one.orElseThrow()));

            assertThat(inbox.keep(List.of(words(1, 7, 1, "a"), words(2, 7, 1, "a"), words(3, 7, 2, "b"))))
                    .extracting(Optional::isPresent)
                    .containsExactly(false, false, true);
            // the same number in another chat, and presses, which have none
            assertThat(inbox.keep(List.of(words(4, 8, 1, "c"), press(5, 7), press(6, 7), press(6, 7))))
                    .extracting(Optional::isPresent)
                    .containsExactly(true, true, true, false);
            assertThat(inbox.unfinished()).hasSize(4);
        }
    }

    @Test
    void botsDoNotSeeEachOthersUpdates() {
        try (Store store = open()) {
            Inbox one = new Inbox(store, BOT);
            Inbox other = new Inbox(store, 5);
            assertThat(one.keep(List.of(words(1, 7, 1, "a"))).getFirst()).isPresent();
            assertThat(other.keep(List.of(words(1, 7, 1, "b"))).getFirst()).isPresent();
            assertThat(other.unfinished()).extracting(Inbox.Entry::body).containsExactly("b");
        }
    }

    @Test
    void aBatchIsKeptWholeOrNotAtAll() {
        try (Store store = open()) {
            Inbox inbox = new Inbox(store, BOT);
            assertThatThrownBy(() -> inbox.keep(List.of(words(1, 7, 1, "a"), broken())))
                    .isInstanceOf(RuntimeException.class);
            assertThat(inbox.unfinished()).isEmpty();
            assertThat(inbox.keep(List.of(words(1, 7, 1, "a"))).getFirst()).isPresent();
        }
    }

    @Test
    void whatCannotBeReadIsKeptOnceAndNeverWorkedOff() {
        try (Store store = open()) {
            Inbox inbox = new Inbox(store, BOT);
            inbox.keepUnreadable(1, "{\"update_id\":1,\"message\":7}");
            inbox.keepUnreadable(1, "{\"update_id\":1,\"message\":7}");
            assertThat(inbox.unfinished()).isEmpty();
            assertThat(bodies(store)).containsExactly("{\"update_id\":1,\"message\":7}");
        }
    }

    @Test
    void endedUpdatesLeaveNoTextAndAreForgottenAfterDaysAndOpenOnesAreNot() {
        try (Store store = open()) {
            Inbox inbox = new Inbox(store, BOT);
            List<Optional<Inbox.Entry>> kept =
                    inbox.keep(List.of(words(1, 7, 1, "secret"), words(2, 7, 2, "open"), words(3, 7, 3, "secret")));
            inbox.done(kept.getFirst().orElseThrow());
            inbox.failed(kept.getLast().orElseThrow());
            assertThat(bodies(store)).containsExactly("open");

            later.set(Inbox.RECOGNISED.minusMinutes(1));
            inbox.prune();
            assertThat(inbox.keep(List.of(words(1, 7, 1, "secret"))).getFirst()).isEmpty();
            later.set(Inbox.RECOGNISED.plusMinutes(1));
            inbox.prune();
            assertThat(inbox.keep(List.of(words(1, 7, 1, "secret"))).getFirst()).isPresent();
            assertThat(inbox.unfinished()).extracting(Inbox.Entry::body).contains("open");
        }
    }

    @Test
    void triesAreCounted() {
        try (Store store = open()) {
            Inbox inbox = new Inbox(store, BOT);
            Inbox.Entry entry =
                    inbox.keep(List.of(words(1, 7, 1, "a"))).getFirst().orElseThrow();
            inbox.begun(entry);
            inbox.begun(entry);
            assertThat(inbox.unfinished()).extracting(Inbox.Entry::tries).containsExactly(2);
        }
    }

    @Test
    void deliveredByManyAtOnceAnUpdateIsKeptOnce() throws Exception {
        try (Store store = open();
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Inbox inbox = new Inbox(store, BOT);
            List<Future<List<Optional<Inbox.Entry>>>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                Received one = words(i % 8, 7, i % 8, "a");
                all.add(many.submit(() -> inbox.keep(List.of(one))));
            }
            int kept = 0;
            for (Future<List<Optional<Inbox.Entry>>> one : all) {
                kept += one.get().getFirst().isPresent() ? 1 : 0;
            }
            assertThat(kept).isEqualTo(8);
        }
    }

    @Test
    void anUpdateStandsAfterTheProcessIsHaltedRightBehindTheCommit() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        url())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(child.waitFor()).isEqualTo(3);
        try (Store store = open()) {
            assertThat(new Inbox(store, BOT).unfinished())
                    .extracting(Inbox.Entry::body, Inbox.Entry::sending)
                    .containsExactly(tuple("a", true), tuple("b", false));
        }
    }

    /** Another process, which ends as one that is killed. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            Inbox inbox = new Inbox(Store.open(arguments[0], Clock.systemUTC()), BOT);
            Inbox.Entry first =
                    inbox.keep(List.of(words(1, 7, 1, "a"))).getFirst().orElseThrow();
            inbox.sending(first);
            inbox.keep(List.of(words(2, 7, 2, "b")));
            Runtime.getRuntime().halt(3);
        }
    }

    /** Of a database that outlives its stores and no test shares. */
    String url() {
        return Store.h2(folder);
    }

    private Store open() {
        InstantSource moved = () -> Instant.now().plus(later.get());
        return Store.open(url(), moved.withZone(ZoneOffset.UTC));
    }

    private static List<String> bodies(Store store) {
        return store.rows()
                .inTransaction(handle -> handle.createQuery("select body from inbox where body is not null order by id")
                        .mapTo(String.class)
                        .list());
    }

    private static Received words(int update, long chat, int message, String body) {
        return new Received(update, chat, Optional.of(message), body);
    }

    private static Received press(int update, long chat) {
        return new Received(update, chat, Optional.empty(), "{}");
    }

    /** As no reader makes one: a fault of the store. */
    @SuppressWarnings({"NullAway", "NullOptional"})
    private static Received broken() {
        return new Received(2, 7, null, "b");
    }
}
