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
    private final Lanes lanes = new Lanes("test", 100, 1_000);
    private final ConcurrentLinkedQueue<Object> done = new ConcurrentLinkedQueue<>();

    @Test
    void aChatKeepsItsOrder() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            int job = i;
            assertThat(lanes.submit(1, job(() -> done.add(job)))).isEqualTo(Lanes.Submitted.TAKEN);
        }
        assertThat(lanes.close(Duration.ofSeconds(10))).isZero();
        assertThat(new ArrayList<>(done))
                .isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aChatDoesNotWaitForAnother() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch fast = new CountDownLatch(1);
        lanes.submit(1, job(() -> Waiting.await(slow)));
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
    void aFullLaneRefusesAndSoDoAllTogetherButWhatWasAdmittedBeforeIsTaken() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        Lanes narrow = new Lanes("narrow", 2, 4);
        Lanes.Job wait = job(() -> Waiting.await(slow));
        assertThat(IntStream.range(0, 4).mapToObj(i -> narrow.submit(1, wait)))
                .containsExactly(
                        Lanes.Submitted.TAKEN, Lanes.Submitted.TAKEN, Lanes.Submitted.TAKEN, Lanes.Submitted.LANE_FULL);
        assertThat(narrow.submit(2, wait)).isEqualTo(Lanes.Submitted.TAKEN);
        assertThat(narrow.submit(3, wait)).isEqualTo(Lanes.Submitted.ALL_FULL);
        narrow.add(1, job(() -> done.add("admitted before")));
        slow.countDown();
        assertThat(narrow.close(Duration.ofSeconds(5))).isZero();
        assertThat(done).containsExactly("admitted before");
        assertThat(narrow.submit(1, wait)).isEqualTo(Lanes.Submitted.CLOSED);
        assertThat(narrow.cut()).isFalse();
    }

    @Test
    void thereIsRoomAgainWhenJobsAreDone() throws InterruptedException {
        Lanes one = new Lanes("one", 1, 1);
        for (int i = 0; i < 20; i++) {
            CountDownLatch ran = new CountDownLatch(1);
            while (one.submit(i, job(ran::countDown)) != Lanes.Submitted.TAKEN) {
                Thread.onSpinWait();
            }
            assertThat(ran.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(one.close(Duration.ofSeconds(5))).isZero();
    }

    @Test
    void closingEndsWithinItsBound() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        lanes.submit(1, new Lanes.Job(() -> Waiting.await(never), thrown -> interrupted.countDown()));
        lanes.submit(1, job(() -> done.add("dropped")));
        assertThat(lanes.close(Duration.ofMillis(200))).isEqualTo(2);
        assertThat(lanes.cut()).isTrue();
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isEmpty();
    }

    private Lanes.Job job(Runnable work) {
        return new Lanes.Job(work, done::add);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
