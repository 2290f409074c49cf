package dev.sanad.conversation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sanad.answer.Account;
import dev.sanad.answer.Usage;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How many replies of language models a user and a group may have in an hour; what is used comes back bit by bit. Replies under way when the last is used are not cut. Kept in memory: a restart gives
 * back an hour's worth at most. Safe for use by many threads.
 */
public final class CallBudgets {
    /** By then every bucket is full again. */
    private static final Duration HOUR = Duration.ofHours(1);

    private final OptionalLong perUser;
    private final OptionalLong perGroup;
    private final LoadingCache<Long, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(HOUR).build(this::bucket);

    /**
     * @param perUser above 0; empty for no bound
     * @param perGroup of all its members together, as above
     */
    public CallBudgets(OptionalLong perUser, OptionalLong perGroup) {
        this.perUser = perUser;
        this.perGroup = perGroup;
    }

    /**
     * The account of a user in a chat.
     *
     * @param rest must be open, and is charged, too
     */
    public Account account(long chat, long user, Account rest) {
        List<Bucket> used = of(chat, user);
        return new Account() {
            @Override
            public boolean open() {
                return used.stream().allMatch(bucket -> bucket.getAvailableTokens() > 0) && rest.open();
            }

            @Override
            public void charge(Usage usage) {
                used.forEach(bucket -> bucket.consumeIgnoringRateLimits(1));
                rest.charge(usage);
            }
        };
    }

    /** How many replies the user may still have in the chat now; empty for no bound. */
    public OptionalLong left(long chat, long user) {
        return of(chat, user).stream()
                .mapToLong(bucket -> Math.max(0, bucket.getAvailableTokens()))
                .min();
    }

    /** Telegram numbers a private chat as its user. */
    private List<Bucket> of(long chat, long user) {
        return Stream.of(user, chat)
                .distinct()
                .filter(id -> bound(id).isPresent())
                .map(buckets::get)
                .toList();
    }

    private OptionalLong bound(long id) {
        return id < 0 ? perGroup : perUser;
    }

    private Bucket bucket(long id) {
        long most = bound(id).orElseThrow();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, HOUR))
                .build();
    }
}
