package dev.sanad.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much Telegram bears (Bots FAQ, "My bot is hitting limits"): a message a second in a chat, 20 a minute in a group, 30 a second in all. Calls are begun evenly, and bounded by what ended,
 * too: what is sent evenly arrives unevenly where this machine or the network falters. Who sends waits in turn; previews never wait, and go only where nobody does. Chats that were quiet for some
 * minutes are forgotten. Safe for use by many threads.
 */
final class SendLimits {
    private static final Duration QUIET = Duration.ofMinutes(10);

    /** A second refusal, of another chat, within this time means that the limit of all was hit: the Bot API does not say which. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    /** Of a group's minute, kept for what is no preview. */
    private static final int KEPT = 2;

    private final Bucket all = bucket(2, 28, Duration.ofSeconds(1));
    private final Window allWindow = new Window(29, Duration.ofSeconds(1));
    private final Hold allHeld = new Hold();
    private final Cache<Long, Chat> chats =
            Caffeine.newBuilder().expireAfterAccess(QUIET).build();
    private long lastRefused;
    private long lastRefusedAt = System.nanoTime() - TOGETHER.toNanos();

    /** What one chat bears. */
    private record Chat(Bucket second, Bucket minute, Window seconds, Window minutes, Hold held) {
        static Chat of(long id) {
            // groups have negative numbers
            boolean group = id < 0;
            return new Chat(
                    bucket(1, 1, Duration.ofMillis(1_050)),
                    group ? bucket(4, 15, Duration.ofMinutes(1)) : bucket(60, 60, Duration.ofMinutes(1)),
                    new Window(3, Duration.ofSeconds(3)),
                    new Window(group ? 20 : 60, Duration.ofMinutes(1)),
                    new Hold());
        }
    }

    /** Leave to make one call; closed when the call ended, whatever became of it. */
    interface Leave extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * So many calls at most arrive within any time of that length, however long each takes: one counts from before it is made until that long after it ended.
     *
     * @param free for calls to be begun; first come, first served
     */
    private record Window(Semaphore free, Duration length) {
        Window(int calls, Duration length) {
            this(new Semaphore(calls, true), length);
        }

        boolean begunAtOnce() {
            return !free.hasQueuedThreads() && free.tryAcquire();
        }

        void end() {
            CompletableFuture.delayedExecutor(length.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(free::release);
        }
    }

    /** Until when nothing is sent. */
    private static final class Hold {
        private long until = System.nanoTime();

        synchronized void atLeast(Duration length) {
            long end = System.nanoTime() + length.toNanos();
            until = end - until > 0 ? end : until;
        }

        synchronized Duration left() {
            return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        }
    }

    /** Waits until a message to the chat, or an edit of one, may be sent. */
    Leave await(long chat) throws InterruptedException {
        Chat limits = chats.get(chat, Chat::of);
        Deque<Window> begun = new ArrayDeque<>();
        try {
            begin(limits.minutes(), begun);
            begin(limits.seconds(), begun);
            while (true) {
                Thread.sleep(limits.held().left());
                limits.minute().asBlocking().consume(1);
                limits.second().asBlocking().consume(1);
                begin(allWindow, begun);
                Thread.sleep(allHeld.left());
                all.asBlocking().consume(1);
                if (!held(limits)) {
                    return () -> begun.forEach(Window::end);
                }
                begun.removeLast().free().release();
            }
        } catch (InterruptedException e) {
            begun.forEach(window -> window.free().release());
            throw e;
        }
    }

    private static void begin(Window window, Deque<Window> begun) throws InterruptedException {
        window.free().acquire();
        begun.addLast(window);
    }

    /** Whether anything but an answer may be sent right now; no promise, for another may be quicker. */
    boolean idle() {
        return !allWindow.free().hasQueuedThreads() && allWindow.free().availablePermits() > 0;
    }

    /** Leave to send right now a message that the next one replaces, or an edit of it; empty where there is no room. */
    Optional<Leave> preview(long chat) {
        Chat limits = chats.get(chat, Chat::of);
        return held(limits) || limits.minute().getAvailableTokens() <= KEPT
                ? Optional.empty()
                : atOnce(
                        List.of(allWindow, limits.seconds(), limits.minutes()),
                        List.of(all, limits.second(), limits.minute()));
    }

    /** Leave to show a draft right now, which counts as a call, though not as a message of its chat: it is none. */
    Optional<Leave> draft(long chat) {
        return held(chats.get(chat, Chat::of)) ? Optional.empty() : atOnce(List.of(allWindow), List.of(all));
    }

    private static Optional<Leave> atOnce(List<Window> windows, List<Bucket> buckets) {
        List<Window> begun = windows.stream().takeWhile(Window::begunAtOnce).toList();
        if (begun.size() == windows.size() && taken(buckets)) {
            return Optional.of(() -> windows.forEach(Window::end));
        }
        begun.forEach(window -> window.free().release());
        return Optional.empty();
    }

    /** Telegram wants nothing for so long (429, {@code retry_after}): of the chat, or where another chat was refused just before, of any. */
    void refused(long chat, Duration retryAfter) {
        chats.get(chat, Chat::of).held().atLeast(retryAfter);
        if (togetherWithAnother(chat)) {
            allHeld.atLeast(retryAfter);
        }
    }

    private synchronized boolean togetherWithAnother(long chat) {
        long now = System.nanoTime();
        boolean together = chat != lastRefused && now - lastRefusedAt < TOGETHER.toNanos();
        lastRefused = chat;
        lastRefusedAt = now;
        return together;
    }

    private boolean held(Chat limits) {
        return limits.held().left().isPositive() || allHeld.left().isPositive();
    }

    private static boolean taken(List<Bucket> buckets) {
        List<Bucket> taken = new ArrayList<>();
        for (Bucket bucket : buckets) {
            if (!bucket.tryConsume(1)) {
                taken.forEach(given -> given.addTokens(1));
                return false;
            }
            taken.add(bucket);
        }
        return true;
    }

    private static Bucket bucket(int burst, int tokens, Duration per) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(tokens, per))
                .withNanosecondPrecision()
                .build();
    }
}
