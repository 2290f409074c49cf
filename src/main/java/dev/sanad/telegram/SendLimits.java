package dev.sanad.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much Telegram bears (Bots FAQ, "My bot is hitting limits"): a message a second in a chat, 20 a minute in a group, 30 a second in all, each kept with a
 * margin, for what is sent evenly may arrive unevenly. Who sends waits in turn; previews never wait, and go only where nobody does. Chats that were quiet for
 * some minutes are forgotten. Safe for use by many threads.
 */
final class SendLimits {
    private static final Duration QUIET = Duration.ofMinutes(10);

    /** A second refusal, of another chat, within this time means that the limit of all was hit: the Bot API does not say which. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    /** Of a group's minute, kept for what is no preview. */
    private static final int KEPT = 2;

    private final Bucket all = bucket(2, 27, Duration.ofSeconds(1));
    private final Hold allHeld = new Hold();
    private final Cache<Long, Chat> chats =
            Caffeine.newBuilder().expireAfterAccess(QUIET).build();
    private long lastRefused;
    private long lastRefusedAt = System.nanoTime() - TOGETHER.toNanos();

    /** What one chat bears. */
    private record Chat(Bucket second, Bucket minute, Hold held) {
        static Chat of(long id) {
            // groups have negative numbers
            return new Chat(
                    bucket(1, 1, Duration.ofMillis(1_050)),
                    id < 0 ? bucket(4, 15, Duration.ofMinutes(1)) : bucket(60, 60, Duration.ofMinutes(1)),
                    new Hold());
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
    void await(long chat) throws InterruptedException {
        Chat limits = chats.get(chat, Chat::of);
        do {
            Thread.sleep(limits.held().left());
            Thread.sleep(allHeld.left());
            limits.minute().asBlocking().consume(1);
            limits.second().asBlocking().consume(1);
            all.asBlocking().consume(1);
        } while (held(limits));
    }

    /** Whether a message that the next one replaces, or an edit of it, may be sent right now; it then counts. */
    boolean preview(long chat) {
        Chat limits = chats.get(chat, Chat::of);
        return !held(limits)
                && limits.minute().getAvailableTokens() > KEPT
                && taken(List.of(all, limits.second(), limits.minute()));
    }

    /** Whether a draft may be shown right now; it then counts as a call, though not as a message of its chat: it is none. */
    boolean draft(long chat) {
        return !held(chats.get(chat, Chat::of)) && taken(List.of(all));
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
