package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {
    private final Sandbox sandbox = new Sandbox();
    private final AtomicInteger refusals = new AtomicInteger();
    private final BlockingQueue<Delivered> delivered = new LinkedBlockingQueue<>();
    private final Javalin hook = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.routes.post("/hook", request -> {
                    delivered.add(new Delivered(
                            RawClient.JSON
                                    .readTree(request.body())
                                    .at("/message/text")
                                    .asText(),
                            Optional.ofNullable(request.header("X-Telegram-Bot-Api-Secret-Token"))));
                    request.status(refusals.getAndDecrement() > 0 ? 503 : 200);
                });
            })
            .start("127.0.0.1", 0);

    private record Delivered(String text, Optional<String> secret) {}

    @AfterEach
    void end() {
        sandbox.close();
        hook.stop();
    }

    private void write(String text) {
        sandbox.server.people().write(sandbox.chat, sandbox.anna, text);
    }

    private Delivered next() throws InterruptedException {
        return Optional.ofNullable(delivered.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    private void set(Object... more) {
        String url = "http://127.0.0.1:%d/hook".formatted(hook.port());
        assertThat(sandbox.raw
                        .call(
                                "setWebhook",
                                more.length == 0
                                        ? new Object[] {"url", url}
                                        : new Object[] {"url", url, more[0], more[1]})
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsRefusedIsDeliveredAgainBeforeWhatCameAfterIt() throws Exception {
        refusals.set(2);
        write("1");
        write("2");
        set("secret_token", "s-1");

        assertThat(List.of(next(), next(), next(), next()))
                .extracting(Delivered::text)
                .containsExactly("1", "1", "1", "2");
        assertThat(sandbox.server.updates().awaitConfirmed(Duration.ofSeconds(5)))
                .isTrue();
    }

    @Test
    void theSecretIsInTheHeaderWhereThereIsOne() throws Exception {
        set();
        write("1");
        assertThat(next().secret()).isEmpty();
        set("secret_token", "s-1");
        write("2");
        assertThat(next().secret()).contains("s-1");
        assertThat(sandbox.raw
                        .call("setWebhook", "url", "https://example.org", "secret_token", "no space")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFailureIsToldByTheInfo() throws Exception {
        refusals.set(Integer.MAX_VALUE);
        set();
        write("1");
        next();
        next();
        var info = sandbox.raw.call("getWebhookInfo").result();
        assertThat(info.get("last_error_message").asText()).isEqualTo("Wrong response from the webhook: 503");
        assertThat(info.get("last_error_date").asLong())
                .isEqualTo(sandbox.clock.instant().getEpochSecond());
        assertThat(info.get("pending_update_count").asInt()).isEqualTo(1);
    }

    @Test
    void anAddressBeyondThisMachineMustBeSecure() {
        assertThat(sandbox.raw
                        .call("setWebhook", "url", "http://example.org/hook")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void updatesComeAgainByScriptUnderTheirNumberAndUnderAnother() {
        write("1");
        int first = sandbox.server.updates().numbers().getFirst();
        sandbox.raw.call("getUpdates", "offset", first + 1);

        sandbox.server.updates().again(first);
        int other = sandbox.server.updates().replayed(first);

        var updates = sandbox.raw.call("getUpdates").result();
        assertThat(updates.findValuesAsText("text")).containsExactly("1", "1");
        assertThat(updates.findValues("update_id")).extracting(JsonNode::asInt).containsExactly(first, other);
        assertThat(updates.findValues("message_id")).extracting(JsonNode::asInt).containsExactly(1, 1);
    }
}
