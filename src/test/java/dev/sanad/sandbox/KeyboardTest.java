package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyboardTest {
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void end() {
        sandbox.close();
    }

    private void assertRefused(RawClient.Answer answer, String description) {
        assertThat(answer.body().get("ok").asBoolean()).isFalse();
        assertThat(answer.body().get("error_code").asInt()).isEqualTo(400).isEqualTo(answer.status());
        assertThat(answer.description()).isEqualTo("Bad Request: " + description);
        assertThat(sandbox.server.chats().sent()).isEmpty();
    }

    private static Object keyboard(Object... buttons) {
        return Map.of("inline_keyboard", List.of(List.of(buttons)));
    }

    private SandboxMessage sent(RawClient.Answer answer) {
        assertThat(answer.status()).as(answer.description()).isEqualTo(200);
        return sandbox.server.chats().sent().getLast();
    }

    @Test
    void buttonsComeBackAsTheyWereSent() {
        Object button = Map.of("text", "更多", "callback_data", "k".repeat(64));
        Object link = Map.of("text", "open", "url", "https://example.org/a");

        SandboxMessage message = sent(sandbox.send("x", "reply_markup", keyboard(button, link)));

        assertThat(message.buttons()).extracting(Button::text).containsExactly("更多", "open");
        assertThat(message.buttons().getFirst().callbackData()).contains("k".repeat(64));
        assertThat(message.buttons().getLast().url()).contains("https://example.org/a");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 33})
    void callbackDataIsOneTo64Bytes(int letters) {
        Object button = Map.of("text", "x", "callback_data", "ж".repeat(letters));

        assertRefused(sandbox.send("x", "reply_markup", keyboard(button)), "BUTTON_DATA_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"x\"}|can't parse inline keyboard button: Text buttons are unallowed in the inline"
                        + " keyboard",
                "{\"callback_data\":\"x\"}|can't parse inline keyboard button: Can't find field \"text\"",
                "{\"text\":5,\"callback_data\":\"x\"}|can't parse inline keyboard button: Field \"text\" must be of"
                        + " type String",
                "{\"text\":\" \",\"callback_data\":\"x\"}|inline keyboard button text must be non-empty",
                "{\"text\":\"x\",\"url\":\"nowhere\"}|inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
                "{\"text\":\"x\",\"url\":\"ftp://a.b\"}|inline keyboard button URL 'ftp://a.b' is invalid: Unsupported"
                        + " URL protocol",
                "{\"text\":\"x\",\"url\":\"a.b\",\"callback_data\":\"x\"}|can't parse inline keyboard button: exactly"
                        + " one action must be used, found url, callback_data",
            })
    void aWrongButtonIsRefused(String button, String description) throws Exception {
        assertRefused(sandbox.send("x", "reply_markup", keyboard(RawClient.JSON.readTree(button))), description);
    }

    @Test
    void rowsMustBeArrays() {
        assertRefused(
                sandbox.send("x", "reply_markup", Map.of("inline_keyboard", List.of(Map.of()))),
                "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
    }
}
