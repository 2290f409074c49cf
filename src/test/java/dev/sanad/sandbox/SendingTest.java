package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingTest {
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

    @Test
    void aMessageComesBackAsTheDocumentedObject() {
        JsonNode sent =
                sandbox.send(" <b>سند</b> 😀 <i>中文</i>\n", "parse_mode", "html").result();

        assertThat(sent.get("text").asText()).isEqualTo("سند 😀 中文");
        assertThat(sent.get("entities").toString())
                .isEqualTo(
                        "[{\"offset\":0,\"length\":3,\"type\":\"bold\"},{\"offset\":7,\"length\":2,\"type\":\"italic\"}]");
        assertThat(sent.get("message_id").asInt()).isEqualTo(1);
        assertThat(sent.get("date").asLong()).isEqualTo(sandbox.clock.instant().getEpochSecond());
        assertThat(sent.get("chat").toString())
                .isEqualTo("{\"id\":%d,\"type\":\"private\",\"first_name\":\"Анна\",\"username\":\"anna\"}"
                        .formatted(sandbox.chat.id()));
        assertThat(sent.get("from").get("is_bot").asBoolean()).isTrue();
    }

    @Test
    void anEmptyTextIsRefused() {
        assertRefused(sandbox.send(""), "message text is empty");
        assertRefused(sandbox.raw.call("sendMessage", "chat_id", sandbox.chat.id()), "message text is empty");
        assertRefused(sandbox.send(" \n "), "text must be non-empty");
        assertRefused(sandbox.send("<b> </b>", "parse_mode", "HTML"), "text must be non-empty");
    }

    @Test
    void anUnknownChatIsRefused() {
        assertRefused(sandbox.raw.call("sendMessage", "chat_id", 5, "text", "x"), "chat not found");
        assertRefused(sandbox.raw.call("sendMessage", "chat_id", "@anna", "text", "x"), "chat not found");
        assertRefused(sandbox.raw.call("sendMessage", "text", "x"), "chat_id is empty");
    }

    @Test
    void aPublicSupergroupIsFoundByItsName() {
        SandboxChat group = sandbox.server.people().supergroup("News", "sanad_news", false, sandbox.anna);

        JsonNode sent = sandbox.raw
                .call("sendMessage", "chat_id", "@Sanad_News", "text", "x")
                .result();

        assertThat(sent.get("chat").get("id").asLong()).isEqualTo(group.id()).isLessThan(-1_000_000_000_000L);
    }

    @Test
    void theLengthIsCountedInUtf16UnitsAfterParsing() {
        assertThat(sandbox.send("<b>" + "😀".repeat(2048) + "</b>", "parse_mode", "HTML")
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.send("😀".repeat(2048) + "x").description()).isEqualTo("Bad Request: message is too long");
    }

    @Test
    void aFaultOfMarkupIsRefused() {
        assertRefused(
                sandbox.send("<b>x", "parse_mode", "HTML"),
                "can't parse entities: Can't find end tag corresponding to start tag \"b\"");
        assertRefused(sandbox.send("x", "parse_mode", "BBCode"), "unsupported parse_mode");
        assertRefused(
                sandbox.send("*x*", "parse_mode", "MarkdownV2"),
                "can't parse entities: the sandbox reads HTML and entities, not MarkdownV2");
    }

    @Test
    void entitiesMayBeGivenByHand() {
        Object bold = Map.of("type", "bold", "offset", 3, "length", 2);

        JsonNode sent = sandbox.send("سند😀", "entities", List.of(bold)).result();

        assertThat(sent.get("entities").toString()).isEqualTo("[{\"offset\":3,\"length\":2,\"type\":\"bold\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"bold\",\"offset\":9,\"length\":1}|entity begins after the end of the text at UTF-16"
                        + " offset 9",
                "{\"type\":\"bold\",\"offset\":0,\"length\":9}|entity beginning at UTF-16 offset 0 ends after the end"
                        + " of the text at UTF-16 offset 5",
                "{\"type\":\"bold\",\"offset\":0,\"length\":4}|entity beginning at UTF-16 offset 0 begins or ends in a"
                        + " middle of a UTF-16 symbol",
                "{\"type\":\"bold\",\"offset\":\"a\",\"length\":4}|can't parse MessageEntity: Field \"offset\" must be"
                        + " of type Number",
                "{\"type\":\"text_link\",\"offset\":0,\"length\":3}|can't parse MessageEntity: Can't find field"
                        + " \"url\"",
            })
    void aWrongEntityIsRefused(String entity, String description) throws Exception {
        assertRefused(sandbox.send("سند😀", "entities", List.of(RawClient.JSON.readTree(entity))), description);
    }

    @Test
    void entitiesObeyTheDocumentedNesting() {
        String html = "<b>a <code>b</code> c</b> <a href=\"https://a.b/\"><code>d</code></a> <b>e<b>f</b></b>";

        JsonNode sent = sandbox.send(html, "parse_mode", "HTML").result();

        assertThat(sent.get("entities").findValuesAsText("type"))
                .as("nothing is bold in code, code wins over a link around it, bold in bold is one")
                .containsExactly("bold", "code", "bold", "code", "bold");
    }

    @Test
    void theServerFindsMentionsCommandsTagsAndAddresses() {
        String text = "@anna /ask@sanad_sandbox_bot #خبر https://example.org/a, me@example.org a/b";

        SandboxMessage sent = sent(sandbox.send(text));

        assertThat(sent.entities())
                .extracting(entity -> entity.type() + " " + entity.in(text))
                .containsExactly(
                        "MENTION @anna",
                        "BOT_COMMAND /ask@sanad_sandbox_bot",
                        "HASHTAG #خبر",
                        "URL https://example.org/a",
                        "EMAIL me@example.org");
    }

    private SandboxMessage sent(RawClient.Answer answer) {
        assertThat(answer.status()).as(answer.description()).isEqualTo(200);
        return sandbox.server.chats().sent().getLast();
    }

    @Test
    void isolatesStayAndEmbeddingControlsGo() {
        assertThat(sent(sandbox.send("\u2068سند\u2069 \u202Ba\u202C\r\n\u2028b"))
                        .text())
                .isEqualTo("\u2068سند\u2069 a\nb");
    }

    @Test
    void aReplyNamesAMessageOfTheChat() {
        SandboxMessage question = sandbox.server.people().write(sandbox.chat, sandbox.anna, "Что нового?");

        JsonNode sent = sandbox.send("Вот что", "reply_parameters", Map.of("message_id", question.id()))
                .result();

        assertThat(sent.get("reply_to_message").get("text").asText()).isEqualTo("Что нового?");
    }

    @Test
    void aReplyToNothingIsRefusedUnlessAllowed() {
        assertRefused(
                sandbox.send("x", "reply_parameters", Map.of("message_id", 77)), "message to be replied not found");
        Object allowed = Map.of("message_id", 77, "allow_sending_without_reply", true);

        assertThat(sandbox.send("x", "reply_parameters", allowed).result().has("reply_to_message"))
                .isFalse();
    }

    @Test
    void parametersOfAWrongTypeAreRefused() {
        assertRefused(
                sandbox.send("x", "disable_notification", "perhaps"),
                "parameter \"disable_notification\" must be of type Boolean");
        assertRefused(
                sandbox.send("x", "message_thread_id", "first"),
                "parameter \"message_thread_id\" must be of type Integer");
        assertRefused(
                sandbox.send("x", "link_preview_options", Map.of("is_disabled", "yes")),
                "can't parse LinkPreviewOptions: Field \"is_disabled\" must be of type Boolean");
        assertRefused(sandbox.send("x", "reply_markup", "{"), "can't parse reply markup JSON object");
    }

    @Test
    void unknownParametersAreIgnored() {
        assertThat(sandbox.send("x", "no_such_parameter", List.of(1)).status()).isEqualTo(200);
    }

    @Test
    void aPersonWhoBlockedTheBotIsOutOfReach() {
        sandbox.server.people().block(sandbox.anna);

        RawClient.Answer refused = sandbox.send("x");
        sandbox.server.people().unblock(sandbox.anna);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.description()).isEqualTo("Forbidden: bot was blocked by the user");
        assertThat(sandbox.send("x").status()).isEqualTo(200);
    }
}
