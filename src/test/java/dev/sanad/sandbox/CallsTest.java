package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {
    private static final String TEXT = "سند 中文 ж & = + 😀";
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void end() {
        sandbox.close();
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(sandbox.server.address().resolve(path)).build();
    }

    private void assertSent(HttpRequest request) {
        RawClient.Answer answer = sandbox.raw.sendNow(request);
        assertThat(answer.status()).as(answer.description()).isEqualTo(200);
        assertThat(answer.result().get("text").asText()).isEqualTo(TEXT);
        assertThat(answer.result().get("entities").get(0).get("type").asText()).isEqualTo("bold");
    }

    private String form() {
        String entities = URLEncoder.encode("[{\"type\":\"bold\",\"offset\":0,\"length\":3}]", StandardCharsets.UTF_8);
        return "chat_id=%d&text=%s&entities=%s"
                .formatted(sandbox.chat.id(), URLEncoder.encode(TEXT, StandardCharsets.UTF_8), entities);
    }

    @Test
    void parametersComeInTheQueryString() {
        assertSent(HttpRequest.newBuilder(URI.create(sandbox.raw.uri("sendMessage") + "?" + form()))
                .build());
    }

    @Test
    void parametersComeInAForm() {
        assertSent(sandbox.raw.post("sendMessage", "application/x-www-form-urlencoded", form()));
    }

    @Test
    void parametersComeInMultipart() {
        String part = "--B\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String body = part.formatted("chat_id", sandbox.chat.id())
                + part.formatted("text", TEXT)
                + part.formatted("entities", "[{\"type\":\"bold\",\"offset\":0,\"length\":3}]")
                + "--B--\r\n";

        assertSent(sandbox.raw.post("sendMessage", "multipart/form-data; boundary=B", body));
    }

    @Test
    void parametersComeInJson() {
        String body =
                "{\"chat_id\":\"%d\",\"text\":\"%s\",\"entities\":[{\"type\":\"bold\",\"offset\":0,\"length\":3}]}"
                        .formatted(sandbox.chat.id(), TEXT);

        assertSent(sandbox.raw.post("sendMessage", "application/json; charset=utf-8", body));
        assertThat(sandbox.raw
                        .sendNow(sandbox.raw.post("sendMessage", "application/json", "{\"text\":"))
                        .description())
                .isEqualTo("Bad Request: can't parse JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=B"})
    void aBrokenMultipartBodyIsRefused(String type) {
        RawClient.Answer answer = sandbox.raw.sendNow(sandbox.raw.post("sendMessage", type, "--B\r\nnonsense"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("ok").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getMe", "getme", "GETME"})
    void methodsAreToldApartWithoutCase(String method) {
        assertThat(sandbox.raw.call(method).result().get("username").asText()).isEqualTo("sanad_sandbox_bot");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/bot42:wrong/getMe|401|Unauthorized",
                "/bot/getMe|404|Not Found",
                "/|404|Not Found",
                "/bot42:AAH-test_secret|404|Not Found",
                "/bot42:AAH-test_secret/sendEverything|404|Not Found: method not found",
            })
    void whatIsNotThereIsToldAsTheRealServerTellsIt(String path, int code, String description) {
        RawClient.Answer answer = sandbox.raw.sendNow(get(path));

        assertThat(answer.status()).isEqualTo(code);
        assertThat(answer.body().toString())
                .isEqualTo("{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
    }

    @Test
    void aTokenOfAnotherFormIsRefusedWithoutTellingIt() {
        assertThatThrownBy(() -> SandboxServer.start("my-secret", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("my-secret");
    }

    @Test
    void commandsAreStoredForEachLanguage() {
        List<Map<String, String>> commands = List.of(Map.of("command", "brief", "description", "сводка"));

        assertThat(sandbox.raw
                        .call("setMyCommands", "commands", commands, "language_code", "ru")
                        .status())
                .isEqualTo(200);

        assertThat(sandbox.raw
                        .call("getMyCommands", "language_code", "ru")
                        .result()
                        .findValuesAsText("description"))
                .containsExactly("сводка");
        assertThat(sandbox.raw.call("getMyCommands").result()).isEmpty();
        assertThat(command("Brief", "x")).isEqualTo("Bad Request: BOT_COMMAND_INVALID");
        assertThat(command("b".repeat(33), "x")).isEqualTo("Bad Request: BOT_COMMAND_INVALID");
        assertThat(command("brief", "")).isEqualTo("Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
    }

    private String command(String name, String description) {
        return sandbox.raw
                .call("setMyCommands", "commands", List.of(Map.of("command", name, "description", description)))
                .description();
    }

    @Test
    void onlyDocumentedChatActionsAreShown() {
        assertThat(sandbox.raw
                        .call("sendChatAction", "chat_id", sandbox.chat.id(), "action", "typing")
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.raw
                        .call("sendChatAction", "chat_id", sandbox.chat.id(), "action", "thinking")
                        .description())
                .isEqualTo("Bad Request: wrong parameter action in request");

        assertThat(sandbox.server.actions().in(sandbox.chat))
                .extracting(ChatActions.Shown::action)
                .containsExactly("typing");
    }

    @Test
    void chatsAndMembersAreTold() {
        SandboxUser omid = sandbox.server.people().person("امید", "", "fa");
        SandboxChat group = sandbox.server.people().group("Группа", sandbox.anna);

        assertThat(sandbox.raw
                        .call("getChat", "chat_id", group.id())
                        .result()
                        .get("title")
                        .asText())
                .isEqualTo("Группа");
        assertThat(status(group, sandbox.anna.id())).isEqualTo("member");
        assertThat(status(group, omid.id())).isEqualTo("left");
        assertThat(sandbox.raw
                        .call("getChatMember", "chat_id", group.id(), "user_id", 5)
                        .description())
                .isEqualTo("Bad Request: user not found");
    }

    private String status(SandboxChat chat, long user) {
        return sandbox.raw
                .call("getChatMember", "chat_id", chat.id(), "user_id", user)
                .result()
                .get("status")
                .asText();
    }
}
