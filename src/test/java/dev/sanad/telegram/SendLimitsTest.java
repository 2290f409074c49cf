package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SendLimitsTest {
    private static final long CHAT = 7;
    private static final long GROUP = -7;

    private final SendLimits limits = new SendLimits();

    @Test
    void aChatGetsAMessageASecond() throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            limits.await(CHAT).close();
        }
        assertThat(since(began)).isGreaterThanOrEqualTo(Duration.ofMillis(2_050));
    }

    @Test
    void allChatsTogetherGetThirtyASecondAtMost() throws Exception {
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> waiting = new ArrayList<>();
            for (int i = 1; i <= 90; i++) {
                long chat = i;
                waiting.add(threads.submit(() -> {
                    limits.await(chat).close();
                    return null;
                }));
            }
            Thread.sleep(500);
            // who waits is before any preview
            assertThat(limits.preview(1_000)).isEmpty();
            assertThat(limits.draft(1_001)).isEmpty();
            for (Future<?> one : waiting) {
                one.get();
            }
        }
        assertThat(since(began)).isGreaterThan(Duration.ofMillis(3_050));
    }

    @Test
    void callsThatTakeLongCountUntilASecondAfterTheirEnd() throws Exception {
        List<Long> begun = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 80; i++) {
                long chat = i;
                var unused = threads.submit(() -> {
                    try (SendLimits.Leave leave = limits.await(chat)) {
                        Thread.sleep(chat % 2 == 0 ? 700 : 0);
                        begun.add(System.nanoTime());
                    }
                    return null;
                });
            }
        }
        List<Long> arrived = begun.stream().sorted().toList();
        assertThat(arrived).hasSize(80);
        for (int i = 29; i < arrived.size(); i++) {
            assertThat(Duration.ofNanos(arrived.get(i) - arrived.get(i - 29))).isGreaterThan(Duration.ofMillis(990));
        }
    }

    @Test
    void aChatThatStallsGetsNoMoreThanThreeInThreeSeconds() throws Exception {
        long first;
        try (SendLimits.Leave leave = limits.await(CHAT)) {
            Thread.sleep(1_500);
            first = System.nanoTime();
        }
        for (int i = 0; i < 3; i++) {
            limits.await(CHAT).close();
        }
        assertThat(since(first)).isGreaterThan(Duration.ofMillis(2_990));
    }

    @Test
    void previewsNeverWaitAndLeaveAGroupsMinuteToAnswers() throws InterruptedException {
        limits.preview(GROUP).orElseThrow().close();
        assertThat(limits.preview(GROUP)).isEmpty();
        Thread.sleep(1_100);
        limits.preview(GROUP).orElseThrow().close();
        Thread.sleep(1_100);
        assertThat(limits.preview(GROUP)).isEmpty();
        long began = System.nanoTime();
        limits.await(GROUP).close();
        // the next token of the minute would be four seconds away
        assertThat(since(began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aRefusedChatIsLeftAloneAndOtherChatsAreNot() throws InterruptedException {
        limits.refused(CHAT, Duration.ofSeconds(2));
        assertThat(limits.draft(CHAT)).isEmpty();
        assertThat(limits.preview(CHAT)).isEmpty();
        long began = System.nanoTime();
        limits.await(CHAT + 1).close();
        assertThat(since(began)).isLessThan(Duration.ofMillis(1_900));
        limits.await(CHAT).close();
        assertThat(since(began)).isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void twoChatsRefusedAtOnceMeanThatAllIsHeld() throws InterruptedException {
        long began = System.nanoTime();
        limits.refused(CHAT, Duration.ofSeconds(1));
        limits.refused(CHAT + 1, Duration.ofSeconds(2));
        assertThat(limits.draft(CHAT + 2)).isEmpty();
        limits.await(CHAT + 2).close();
        assertThat(since(began)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
