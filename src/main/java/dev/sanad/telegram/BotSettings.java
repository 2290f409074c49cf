package dev.sanad.telegram;

import dev.sanad.conversation.Roster;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * How a bot runs.
 *
 * @param apiUrl a Bot API server of one's own, {@code scheme://host[:port]} without a path; Telegram's own where empty
 * @param webhook where updates are delivered to; polled for where empty
 * @param waitingPerChat how many messages of one chat may wait behind the one being answered; further ones are told that the bot is busy
 * @param answersAtOnce how many answers are worked on at once, those that wait for a model included; further ones wait in the order they came. Where all are begun at once, those that are nearly done
 *     wait for a processor behind those that have just begun
 * @param closing how long {@link Bot#close} waits for answers under way
 */
public record BotSettings(
        Token token,
        Optional<URI> apiUrl,
        Optional<WebhookSettings> webhook,
        Roster roster,
        int waitingPerChat,
        int answersAtOnce,
        Duration closing) {
    public BotSettings {
        apiUrl.ifPresent(BotSettings::check);
        if (apiUrl.isEmpty()) {
            webhook.ifPresent(WebhookSettings::checkForTelegram);
        }
        if (waitingPerChat < 1) {
            throw new IllegalArgumentException("at least one message of a chat must be allowed to wait");
        }
        if (answersAtOnce < 1) {
            throw new IllegalArgumentException("at least one answer must be worked on at once");
        }
    }

    public static BotSettings of(Token token, Optional<URI> apiUrl, Optional<WebhookSettings> webhook, Roster roster) {
        return new BotSettings(token, apiUrl, webhook, roster, 8, 64, Duration.ofSeconds(20));
    }

    public BotSettings answeringAtOnce(int answers) {
        return new BotSettings(token, apiUrl, webhook, roster, waitingPerChat, answers, closing);
    }

    /** Where the Bot API is. */
    TelegramUrl server() {
        return apiUrl.map(url -> TelegramUrl.builder()
                        .schema(url.getScheme().toLowerCase(Locale.ROOT))
                        .host(url.getHost())
                        .port(port(url))
                        .build())
                .orElse(TelegramUrl.DEFAULT_URL);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** The library addresses a server by scheme, host and port alone. */
    private static void check(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean bare = url.getRawPath() == null
                || url.getRawPath().isEmpty()
                || url.getRawPath().equals("/");
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null || !bare) {
            throw new IllegalArgumentException(
                    "telegram.api-url: it must be scheme://host:port without a path, such as http://127.0.0.1:8081");
        }
    }
}
