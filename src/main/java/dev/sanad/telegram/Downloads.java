package dev.sanad.telegram;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Fetches the files that Telegram keeps for the bot (Bot API, "File"). The library's own download goes to Telegram's server, whatever server the bot is
 * set to. The address holds the token and is in no message. Safe for use by many threads.
 */
final class Downloads {
    /** "Bots can download files of up to 20MB in size." */
    static final long MOST_BYTES = 20L * 1024 * 1024;

    /** From the first connection to the last byte. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int TRIES = 4;

    private final TelegramClient client;
    private final OkHttpClient http;
    private final TelegramUrl server;
    private final Token token;
    private final FaultLog log;
    private final Retry retry = Retry.of(
            "telegram-files",
            RetryConfig.custom()
                    .maxAttempts(TRIES)
                    .retryOnException(Delivery::passing)
                    .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(500), 2, 0.3))
                    .build());

    Downloads(TelegramClient client, OkHttpClient http, TelegramUrl server, Token token, FaultLog log) {
        this.client = client;
        this.http =
                http.newBuilder().callTimeout(LONGEST).followRedirects(false).build();
        this.server = server;
        this.token = token;
        this.log = log;
    }

    /**
     * All of the file; empty where it is longer than {@code most} bytes.
     *
     * @throws DeliveryException where it cannot be had, after all the tries that make sense
     */
    Optional<byte[]> fetch(Attachment file, long most) {
        try {
            return retry.executeCheckedSupplier(() -> tried(file, most));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            // the library declares no narrower kind for what is tried: here the network's and the server's faults
            throw new DeliveryException("a file could not be fetched: " + log.why(e));
        }
    }

    private Optional<byte[]> tried(Attachment file, long most) throws TelegramApiException, IOException {
        File place = client.execute(new GetFile(file.fileId()));
        Request request =
                new Request.Builder().url(address(place.getFilePath())).build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("the server answered with %d".formatted(response.code()));
            }
            return response.body().source().request(most + 1)
                    ? Optional.empty()
                    : Optional.of(response.body().source().readByteArray());
        }
    }

    private HttpUrl address(String path) {
        return new HttpUrl.Builder()
                .scheme(server.getSchema())
                .host(server.getHost())
                .port(server.getPort())
                .addPathSegment("file")
                .addPathSegment("bot" + token.value())
                .addPathSegments(path)
                .build();
    }
}
