package dev.sanad.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Long polling by the library, with what it leaves out: faults in one line each (its own lines, under {@code org.telegram}, hold stack traces and replies of the
 * server: set that logger to off), a pause between tries that stays short however long the outage (its own sleeps a quarter of an hour after a quarter of an
 * hour) unless the server asks for more, an end that does not wait for the poll under way, a watchdog (its polling ends for good, and in silence, with any runtime
 * exception), and a stop where another instance polls.
 */
final class Poll implements Reception {
    private static final Duration LONGEST = Duration.ofSeconds(50);
    private static final Duration READING = LONGEST.plusSeconds(25);
    private static final int MOST_UPDATES = 100;

    /** Of a reply that refuses. */
    private static final int MOST_BYTES = 10_000;

    /**
     * When to lose it.
     *
     * @param overdue after so long without the end of a call, be it a failed one, polling is begun anew: longer than a call and a pause take together
     * @param conflict after so long of replies that another instance polls, this one stops; an instance that is being replaced takes some seconds to end
     */
    record Patience(Duration overdue, Duration conflict) {
        static final Patience USUAL = new Patience(Duration.ofMinutes(2), Duration.ofMinutes(1));
    }

    private final BotSettings settings;
    private final Patience patience;
    private final Consumer<List<JsonNode>> intake;
    private final FaultLog log;
    private final Consumer<BotException> stopped;
    private final OkHttpClient http;
    private final PollBackOff backOff = new PollBackOff();
    private final Conflicts conflicts;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("telegram-watchdog").daemon().factory());
    private volatile ScheduledExecutorService thread = newThread();
    private volatile BotSession session;
    private volatile long lastEnd = System.nanoTime();
    private volatile boolean closing;

    /**
     * @param intake takes updates in, as {@link Intake#take}
     * @param stopped told why, once, where polling ends by itself; by a thread that must not wait
     */
    Poll(
            BotSettings settings,
            Patience patience,
            Consumer<List<JsonNode>> intake,
            FaultLog log,
            Consumer<BotException> stopped) {
        this.settings = settings;
        this.patience = patience;
        this.intake = intake;
        this.log = log;
        this.stopped = stopped;
        this.conflicts = new Conflicts(patience.conflict());
        this.http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(READING)
                .connectionPool(new ConnectionPool())
                .addInterceptor(this::call)
                .build();
        this.session = newSession();
    }

    /** Begins to poll; also takes a webhook away, beside which Telegram allows no polling. */
    @Override
    public void start() throws TelegramApiException {
        session.start();
        long often = Math.max(1, patience.overdue().toMillis() / 4);
        var unused = watchdog.scheduleWithFixedDelay(this::watch, often, often, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing = true;
        watchdog.shutdownNow();
        session.stop();
        thread.shutdownNow();
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private BotSession newSession() {
        return new BotSession(
                new ObjectMapper(),
                http,
                thread,
                settings.token().value(),
                settings::server,
                last -> new Batch(last, LONGEST, MOST_UPDATES, intake),
                () -> backOff,
                (LongPollingUpdateConsumer) updates -> {});
    }

    private static ScheduledExecutorService newThread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("telegram-polling").daemon().factory());
    }

    /** The new session asks from the beginning: what the old one took in but did not confirm comes again and is recognised. */
    private void watch() {
        Duration since = Duration.ofNanos(System.nanoTime() - lastEnd);
        if (closing || since.compareTo(patience.overdue()) < 0) {
            return;
        }
        log.error("telegram: no poll has ended for %d s: polling is begun anew".formatted(since.toSeconds()));
        lastEnd = System.nanoTime();
        session.stop();
        thread.shutdownNow();
        http.dispatcher().cancelAll();
        thread = newThread();
        session = newSession();
        try {
            session.start();
        } catch (TelegramApiException | RuntimeException e) {
            log.error("telegram: polling could not be begun anew: trying again later", e);
        }
        if (closing) {
            close();
        }
    }

    private Response call(Interceptor.Chain chain) throws IOException {
        Duration wait = Duration.ZERO;
        try {
            Response response = chain.proceed(chain.request());
            if (!response.isSuccessful()) {
                wait = retryAfter(response);
                backOff.atLeast(wait);
                refused(response.code(), wait);
            }
            return response;
        } catch (IOException e) {
            if (!closing) {
                log.warn("telegram: the server cannot be reached (%s): trying again"
                        .formatted(e.getClass().getSimpleName()));
            }
            throw e;
        } finally {
            lastEnd = System.nanoTime() + wait.toNanos();
        }
    }

    private void refused(int code, Duration wait) {
        switch (code) {
            case 409 -> conflict();
            case 401, 404 -> log.error("telegram: the token is refused (%d): check telegram.token".formatted(code));
            default ->
                log.warn("telegram: polling was answered with %d: trying again%s"
                        .formatted(code, wait.isZero() ? "" : " in %d s, as asked".formatted(wait.toSeconds())));
        }
    }

    private void conflict() {
        if (conflicts.another()) {
            close();
            stopped.accept(new BotException(
                    "telegram: another instance has received with the same token for %d s (409), so this one stops: stop the other, or give this one a token of its own, then start it again"
                            .formatted(patience.conflict().toSeconds())));
        } else {
            log.error("telegram: another instance polls with the same token (409): stop it, or give this one"
                    + " a token of its own; until then updates go to either");
        }
    }

    /** Bot API, "ResponseParameters", an hour at most; zero where the server names no time. */
    private static Duration retryAfter(Response response) throws IOException {
        try {
            long seconds = Incoming.READER
                    .readTree(response.peekBody(MOST_BYTES).string())
                    .at("/parameters/retry_after")
                    .asLong();
            return Duration.ofSeconds(Math.clamp(seconds, 0, 3_600));
        } catch (JsonProcessingException e) {
            // a gateway's page
            return Duration.ZERO;
        }
    }
}
