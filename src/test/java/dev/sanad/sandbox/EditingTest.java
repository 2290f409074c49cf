package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditingTest {
    private static final Object BUTTON =
            Map.of("inline_keyboard", List.of(List.of(Map.of("text", "More", "callback_data", "more"))));
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void end() {
        sandbox.close();
    }

    private SandboxMessage sent(String text) {
        assertThat(sandbox.send(text, "reply_markup", BUTTON).status()).isEqualTo(200);
        return sandbox.server.chats().sent().getLast();
    }

    private RawClient.Answer edit(int message, String text, Object... more) {
        Object[] all = {
            "chat_id", sandbox.chat.id(), "message_id", message, "text", text, "parse_mode", "HTML", null, null
        };
        all[8] = more.length > 0 ? more[0] : "unknown";
        all[9] = more.length > 0 ? more[1] : "";
        return sandbox.raw.call("editMessageText", all);
    }

    @Test
    void anEditKeepsWhatWasThereBefore() {
        SandboxMessage message = sent("first");
        sandbox.clock.move(Duration.ofSeconds(2));

        RawClient.Answer answer = edit(message.id(), "<b>second</b>");

        SandboxMessage now = sandbox.server.chats().now(message);
        assertThat(answer.result().get("edit_date").asLong())
                .isEqualTo(answer.result().get("date").asLong() + 2);
        assertThat(now.versions()).extracting(SandboxMessage.Version::text).containsExactly("first", "second");
        assertThat(now.buttons()).as("an edit without a keyboard takes it away").isEmpty();
    }

    @Test
    void anEditThatChangesNothingIsRefused() {
        SandboxMessage message = sent("same");

        RawClient.Answer answer = edit(message.id(), "same", "reply_markup", BUTTON);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.description())
                .isEqualTo("Bad Request: message is not modified: specified new message content and reply markup are"
                        + " exactly the same as a current content and reply markup of the message");
        assertThat(edit(message.id(), "<i>same</i>", "reply_markup", BUTTON).status())
                .as("other entities are another content")
                .isEqualTo(200);
    }

    @Test
    void onlyTheBotsOwnMessagesAreEdited() {
        SandboxMessage question = sandbox.server.people().write(sandbox.chat, sandbox.anna, "mine");

        assertThat(edit(question.id(), "yours").description()).isEqualTo("Bad Request: message can't be edited");
        assertThat(edit(77, "x").description()).isEqualTo("Bad Request: message to edit not found");
        assertThat(edit(0, "x").description()).isEqualTo("Bad Request: message identifier is not specified");
    }

    @Test
    void anEditIsHeldToTheLimitsOfAText() {
        SandboxMessage message = sent("x");

        assertThat(edit(message.id(), "x".repeat(4097)).description()).isEqualTo("Bad Request: MESSAGE_TOO_LONG");
        assertThat(edit(message.id(), "<u>").description()).startsWith("Bad Request: can't parse entities: ");
        assertThat(edit(message.id(), "").description()).isEqualTo("Bad Request: message text is empty");
    }

    @Test
    void theKeyboardIsEditedAlone() {
        SandboxMessage message = sent("text");

        RawClient.Answer gone =
                sandbox.raw.call("editMessageReplyMarkup", "chat_id", sandbox.chat.id(), "message_id", message.id());
        RawClient.Answer again =
                sandbox.raw.call("editMessageReplyMarkup", "chat_id", sandbox.chat.id(), "message_id", message.id());

        assertThat(gone.result().get("text").asText()).isEqualTo("text");
        assertThat(gone.result().has("reply_markup")).isFalse();
        assertThat(again.description()).startsWith("Bad Request: message is not modified");
    }

    private RawClient.Answer delete(SandboxMessage message) {
        return sandbox.raw.call("deleteMessage", "chat_id", message.chat().id(), "message_id", message.id());
    }

    @Test
    void aDeletedMessageIsGoneForTheBotAndRememberedForTheTest() {
        SandboxMessage message = sent("text");

        assertThat(delete(message).body().get("result").asBoolean()).isTrue();

        assertThat(delete(message).description()).isEqualTo("Bad Request: message to delete not found");
        assertThat(edit(message.id(), "x").description()).isEqualTo("Bad Request: message to edit not found");
        assertThat(sandbox.server.chats().messages(sandbox.chat)).isEmpty();
        assertThat(sandbox.server.chats().sent()).singleElement().matches(SandboxMessage::deleted);
    }

    @Test
    void oldMessagesAndThoseOfOthersInGroupsAreNotDeleted() {
        SandboxMessage old = sent("old");
        SandboxChat group = sandbox.server.people().group("Группа", sandbox.anna);
        SandboxMessage theirs = sandbox.server.people().write(group, sandbox.anna, "mine");

        sandbox.clock.move(Duration.ofDays(2));
        assertThat(delete(theirs).description()).isEqualTo("Bad Request: message can't be deleted");
        sandbox.clock.move(Duration.ofSeconds(1));
        assertThat(delete(old).description()).isEqualTo("Bad Request: message can't be deleted");
    }
}
