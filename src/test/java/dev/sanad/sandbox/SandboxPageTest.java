package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the page's server lets in and what it tells; the page itself is tried in a browser. */
class SandboxPageTest {
    private final Sandbox sandbox = new Sandbox();
    private final SandboxUser stranger = sandbox.server.people().person("Чужой", "", "");
    private final SandboxPage page = SandboxPage.start(sandbox.server, 0, List.of(sandbox.anna));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address = page.address();
    private final String own = "http://127.0.0.1:" + address.getPort();

    @AfterEach
    void end() {
        http.shutdownNow();
        page.close();
        sandbox.close();
    }

    /** A request as written, for a client would set the host itself. */
    private String status(String request) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((request + "Connection: close\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine()
                    .substring("HTTP/1.1 ".length(), "HTTP/1.1 403".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/main.js", "/events", "/say"})
    void aNameThatIsNotItsOwnIsRefusedWhateverIsAskedFor(String path) {
        String rebound = "GET %s HTTP/1.1\r\nHost: news.example:%d\r\n".formatted(path, address.getPort());
        String otherPort = "GET %s HTTP/1.1\r\nHost: 127.0.0.1:1\r\n".formatted(path);

        assertThat(status(rebound)).isEqualTo("403");
        assertThat(status(otherPort)).isEqualTo("403");
    }

    @Test
    void bothNamesOfLoopbackAreItsOwn() {
        assertThat(status("GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n".formatted(address.getPort())))
                .isEqualTo("200");
        assertThat(status("GET / HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(address.getPort())))
                .isEqualTo("200");
    }

    @Test
    void anotherPageMayNeitherWriteNorListen() {
        assertThat(post("/say", "http://news.example", said("x")).statusCode()).isEqualTo(403);
        assertThat(post("/say", "null", said("x")).statusCode()).isEqualTo(403);
        assertThat(status("POST /say HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n".formatted(address.getPort())))
                .isEqualTo("403");
        assertThat(status("GET /events HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://news.example\r\n"
                        .formatted(address.getPort())))
                .isEqualTo("403");
        assertThat(sandbox.server.chats().messages(sandbox.chat)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/main.js", "/nothing"})
    void everyReplyCarriesThePolicy(String path) throws Exception {
        HttpResponse<String> reply =
                http.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(reply.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
                        .doesNotContain("unsafe"));
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void whatIsWrittenReachesTheBotAndWhatTheBotSaysReachesThePage() {
        try (Stream<String> lines = events()) {
            Iterator<String> events = lines.iterator();
            assertThat(next(events, "hello").at("/me/first_name").asText()).isEqualTo("Анна");
            assertThat(next(events, "chat").get("id").asLong()).isEqualTo(sandbox.chat.id());

            assertThat(post("/say", own, said("/start سلام")).statusCode()).isEqualTo(200);
            assertThat(next(events, "message").get("text").asText()).isEqualTo("/start سلام");
            assertThat(sandbox.raw
                            .call("getUpdates")
                            .result()
                            .at("/0/message/text")
                            .asText())
                    .isEqualTo("/start سلام");

            sandbox.raw.call("sendChatAction", "chat_id", sandbox.chat.id(), "action", "typing");
            assertThat(next(events, "action").get("action").asText()).isEqualTo("typing");
            sandbox.raw.call("sendMessageDraft", "chat_id", sandbox.chat.id(), "draft_id", 1, "text", "Отв");
            assertThat(next(events, "draft").get("text").asText()).isEqualTo("Отв");
            sandbox.clock.move(Duration.ofMillis(1));
            int id = sandbox.send("<b>Ответ</b>", "parse_mode", "HTML")
                    .result()
                    .get("message_id")
                    .asInt();
            assertThat(next(events, "gone").get("key").asText()).isEqualTo("draft " + sandbox.chat.id());
            assertThat(next(events, "message").at("/entities/0/type").asText()).isEqualTo("bold");

            sandbox.raw.call("editMessageText", "chat_id", sandbox.chat.id(), "message_id", id, "text", "Новый");
            assertThat(next(events, "message").get("text").asText()).isEqualTo("Новый");
            sandbox.raw.call("deleteMessage", "chat_id", sandbox.chat.id(), "message_id", id);
            assertThat(next(events, "gone").get("key").asText())
                    .isEqualTo("message %d %d".formatted(sandbox.chat.id(), id));
        }
    }

    @Test
    void aBrowserThatLeavesIsNoFault() throws IOException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger javalin = (Logger) LoggerFactory.getLogger("io.javalin");
        javalin.addAppender(log);
        try {
            for (int i = 0; i < 20; i++) {
                try (SandboxPage left = SandboxPage.start(sandbox.server, 0, List.of(sandbox.anna))) {
                    lookAt(left.address());
                }
            }
            assertThat(log.list).isEmpty();
        } finally {
            javalin.detachAppender(log);
        }
    }

    /** Like a browser that is closed when the page has begun to show something. */
    private static void lookAt(URI page) throws IOException {
        try (Socket socket = new Socket(page.getHost(), page.getPort())) {
            socket.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: text/event-stream\r\n\r\n"
                            .formatted(page.getPort())
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            while (!lines.readLine().equals("event: hello")) {}
        }
    }

    @Test
    void aPressIsAnsweredWithWhatTheBotAnswers() throws Exception {
        int id = sandbox.send(
                        "x",
                        "reply_markup",
                        RawClient.JSON.readTree("{\"inline_keyboard\":[[{\"text\":\"更多\",\"callback_data\":\"a\"},"
                                + "{\"text\":\"更多\",\"callback_data\":\"b\"}]]}"))
                .result()
                .get("message_id")
                .asInt();
        Thread bot = Thread.ofVirtual().start(() -> {
            JsonNode press =
                    sandbox.raw.call("getUpdates", "timeout", 10).result().at("/0/callback_query");
            sandbox.raw.call(
                    "answerCallbackQuery",
                    "callback_query_id",
                    press.get("id").asText(),
                    "text",
                    "新 " + press.get("data").asText(),
                    "show_alert",
                    true);
        });

        HttpResponse<String> answer = post(
                "/press",
                own,
                "{\"as\":%d,\"chat\":%d,\"message\":%d,\"data\":\"b\"}"
                        .formatted(sandbox.anna.id(), sandbox.chat.id(), id));

        bot.join();
        assertThat(answer.body()).contains("\"answered\":true", "\"text\":\"新 b\"", "\"alert\":true");
    }

    @Test
    void whatCannotBeDoneIsRefusedInALine() {
        SandboxChat other = sandbox.server.people().privateChat(stranger);
        assertThat(post("/say", own, said(" ")).body()).contains("the message is empty");
        assertThat(post("/say", own, said("x".repeat(4097))).body()).contains("longer than 4096");
        assertThat(post("/say", own, "{").body()).contains("no JSON");
        assertThat(post("/say", own, "[]").statusCode()).isEqualTo(400);
        assertThat(post("/say", own, "{\"as\":%d,\"chat\":%d,\"text\":\"x\"}".formatted(sandbox.anna.id(), other.id()))
                        .body())
                .contains("not a member");
        assertThat(post("/say", own, "{\"as\":%d,\"chat\":%d,\"text\":\"x\"}".formatted(stranger.id(), other.id()))
                        .body())
                .contains("nobody sits there");
        assertThat(post(
                                "/press",
                                own,
                                "{\"as\":%d,\"chat\":%d,\"message\":7,\"data\":\"b\"}"
                                        .formatted(sandbox.anna.id(), sandbox.chat.id()))
                        .body())
                .contains("the message is gone");
        assertThat(post("/say", own, said("x".repeat(70_000))).statusCode()).isEqualTo(413);
    }

    @Test
    void theCommandsOfTheNarrowestScopeAndTheOwnLanguageAreOffered() throws Exception {
        sandbox.raw.call("setMyCommands", "commands", List.of(command("ask")));
        sandbox.raw.call("setMyCommands", "commands", List.of(command("brief")), "language_code", "ru");
        sandbox.raw.call(
                "setMyCommands",
                "commands",
                List.of(command("stats")),
                "scope",
                RawClient.JSON.readTree("{\"type\":\"chat\",\"chat_id\":\"%d\"}".formatted(sandbox.chat.id())));
        SandboxChat group = sandbox.server.people().group("Группа", sandbox.anna);

        assertThat(sandbox.server.commands().shown(sandbox.chat, sandbox.anna).toString())
                .contains("stats");
        assertThat(sandbox.server.commands().shown(group, sandbox.anna).toString())
                .contains("brief");
        assertThat(sandbox.server.commands().shown(group, stranger).toString()).contains("ask");
    }

    private static JsonNode command(String name) {
        return BotApiJson.object().put("command", name).put("description", name);
    }

    private String said(String text) {
        return BotApiJson.object()
                .put("as", sandbox.anna.id())
                .put("chat", sandbox.chat.id())
                .put("text", text)
                .toString();
    }

    private HttpResponse<String> post(String path, String origin, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    private Stream<String> events() {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/events"))
                .header("Accept", "text/event-stream")
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .join()
                .body();
    }

    /** The next event must be of this kind; comments and empty lines are passed over. */
    private static JsonNode next(Iterator<String> lines, String kind) {
        String event = nextLine(lines);
        String data = nextLine(lines);
        assertThat(event).isEqualTo("event: " + kind);
        try {
            return RawClient.JSON.readTree(data.substring("data: ".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nextLine(Iterator<String> lines) {
        String line = lines.next();
        while (!line.startsWith("event: ") && !line.startsWith("data: ")) {
            line = lines.next();
        }
        return line;
    }
}
