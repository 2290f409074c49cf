package dev.sanad.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Long polling by the library, with what it leaves out: faults in one line each (its own lines, under {@code org.telegram}, hold stack traces and replies of the
 * server: set that logger to off), a pause between tries that stays short however long the outage (its own sleeps a quarter of an hour after a quarter of an
 * hour), and an end that does not wait for the poll under way.
 */
final class Poll implements Interceptor {
    private static final Duration LONGEST = Duration.ofSeconds(50);
    private static final int MOST_UPDATES = 100;
    private static final List<String> WANTED = List.of("message", "callback_query");

    private final BotSettings settings;
    private final FaultLog log;
    private final OkHttpClient http;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("telegram-polling").daemon().factory());
    private final TelegramBotsLongPollingApplication application;
    private final AtomicInteger confirmed = new AtomicInteger();
    private volatile boolean closing;

    Poll(BotSettings settings, FaultLog log) {
        this.settings = settings;
        this.log = log;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(LONGEST.plusSeconds(25))
                .connectionPool(new ConnectionPool())
                .addInterceptor(this)
                .build();
        this.application = new TelegramBotsLongPollingApplication(
                com.fasterxml.jackson.databind.ObjectMapper::new, () -> http, () -> thread, PollBackOff::new);
    }

    /** Begins to poll; also takes a webhook away, beside which Telegram allows no polling. */
    BotSession start(Dispatch dispatch) throws TelegramApiException {
        return application.registerBot(settings.token().value(), settings::server, this::next, dispatch);
    }

    /** Ends polling at once. What was received but not confirmed is delivered again to the next poll of this token. */
    void close() {
        closing = true;
        try {
            application.close();
        } catch (Exception e) {
            log.error("polling did not end cleanly", e);
        }
        thread.shutdownNow();
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }

    /** The last update that a poll has confirmed. */
    int confirmed() {
        return confirmed.get();
    }

    static GetUpdates after(int last, Duration longest, int most) {
        return GetUpdates.builder()
                .offset(last + 1)
                .timeout((int) longest.toSeconds())
                .limit(most)
                .allowedUpdates(WANTED)
                .build();
    }

    private GetUpdates next(int last) {
        confirmed.set(last);
        return after(last, LONGEST, MOST_UPDATES);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            if (!response.isSuccessful()) {
                report(response.code());
            }
            return response;
        } catch (IOException e) {
            if (!closing) {
                log.warn("telegram: the server cannot be reached (%s): trying again"
                        .formatted(e.getClass().getSimpleName()));
            }
            throw e;
        }
    }

    private void report(int code) {
        switch (code) {
            case 409 ->
                log.error("telegram: another instance polls with the same token (409): stop it, or give this one"
                        + " a token of its own; until then updates are lost to either");
            case 401, 404 -> log.error("telegram: the token is refused (%d): check telegram.token".formatted(code));
            default -> log.warn("telegram: polling was answered with %d: trying again".formatted(code));
        }
    }
}
