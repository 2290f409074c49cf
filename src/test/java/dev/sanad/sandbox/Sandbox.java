package dev.sanad.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;

/** A server for one test, with one person in a private chat. */
final class Sandbox implements AutoCloseable {
    static final String TOKEN = "42:AAH-test_secret";
    static final Duration SOON = Duration.ofSeconds(10);

    final MovableClock clock = new MovableClock();
    final SandboxServer server = SandboxServer.start(TOKEN, 0, clock);
    final RawClient raw = new RawClient(server, TOKEN);
    final SandboxUser anna = server.people().person("Анна", "anna", "ru");
    final SandboxChat chat = server.people().privateChat(anna);

    /** The library that Sanad's bot is built on. */
    OkHttpTelegramClient client() {
        return new OkHttpTelegramClient(TOKEN, url());
    }

    /** Where that library finds the server. */
    TelegramUrl url() {
        return TelegramUrl.builder()
                .schema("http")
                .host(server.address().getHost())
                .port(server.address().getPort())
                .build();
    }

    RawClient.Answer send(String text, Object... more) {
        Object[] all = new Object[more.length + 4];
        all[0] = "chat_id";
        all[1] = chat.id();
        all[2] = "text";
        all[3] = text;
        System.arraycopy(more, 0, all, 4, more.length);
        return raw.call("sendMessage", all);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Stands still until it is moved. */
    static final class MovableClock extends Clock {
        private final AtomicLong nowMillis =
                new AtomicLong(Instant.parse("2026-01-30T10:00:00Z").toEpochMilli());

        void move(Duration by) {
            nowMillis.addAndGet(by.toMillis());
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(nowMillis.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }
}
