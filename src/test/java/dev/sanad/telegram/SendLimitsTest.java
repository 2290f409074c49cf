package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
            limits.await(CHAT);
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
                    limits.await(chat);
                    return null;
                }));
            }
            Thread.sleep(500);
            // who waits is before any preview
            assertThat(limits.preview(1_000)).isFalse();
            assertThat(limits.draft(1_001)).isFalse();
            for (Future<?> one : waiting) {
                one.get();
            }
        }
        assertThat(since(began)).isGreaterThan(Duration.ofMillis(3_200));
    }

    @Test
    void previewsNeverWaitAndLeaveAGroupsMinuteToAnswers() throws InterruptedException {
        assertThat(limits.preview(GROUP)).isTrue();
        assertThat(limits.preview(GROUP)).isFalse();
        Thread.sleep(1_100);
        assertThat(limits.preview(GROUP)).isTrue();
        Thread.sleep(1_100);
        assertThat(limits.preview(GROUP)).isFalse();
        long began = System.nanoTime();
        limits.await(GROUP);
        // the next token of the minute would be four seconds away
        assertThat(since(began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aRefusedChatIsLeftAloneAndOtherChatsAreNot() throws InterruptedException {
        limits.refused(CHAT, Duration.ofSeconds(2));
        assertThat(limits.draft(CHAT)).isFalse();
        assertThat(limits.preview(CHAT)).isFalse();
        long began = System.nanoTime();
        limits.await(CHAT + 1);
        assertThat(since(began)).isLessThan(Duration.ofMillis(1_900));
        limits.await(CHAT);
        assertThat(since(began)).isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void twoChatsRefusedAtOnceMeanThatAllIsHeld() throws InterruptedException {
        long began = System.nanoTime();
        limits.refused(CHAT, Duration.ofSeconds(1));
        limits.refused(CHAT + 1, Duration.ofSeconds(2));
        assertThat(limits.draft(CHAT + 2)).isFalse();
        limits.await(CHAT + 2);
        assertThat(since(began)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
