package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** What listens for Telegram, over HTTP, and the sandbox server, which delivers as Telegram does. */
@Timeout(60)
class WebhookTest {
    private static final String TOKEN = "4242:secret";
    private static final String SECRET = "a_Secret-1";

    private final SandboxServer server = SandboxServer.start(TOKEN, 0);
    private final SandboxUser anna = server.people().person("Anna", "", "en");
    private final OkHttpTelegramClient client = new OkHttpTelegramClient(
            new OkHttpClient(),
            TOKEN,
            TelegramUrl.builder()
                    .schema("http")
                    .host("127.0.0.1")
                    .port(server.address().getPort())
                    .build());
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final BlockingQueue<BotException> stopped = new LinkedBlockingQueue<>();
    private final URI url = free();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void updatesAreDeliveredInOrderUntilTheWebhookIsTakenAway() throws Exception {
        write("before the start");
        Webhook webhook = webhook(Duration.ofMinutes(1), this::take);
        webhook.start();
        write("سلام");
        write("你好");
        assertThat(List.of(next(), next(), next())).containsExactly("before the start", "سلام", "你好");
        assertThat(info().getUrl()).isEqualTo(url.toString());
        assertThat(info().getAllowedUpdates())
                .containsExactly("callback_query", "channel_post", "edited_channel_post", "inline_query", "message");

        webhook.close();
        assertThat(info().getUrl()).isEmpty();
        write("after the end");
        assertThat(info().getPendingUpdatesCount()).isEqualTo(1);
    }

    @Test
    void withoutTheSecretNobodyIsHeard() throws Exception {
        Webhook webhook = webhook(Duration.ofMinutes(1), this::take);
        webhook.start();
        String update = "{\"update_id\":1,\"message\":{\"text\":\"forged\"}}";
        assertThat(post(update)).isEqualTo(401);
        assertThat(post(update, "x-telegram-bot-api-secret-token", "")).isEqualTo(401);
        assertThat(post(update, "X-Telegram-Bot-Api-Secret-Token", "a_Secret-")).isEqualTo(401);
        assertThat(post(update, "X-Telegram-Bot-Api-Secret-Token", "a_Secret-12"))
                .isEqualTo(401);
        assertThat(taken).isEmpty();
        assertThat(post(update, "x-telegram-bot-api-secret-token", SECRET)).isEqualTo(200);
        assertThat(next()).isEqualTo("forged");
        webhook.close();
    }

    @Test
    void whatIsNoUpdateIsRefused() throws Exception {
        Webhook webhook = webhook(Duration.ofMinutes(1), this::take);
        webhook.start();
        String header = "X-Telegram-Bot-Api-Secret-Token";
        for (String body : List.of("", "{", "[]", "7", "{}", "{\"update_id\":\"1\"}", "{\"update_id\":99999999999}")) {
            assertThat(post(body, header, SECRET)).as(body).isEqualTo(400);
        }
        assertThat(post("{\"update_id\":1,\"x\":\"" + "x".repeat(1_000_000) + "\"}", header, SECRET))
                .isEqualTo(413);
        HttpRequest get = HttpRequest.newBuilder(url).header(header, SECRET).build();
        assertThat(send(get)).isEqualTo(404);
        assertThat(taken).isEmpty();
        webhook.close();
    }

    @Test
    void whatCouldNotBeTakenInIsDeliveredAgain() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Webhook webhook = webhook(Duration.ofMinutes(1), updates -> {
            if (calls.getAndIncrement() < 2) {
                throw new IllegalStateException("the store is away");
            }
            take(updates);
        });
        webhook.start();
        write("one");
        write("two");
        assertThat(List.of(next(), next())).containsExactly("one", "two");
        assertThat(calls).hasValue(4);
        webhook.close();
    }

    @Test
    void aWebhookThatWasTakenAwayIsSetAgain() throws Exception {
        Webhook webhook = webhook(Duration.ofMillis(100), this::take);
        webhook.start();
        client.execute(new DeleteWebhook());
        write("one");
        assertThat(next()).isEqualTo("one");
        assertThat(stopped).isEmpty();
        webhook.close();
    }

    @Test
    void whereAnotherInstanceReceivesThisOneStopsAndLeavesItsWebhook() throws Exception {
        Webhook webhook = webhook(Duration.ofMillis(100), this::take);
        webhook.start();
        client.execute(SetWebhook.builder().url("https://other.example.org/bot").build());
        assertThat(stopped.poll(20, TimeUnit.SECONDS))
                .hasMessageContaining("another instance has set a webhook of its own with the same token");
        webhook.close();
        assertThat(info().getUrl()).isEqualTo("https://other.example.org/bot");
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(url.getPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> webhook(Duration.ofMinutes(1), this::take).start())
                    .isInstanceOf(BotException.class)
                    .message()
                    .contains("127.0.0.1:" + taken.getLocalPort(), "telegram.webhook.port")
                    .doesNotContain("\n");
        }
        assertThat(info().getUrl()).isEmpty();
    }

    @Test
    void settingsThatCannotWorkAreNamed() {
        assertThatThrownBy(() -> new WebhookSettings(url, "127.0.0.1", 1, "with a space"))
                .hasMessageContaining("telegram.webhook.secret");
        assertThatThrownBy(() -> new WebhookSettings(URI.create("bot.example.org"), "127.0.0.1", 1, SECRET))
                .hasMessageContaining("telegram.webhook.url");
        assertThatThrownBy(() -> WebhookSettings.of(url, "127.0.0.1", 1).checkForTelegram())
                .hasMessageContaining("https");
        assertThat(WebhookSettings.of(url, "127.0.0.1", 1).secret())
                .hasSize(43)
                .isNotEqualTo(WebhookSettings.of(url, "127.0.0.1", 1).secret());
        assertThat(new WebhookSettings(url, "127.0.0.1", 1, SECRET).toString()).doesNotContain(SECRET);
    }

    private Webhook webhook(Duration looking, Consumer<List<JsonNode>> intake) {
        return new Webhook(
                new WebhookSettings(url, "127.0.0.1", url.getPort(), SECRET),
                looking,
                client,
                intake,
                new FaultLog(new Token(TOKEN)),
                stopped::add);
    }

    private void take(List<JsonNode> updates) {
        updates.forEach(update -> taken.add(update.at("/message/text").asText()));
    }

    private String next() throws InterruptedException {
        return String.valueOf(taken.poll(20, TimeUnit.SECONDS));
    }

    private void write(String words) {
        server.people().write(server.people().privateChat(anna), anna, words);
    }

    private WebhookInfo info() throws TelegramApiException {
        return client.execute(new GetWebhookInfo());
    }

    private int post(String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private static int send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static URI free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:%d/telegram/hook".formatted(socket.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
