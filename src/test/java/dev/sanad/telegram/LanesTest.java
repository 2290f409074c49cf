package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {
    private final Lanes lanes = new Lanes("test", 100);
    private final ConcurrentLinkedQueue<Object> done = new ConcurrentLinkedQueue<>();

    @Test
    void aChatKeepsItsOrder() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            int job = i;
            assertThat(lanes.submit(1, job(() -> done.add(job)))).isTrue();
        }
        assertThat(lanes.close(Duration.ofSeconds(10))).isZero();
        assertThat(new ArrayList<>(done))
                .isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aChatDoesNotWaitForAnother() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch fast = new CountDownLatch(1);
        lanes.submit(1, job(() -> await(slow)));
        lanes.submit(2, job(fast::countDown));
        assertThat(fast.await(5, TimeUnit.SECONDS)).isTrue();
        slow.countDown();
        assertThat(lanes.close(Duration.ofSeconds(5))).isZero();
    }

    @Test
    void whateverIsThrownTheNextJobRuns() throws InterruptedException {
        List<Throwable> thrown = List.of(new IllegalStateException(), new StackOverflowError(), new AssertionError());
        for (Throwable each : thrown) {
            lanes.submit(1, new Lanes.Job(() -> sneak(each), done::add));
        }
        lanes.submit(1, job(() -> done.add("next")));
        assertThat(lanes.close(Duration.ofSeconds(5))).isZero();
        assertThat(done).hasSize(4).endsWith("next").containsAll(thrown);
    }

    @Test
    void aFullLaneRefusesAndAnotherDoesNot() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        Lanes narrow = new Lanes("narrow", 2);
        Lanes.Job wait = job(() -> await(slow));
        assertThat(IntStream.range(0, 5).mapToObj(i -> narrow.submit(1, wait)))
                .containsExactly(true, true, true, false, false);
        assertThat(narrow.submit(2, wait)).isTrue();
        slow.countDown();
        assertThat(narrow.close(Duration.ofSeconds(5))).isZero();
        assertThat(narrow.submit(1, wait)).isFalse();
    }

    @Test
    void closingEndsWithinItsBound() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        lanes.submit(1, new Lanes.Job(() -> await(never), thrown -> interrupted.countDown()));
        lanes.submit(1, job(() -> done.add("dropped")));
        assertThat(lanes.close(Duration.ofMillis(200))).isEqualTo(2);
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isEmpty();
    }

    private Lanes.Job job(Runnable work) {
        return new Lanes.Job(work, done::add);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
