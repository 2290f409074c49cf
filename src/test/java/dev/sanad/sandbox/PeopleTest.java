package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
    private final Sandbox sandbox = new Sandbox();
    private final People people = sandbox.server.people();
    private final SandboxChat group = people.group("Группа", sandbox.anna);

    @AfterEach
    void end() {
        sandbox.close();
    }

    private JsonNode updates() {
        return sandbox.raw.call("getUpdates").result();
    }

    @Test
    void aMessageArrivesAsTheDocumentedUpdate() {
        people.write(sandbox.chat, sandbox.anna, "😀 /ask@sanad_sandbox_bot что?");

        JsonNode message = updates().get(0).get("message");

        assertThat(message.get("from").toString())
                .isEqualTo(
                        "{\"id\":%d,\"is_bot\":false,\"first_name\":\"Анна\",\"username\":\"anna\",\"language_code\":\"ru\"}"
                                .formatted(sandbox.anna.id()));
        assertThat(message.get("chat").get("type").asText()).isEqualTo("private");
        assertThat(message.get("entities").toString())
                .isEqualTo("[{\"offset\":3,\"length\":22,\"type\":\"bot_command\"}]");
        assertThat(message.get("date").asLong())
                .isEqualTo(sandbox.clock.instant().getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ما الجديد؟", "چه خبر؟ نیم\u200Cفاصله", "有什麼新聞？", "有什么新闻？", "Что нового?", "What is new? 😀"})
    void everyLanguageArrivesAsItWasWritten(String text) {
        people.write(sandbox.chat, sandbox.anna, text);

        assertThat(updates().get(0).get("message").get("text").asText()).isEqualTo(text);
    }

    @Test
    void anEditArrivesAsAnEditedMessage() {
        SandboxMessage message = people.write(sandbox.chat, sandbox.anna, "one");

        people.edit(message, "two");

        JsonNode edited = updates().get(1).get("edited_message");
        assertThat(edited.get("message_id").asInt()).isEqualTo(message.id());
        assertThat(edited.get("text").asText()).isEqualTo("two");
        assertThat(edited.has("edit_date")).isTrue();
    }

    @Test
    void aTopicIsTheThreadOfItsMessages() {
        SandboxChat forum = people.supergroup("Forum", "", true, sandbox.anna);
        int topic = people.topic(forum, sandbox.anna, "Сирия");
        people.writeInTopic(forum, topic, sandbox.anna, "/ask что?");

        JsonNode message = updates().get(1).get("message");
        JsonNode answer = sandbox.raw
                .call("sendMessage", "chat_id", forum.id(), "message_thread_id", topic, "text", "x")
                .result();

        assertThat(message.get("message_thread_id").asInt()).isEqualTo(topic);
        assertThat(message.get("is_topic_message").asBoolean()).isTrue();
        assertThat(message.get("chat").get("is_forum").asBoolean()).isTrue();
        assertThat(message.get("reply_to_message").has("forum_topic_created")).isTrue();
        assertThat(answer.get("message_thread_id").asInt()).isEqualTo(topic);
        assertThat(sandbox.raw
                        .call("sendMessage", "chat_id", forum.id(), "message_thread_id", 99, "text", "x")
                        .description())
                .isEqualTo("Bad Request: message thread not found");
    }

    @ParameterizedTest
    @CsvSource({
        "что нового?, false",
        "/ask что нового?, true",
        "/ask@Sanad_Sandbox_Bot что?, true",
        "/ask@other_bot что?, false",
        "@sanad_sandbox_bot что нового?, true",
        "@sanad_sandbox_bots что нового?, false",
        "me@sanad_sandbox_bot.org что?, false",
    })
    void inAGroupTheBotSeesWhatIsMeantForIt(String text, boolean seen) {
        people.write(group, sandbox.anna, text);

        assertThat(updates().findValuesAsText("text")).isEqualTo(seen ? List.of(text) : List.of());
    }

    @Test
    void inAGroupTheBotSeesRepliesToItAndServiceMessages() {
        sandbox.raw.call("sendMessage", "chat_id", group.id(), "text", "ответ");
        SandboxMessage answer = sandbox.server.chats().sent().getLast();
        SandboxUser omid = people.person("امید", "", "fa");

        people.reply(answer, sandbox.anna, "а почему?");
        people.reply(people.join(group, omid), sandbox.anna, "привет");

        JsonNode updates = updates();
        assertThat(updates).hasSize(2);
        assertThat(updates.get(0)
                        .get("message")
                        .get("reply_to_message")
                        .get("text")
                        .asText())
                .isEqualTo("ответ");
        assertThat(updates.get(1)
                        .get("message")
                        .get("new_chat_members")
                        .get(0)
                        .get("first_name")
                        .asText())
                .isEqualTo("امید");
    }

    @Test
    void withoutPrivacyModeTheBotSeesAll() {
        sandbox.server.privacyMode(false);

        people.write(group, sandbox.anna, "просто так");

        assertThat(updates().findValuesAsText("text")).containsExactly("просто так");
        assertThat(sandbox.raw
                        .call("getMe")
                        .result()
                        .get("can_read_all_group_messages")
                        .asBoolean())
                .isTrue();
    }

    private SandboxMessage withButton() {
        Object keyboard = Map.of("inline_keyboard", List.of(List.of(Map.of("text", "More", "callback_data", "m:1"))));
        sandbox.send("text", "reply_markup", keyboard);
        return sandbox.server.chats().sent().getLast();
    }

    private RawClient.Answer answer(String query, String text) {
        return sandbox.raw.call("answerCallbackQuery", "callback_query_id", query, "text", text, "show_alert", true);
    }

    @Test
    void aPressArrivesWithItsMessageAndIsAnsweredOnce() {
        String query = people.press(withButton(), sandbox.anna, "More");

        JsonNode update = updates().get(0).get("callback_query");
        assertThat(update.get("id").asText()).isEqualTo(query);
        assertThat(update.get("data").asText()).isEqualTo("m:1");
        assertThat(update.get("message").get("text").asText()).isEqualTo("text");
        assertThat(update.get("chat_instance").asText()).isNotEmpty();
        assertThat(answer(query, "x".repeat(201)).status()).isEqualTo(400);
        assertThat(answer(query, "готово").status()).isEqualTo(200);
        assertThat(sandbox.server.callbacks().await(query, Sandbox.SOON).text()).isEqualTo("готово");
        assertThat(answer(query, "").description())
                .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    @Test
    void aPressIsNotAnsweredLate() {
        String query = people.press(withButton(), sandbox.anna, "More");
        sandbox.clock.move(Duration.ofSeconds(16));

        assertThat(answer(query, "").description()).startsWith("Bad Request: query is too old");
        assertThat(sandbox.server.callbacks().answer(query)).isEmpty();
    }

    @Test
    void aButtonThatIsNotThereCannotBePressed() {
        SandboxMessage message = withButton();
        sandbox.raw.call("editMessageReplyMarkup", "chat_id", sandbox.chat.id(), "message_id", message.id());

        assertThatThrownBy(() -> people.press(message, sandbox.anna, "More"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTestWaitsForWhatTheBotSays() {
        Thread.ofVirtual().start(() -> sandbox.send("سند"));

        assertThat(sandbox.server
                        .chats()
                        .await(message -> message.text().equals("سند"), Sandbox.SOON)
                        .chat())
                .isEqualTo(sandbox.chat);
        assertThatThrownBy(() ->
                        sandbox.server.chats().await(message -> message.text().equals("x"), Duration.ofMillis(50)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("سند");
    }
}
