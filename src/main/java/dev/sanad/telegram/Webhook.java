package dev.sanad.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Updates as Telegram delivers them by itself (Bot API, "setWebhook"). Each is committed before it is answered with 200; on anything else Telegram delivers it
 * again. Updates of one chat come one after another, those of several at once.
 */
final class Webhook implements Reception {
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    /** An update is a few thousand characters, with what it replies to and entities some ten thousand. */
    private static final long MOST_BYTES = 1_000_000;

    private final WebhookSettings settings;
    private final Duration looking;
    private final TelegramClient client;
    private final Consumer<List<JsonNode>> intake;
    private final FaultLog log;
    private final Consumer<BotException> stopped;
    private final Javalin http;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("telegram-webhook").daemon().factory());
    private final AtomicBoolean strangerTold = new AtomicBoolean();
    private int lastErrorTold;

    /**
     * @param looking how often it is looked whether the webhook still stands
     * @param intake takes updates in, as {@link Intake#take}
     * @param stopped told why, once, where another instance receives in place of this one; by a thread that must not wait
     */
    Webhook(
            WebhookSettings settings,
            Duration looking,
            TelegramClient client,
            Consumer<List<JsonNode>> intake,
            FaultLog log,
            Consumer<BotException> stopped) {
        this.settings = settings;
        this.looking = looking;
        this.client = client;
        this.intake = intake;
        this.log = log;
        this.stopped = stopped;
        this.http = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.http.maxRequestSize = MOST_BYTES;
            config.routes.post(settings.path(), this::receive);
            config.routes.exception(RuntimeException.class, this::fail);
        });
    }

    @Override
    public void start() throws TelegramApiException {
        try {
            http.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            throw new BotException(
                    "telegram: nothing can be received at %s:%d (%s): set telegram.webhook.host and telegram.webhook.port to an address of this machine that is free"
                            .formatted(settings.host(), settings.port(), log.why(e)));
        }
        set();
        var unused = watchdog.scheduleWithFixedDelay(
                this::look, looking.toMillis(), looking.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes the webhook away first: what comes from then on waits with Telegram. */
    @Override
    public void close() {
        watchdog.shutdownNow();
        try {
            if (client.execute(new GetWebhookInfo()).getUrl().equals(url())) {
                client.execute(new DeleteWebhook());
            }
        } catch (TelegramApiException e) {
            log.error("telegram: the webhook could not be taken away: updates wait for the next start", e);
        }
        http.stop();
    }

    private void set() throws TelegramApiException {
        client.execute(SetWebhook.builder()
                .url(url())
                .secretToken(settings.secret())
                .allowedUpdates(WANTED)
                .build());
    }

    private String url() {
        return settings.url().toString();
    }

    /** An instance that ends takes away what its successor has set; one that polls does so, too, and another webhook takes its place. */
    private void look() {
        try {
            WebhookInfo info = client.execute(new GetWebhookInfo());
            if (info.getUrl().isEmpty()) {
                log.error("telegram: the webhook was taken away by another instance with the same token: it is set"
                        + " again");
                set();
            } else if (!info.getUrl().equals(url())) {
                watchdog.shutdown();
                stopped.accept(new BotException(
                        "telegram: another instance has set a webhook of its own with the same token, so this"
                                + " one stops: stop the other, or give this one a token of its own, then start it"
                                + " again"));
            } else {
                tellError(info);
            }
        } catch (TelegramApiException | RuntimeException e) {
            log.warn("telegram: it cannot be told whether the webhook stands: %s".formatted(log.why(e)));
        }
    }

    private void tellError(WebhookInfo info) {
        int date = Optional.ofNullable(info.getLastErrorDate()).orElse(0);
        if (date > lastErrorTold) {
            lastErrorTold = date;
            log.warn("telegram: updates could not be delivered to the webhook, and are delivered again: %s"
                    .formatted(info.getLastErrorMessage()));
        }
    }

    private void receive(Context request) {
        if (!secretFits(request)) {
            if (strangerTold.compareAndSet(false, true)) {
                log.warn("telegram: a call of the webhook without its secret was refused (told once); if no"
                        + " updates come, see that the header %s passes your server".formatted(SECRET));
            }
            request.status(HttpStatus.UNAUTHORIZED);
            return;
        }
        try {
            JsonNode update = Incoming.READER.readTree(request.body());
            if (!update.path("update_id").isInt()) {
                request.status(HttpStatus.BAD_REQUEST);
                return;
            }
            intake.accept(List.of(update));
        } catch (JsonProcessingException e) {
            request.status(HttpStatus.BAD_REQUEST);
        }
    }

    /** In constant time: how long a refusal takes tells nothing of the secret. */
    private boolean secretFits(Context request) {
        String given = Optional.ofNullable(request.header(SECRET)).orElse("");
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), settings.secret().getBytes(StandardCharsets.UTF_8));
    }

    private void fail(Exception e, Context request) {
        log.error("telegram: an update could not be taken in and is delivered again", e);
        request.status(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
