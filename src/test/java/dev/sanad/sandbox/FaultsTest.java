package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void end() {
        sandbox.close();
    }

    @Test
    void scriptedFaultsMeetTheNextCallsInOrder() {
        sandbox.server.faults().next("sendMessage", 1, new Fault.TooManyRequests(7));
        sandbox.server.faults().next("sendMessage", 1, new Fault.ServerError());
        sandbox.server.faults().next("sendMessage", 1, new Fault.BadGateway());

        assertThat(sandbox.send("1").body().toString())
                .isEqualTo("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 7\","
                        + "\"parameters\":{\"retry_after\":7}}");
        assertThat(sandbox.send("2").status()).isEqualTo(500);
        assertThat(sandbox.send("3").status()).isEqualTo(502);
        assertThat(sandbox.send("4").status()).isEqualTo(200);
        assertThat(sandbox.server.chats().sent())
                .extracting(SandboxMessage::text)
                .containsExactly("4");
    }

    @Test
    void aConnectionIsCutBeforeOrAfterTheCallIsDone() {
        sandbox.server.faults().next("sendMessage", 1, new Fault.CutBefore());
        sandbox.server.faults().next("sendMessage", 1, new Fault.CutAfter());

        assertThatThrownBy(() -> sandbox.send("lost")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> sandbox.send("there")).isInstanceOf(UncheckedIOException.class);

        assertThat(sandbox.server.chats().sent())
                .extracting(SandboxMessage::text)
                .containsExactly("there");
        assertThat(sandbox.server.calls().of("sendMessage")).hasSize(2);
    }

    @Test
    void aDelayedCallIsDoneLater() {
        sandbox.server.faults().next("getMe", 1, new Fault.Delay(Duration.ofMillis(300)));
        long started = System.nanoTime();

        assertThat(sandbox.raw.call("getMe").status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(290));
    }

    private int status(SandboxChat chat) {
        return sandbox.raw
                .call("sendMessage", "chat_id", chat.id(), "text", "x")
                .status();
    }

    @Test
    void inOneChatShortBurstsAreAllowedAndMoreIsTooMuch() {
        sandbox.server.limitFlood(true);

        assertThat(List.of(status(sandbox.chat), status(sandbox.chat), status(sandbox.chat), status(sandbox.chat)))
                .containsExactly(200, 200, 200, 429);
        sandbox.clock.move(Duration.ofSeconds(3));
        assertThat(status(sandbox.chat)).isEqualTo(200);
    }

    @Test
    void aGroupTakesTwentyAMinute() {
        sandbox.server.limitFlood(true);
        SandboxChat group = sandbox.server.people().group("Группа", sandbox.anna);
        for (int i = 0; i < 20; i++) {
            assertThat(status(group)).isEqualTo(200);
            sandbox.clock.move(Duration.ofMillis(1500));
        }

        RawClient.Answer refused = sandbox.raw.call("sendMessage", "chat_id", group.id(), "text", "x");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().get("parameters").get("retry_after").asInt()).isEqualTo(30);
        sandbox.clock.move(Duration.ofSeconds(30));
        assertThat(status(group)).isEqualTo(200);
    }

    @Test
    void allChatsTogetherTakeThirtyASecond() {
        sandbox.server.limitFlood(true);
        for (int i = 0; i < 30; i++) {
            assertThat(status(newChat())).isEqualTo(200);
        }

        assertThat(status(newChat())).isEqualTo(429);
        sandbox.clock.move(Duration.ofSeconds(1));
        assertThat(status(newChat())).isEqualTo(200);
    }

    private SandboxChat newChat() {
        return sandbox.server.people().privateChat(sandbox.server.people().person("x", "", ""));
    }
}
