package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GettingUpdatesTest {
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void end() {
        sandbox.close();
    }

    private void write(String text) {
        sandbox.server.people().write(sandbox.chat, sandbox.anna, text);
    }

    private List<String> texts(Object... parameters) {
        return sandbox.raw.call("getUpdates", parameters).result().findValuesAsText("text");
    }

    private CompletableFuture<RawClient.Answer> poll(int seconds) {
        int before = sandbox.server.calls().of("getUpdates").size();
        CompletableFuture<RawClient.Answer> answer = sandbox.raw.start("getUpdates", "timeout", seconds);
        // The call is there once it is logged; then it is given a moment to start waiting.
        while (sandbox.server.calls().of("getUpdates").size() == before) {
            Thread.onSpinWait();
        }
        sleep(100);
        assertThat(answer).isNotDone();
        return answer;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aWaitingPollIsAnsweredAsSoonAsAMessageComes() throws Exception {
        CompletableFuture<RawClient.Answer> poll = poll(50);

        long written = System.nanoTime();
        write("سلام");
        RawClient.Answer answer = poll.get(10, TimeUnit.SECONDS);

        assertThat(Duration.ofNanos(System.nanoTime() - written)).isLessThan(Duration.ofSeconds(2));
        assertThat(answer.result().findValuesAsText("text")).containsExactly("سلام");
    }

    @Test
    void aPollWithNothingToSayEndsWithItsTime() {
        long started = System.nanoTime();

        assertThat(texts("timeout", 1)).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofMillis(950), Duration.ofSeconds(5));
    }

    @Test
    void updatesComeAgainUntilAnOffsetConfirmsThem() {
        write("1");
        write("2");
        write("3");

        JsonNode first = sandbox.raw.call("getUpdates", "limit", 2).result();
        int second = first.get(1).get("update_id").asInt();

        assertThat(first.get(0).get("update_id").asInt()).isEqualTo(second - 1);
        assertThat(texts()).containsExactly("1", "2", "3");
        assertThat(texts("offset", second)).containsExactly("2", "3");
        assertThat(texts("offset", second + 1)).containsExactly("3");
        assertThat(texts("offset", 0)).as("what is confirmed is forgotten").containsExactly("3");
        assertThat(texts("offset", second + 2)).isEmpty();
    }

    @Test
    void aNegativeOffsetKeepsOnlyTheLast() {
        write("1");
        write("2");
        write("3");

        assertThat(texts("offset", -2)).containsExactly("2", "3");
        assertThat(texts()).containsExactly("2", "3");
    }

    @Test
    void aSecondPollEndsTheFirstWithAConflict() throws Exception {
        CompletableFuture<RawClient.Answer> first = poll(50);

        assertThat(texts("timeout", 0)).isEmpty();

        RawClient.Answer ended = first.get(10, TimeUnit.SECONDS);
        assertThat(ended.status()).isEqualTo(409);
        assertThat(ended.body().toString())
                .isEqualTo("{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other getUpdates"
                        + " request; make sure that only one bot instance is running\"}");
    }

    @Test
    void whileAWebhookIsSetNothingIsPolled() throws Exception {
        CompletableFuture<RawClient.Answer> waiting = poll(50);

        sandbox.raw.call("setWebhook", "url", "https://example.org/hook");
        write("1");

        assertThat(waiting.get(10, TimeUnit.SECONDS).description())
                .isEqualTo("Conflict: terminated by setWebhook request");
        RawClient.Answer refused = sandbox.raw.call("getUpdates");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.description())
                .isEqualTo("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete"
                        + " the webhook first");
        assertThat(sandbox.raw
                        .call("getWebhookInfo")
                        .result()
                        .get("pending_update_count")
                        .asInt())
                .isEqualTo(1);
        sandbox.raw.call("deleteWebhook", "drop_pending_updates", true);
        assertThat(texts()).isEmpty();
    }

    @Test
    void theAllowedKindsAreRemembered() {
        SandboxMessage message = sandbox.server.people().write(sandbox.chat, sandbox.anna, "before");
        texts("allowed_updates", List.of("edited_message"));

        write("not asked for");
        sandbox.server.people().edit(message, "after");

        assertThat(texts()).containsExactly("before", "after");
        texts("allowed_updates", List.of());
        write("asked for again");
        assertThat(texts()).endsWith("asked for again");
    }

    @Test
    void allowedKindsOfAWrongTypeAreRefused() {
        assertThat(sandbox.raw.call("getUpdates", "allowed_updates", List.of(5)).status())
                .isEqualTo(400);
        assertThat(sandbox.raw.call("getUpdates", "offset", "soon").description())
                .isEqualTo("Bad Request: parameter \"offset\" must be of type Integer");
    }

    @Test
    void closingLetsAWaitingPollGo() throws Exception {
        CompletableFuture<RawClient.Answer> waiting = poll(50);

        sandbox.server.close();

        assertThat(waiting.get(10, TimeUnit.SECONDS).result()).isEmpty();
    }
}
