package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.index.IndexBusyException;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndexWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FollowingTest {
    @TempDir
    Path folder;

    private final AtomicInteger updates = new AtomicInteger();
    private final List<Throwable> told = new CopyOnWriteArrayList<>();

    @Test
    void oneUpdateIsForAllThatIsAskedForWhileAnotherRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        try (Following following = new Following(
                () -> {
                    updates.incrementAndGet();
                    running.countDown();
                    await(free);
                },
                told::add)) {
            CompletableFuture<Void> first = following.soon();
            running.await();
            List<CompletableFuture<Void>> meanwhile =
                    IntStream.range(0, 100).mapToObj(i -> following.soon()).toList();
            assertThat(first).isNotDone();
            free.countDown();
            for (CompletableFuture<Void> one : meanwhile) {
                one.get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(updates).hasValue(2);
    }

    @Test
    void anIndexThatAnotherProcessWritesIsWaitedFor() throws Exception {
        PassageIndexWriter other = open();
        CountDownLatch tried = new CountDownLatch(1);
        try (Following following = new Following(() -> write(tried), told::add)) {
            CompletableFuture<Void> waiting = following.soon();
            tried.await();
            assertThat(waiting).isNotDone();
            other.close();
            waiting.get(10, TimeUnit.SECONDS);
        }
        assertThat(updates).hasValueGreaterThan(1);
        assertThat(told).isEmpty();
    }

    @Test
    void whatFailsIsToldAndTheNextIsTriedAnew() throws Exception {
        try (Following following = new Following(
                () -> {
                    if (updates.incrementAndGet() == 1) {
                        throw new IllegalStateException("the disk is full");
                    }
                },
                told::add)) {
            CompletableFuture<Void> failing = following.soon();
            assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("the disk is full");
            following.soon().get(10, TimeUnit.SECONDS);
        }
        assertThat(told).extracting(Throwable::getMessage).containsExactly("the disk is full");
    }

    @Test
    void itsEndEndsTheWait() throws Exception {
        CompletableFuture<Void> waiting;
        try (PassageIndexWriter other = open()) {
            CountDownLatch tried = new CountDownLatch(1);
            Following following = new Following(() -> write(tried), told::add);
            waiting = following.soon();
            tried.await();
            following.close();
        }
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(IndexBusyException.class);
    }

    private PassageIndexWriter open() {
        return PassageIndexWriter.open(folder, Indexed.ANALYZERS, false);
    }

    private void write(CountDownLatch tried) {
        updates.incrementAndGet();
        try (PassageIndexWriter own = open()) {
            own.commit(List.of(), Indexed.NOW);
        } finally {
            tried.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
