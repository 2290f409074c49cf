package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftsTest {
    @Test
    void aDraftIsSeenInAPrivateChatUntilAMessageOrItsTimeEndsIt() {
        try (Sandbox sandbox = new Sandbox()) {
            assertThat(draft(sandbox, sandbox.chat.id(), 7, "<b>Ищу</b>…").status())
                    .isEqualTo(200);
            assertThat(draft(sandbox, sandbox.chat.id(), 7, "Нашёл").status()).isEqualTo(200);
            Drafts drafts = sandbox.server.drafts();
            assertThat(drafts.in(sandbox.chat)).extracting(Drafts.Draft::text).containsExactly("Ищу…", "Нашёл");
            assertThat(drafts.in(sandbox.chat).getFirst().entities())
                    .extracting(Entity::type)
                    .containsExactly(Entity.Type.BOLD);
            assertThat(sandbox.server.chats().sent()).isEmpty();
            assertThat(drafts.now(sandbox.chat, sandbox.server.chats()))
                    .map(Drafts.Draft::text)
                    .contains("Нашёл");
            sandbox.clock.move(Duration.ofSeconds(1));
            sandbox.send("Ответ");
            assertThat(drafts.now(sandbox.chat, sandbox.server.chats())).isEmpty();

            sandbox.clock.move(Duration.ofSeconds(1));
            draft(sandbox, sandbox.chat.id(), 8, "");
            assertThat(drafts.now(sandbox.chat, sandbox.server.chats()))
                    .map(Drafts.Draft::text)
                    .contains("");
            sandbox.clock.move(Duration.ofSeconds(30));
            assertThat(drafts.now(sandbox.chat, sandbox.server.chats())).isEmpty();
        }
    }

    @Test
    void aDraftIsRefusedInGroupsWithoutANumberAndWhereItsTextWouldBe() {
        try (Sandbox sandbox = new Sandbox()) {
            SandboxChat group = sandbox.server.people().group("Readers", sandbox.anna);
            assertThat(draft(sandbox, group.id(), 7, "x").description()).contains("TEXTDRAFT_PEER_INVALID");
            assertThat(draft(sandbox, sandbox.chat.id(), 0, "x").status()).isEqualTo(400);
            assertThat(draft(sandbox, sandbox.chat.id(), 7, "<b>x").status()).isEqualTo(400);
            assertThat(draft(sandbox, sandbox.chat.id(), 7, "x".repeat(4_097)).status())
                    .isEqualTo(400);
            sandbox.server.people().block(sandbox.anna);
            assertThat(draft(sandbox, sandbox.chat.id(), 7, "x").status()).isEqualTo(403);
            assertThat(sandbox.server.drafts().in(sandbox.chat)).isEmpty();
        }
    }

    @Test
    void draftsCountAmongAllCallsButNotAsMessagesOfTheirChat() {
        try (Sandbox sandbox = new Sandbox()) {
            sandbox.server.limitFlood(true);
            for (int i = 0; i < 30; i++) {
                assertThat(draft(sandbox, sandbox.chat.id(), 7, "x" + i).status())
                        .isEqualTo(200);
            }
            assertThat(draft(sandbox, sandbox.chat.id(), 7, "x").status()).isEqualTo(429);
        }
    }

    @Test
    void aButtonCopiesUpTo256Characters() {
        try (Sandbox sandbox = new Sandbox()) {
            assertThat(copying(sandbox, "x".repeat(256)).status()).isEqualTo(200);
            assertThat(copying(sandbox, "x".repeat(257)).status()).isEqualTo(400);
            assertThat(copying(sandbox, "").status()).isEqualTo(400);
        }
    }

    private static RawClient.Answer copying(Sandbox sandbox, String text) {
        return sandbox.send(
                "x",
                "reply_markup",
                Map.of("inline_keyboard", List.of(List.of(Map.of("text", "Copy", "copy_text", Map.of("text", text))))));
    }

    private static RawClient.Answer draft(Sandbox sandbox, long chat, int id, String html) {
        return sandbox.raw.call(
                "sendMessageDraft", "chat_id", chat, "draft_id", id, "text", html, "parse_mode", "HTML");
    }
}
