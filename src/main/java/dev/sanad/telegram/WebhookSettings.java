package dev.sanad.telegram;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Telegram delivers updates to, and where the bot listens for them: plain HTTP, behind a server that ends TLS.
 *
 * @param url as the world sees it; its path is the one that the bot answers at
 * @param host the address that the bot listens at
 * @param port that the bot listens at; 0 for any free one
 * @param secret what Telegram sends with each update, so that nobody else is heard (Bot API, setWebhook: 1 to 256 of A-Z, a-z, 0-9, _ and -)
 */
public record WebhookSettings(URI url, String host, int port, String secret) {
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    /** Of an address without a port, and those to which Telegram delivers (Bot API, setWebhook). */
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

    public WebhookSettings {
        if (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "telegram.webhook.url: it must be an address such as https://bot.example.org/telegram");
        }
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "telegram.webhook.secret: it must be 1 to 256 of the characters A-Z, a-z, 0-9, _ and -");
        }
    }

    /** With a secret of its own, new with each start. */
    public static WebhookSettings of(URI url, String host, int port) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new WebhookSettings(
                url, host, port, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Only a Bot API server of one's own delivers without TLS, and to any port. */
    void checkForTelegram() {
        if (!url.getScheme().equals("https") || !PORTS.contains(url.getPort())) {
            throw new IllegalArgumentException(
                    "telegram.webhook.url: Telegram delivers only to https, and to the ports 443, 80, 88 and 8443");
        }
    }

    String path() {
        String path = url.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    @Override
    public String toString() {
        return "webhook " + url;
    }
}
