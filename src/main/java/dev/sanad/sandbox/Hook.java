package dev.sanad.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Delivers updates to the webhook, if there is one: one after another, each until it is answered with a status of 2xx, with growing pauses (the real server gives up "after a
 * reasonable amount of attempts", delivers to several connections, and of one chat in order).
 */
final class Hook {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOKING = Duration.ofMillis(200);
    private static final Duration REPLY = Duration.ofSeconds(30);

    private final Updates updates;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Thread thread =
            Thread.ofPlatform().name("sandbox-webhook").daemon().unstarted(this::run);
    private volatile Optional<Failed> lastError = Optional.empty();

    Hook(Updates updates, Clock clock) {
        this.updates = updates;
        this.clock = clock;
    }

    /** A delivery that failed. */
    record Failed(Instant at, String message) {}

    void start() {
        thread.start();
    }

    Optional<Failed> lastError() {
        return lastError;
    }

    void forget() {
        lastError = Optional.empty();
    }

    void close() {
        thread.interrupt();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<Updates.Hooked> next = updates.nextForWebhook(LOOKING);
                if (next.isEmpty()) {
                    continue;
                }
                lastError = deliver(next.get());
                if (lastError.isEmpty()) {
                    updates.confirmHooked(next.get().number());
                    pause = FIRST_PAUSE;
                } else {
                    Thread.sleep(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Failed> deliver(Updates.Hooked update) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(update.address()))
                .timeout(REPLY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(update.body()));
        if (!update.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", update.secret());
        }
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2
                    ? Optional.empty()
                    : Optional.of(new Failed(clock.instant(), "Wrong response from the webhook: " + status));
        } catch (IOException e) {
            return Optional.of(new Failed(clock.instant(), "Connection refused or lost"));
        }
    }
}
