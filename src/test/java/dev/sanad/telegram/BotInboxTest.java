package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.Answer;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.Inbox;
import dev.sanad.conversation.MadeUp;
import dev.sanad.conversation.Received;
import dev.sanad.conversation.Store;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That what Telegram delivered is answered once: the real library, the sandbox server, a store on disk. */
@Timeout(90)
class BotInboxTest {
    private static final long BOT = 4242;

    private final Texts texts = new Texts();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void anUpdateThatComesAgainIsAnsweredOnceUnderItsNumberAndUnderAnother(Language language) {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, MadeUp.story(language).question());
            SandboxMessage answer = stage.said(chat, words -> words.contains("[1]"));
            int update = stage.server.updates().numbers().getFirst();
            stage.server.updates().again(update);
            stage.server.updates().replayed(update);
            stage.restart();
            stage.server.updates().again(update);
            stage.server.updates().replayed(update);
            assertThat(stage.server.updates().awaitConfirmed(Stage.SOON)).isTrue();
            stage.write(chat, anna, "/new");
            stage.server.chats().await(message -> stage.allSaid(chat).size() > 1, Stage.SOON);
            assertThat(stage.allSaid(chat)).hasSize(2).startsWith(answer.text());
        }
    }

    @Test
    void unknownAndBrokenUpdatesHoldUpNothing() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            ObjectNode unknown = JsonNodeFactory.instance.objectNode().put("what", "nobody knows yet");
            ObjectNode broken = JsonNodeFactory.instance.objectNode();
            broken.putObject("chat").put("id", "not a number");
            stage.stop();
            stage.server.updates().addAnyhow("news_of_next_year", unknown);
            stage.server.updates().addAnyhow("message", IntNode.valueOf(7));
            int bad = stage.server.updates().addAnyhow("message", broken);
            stage.server.updates().addAnyhow("message", JsonNodeFactory.instance.objectNode());
            stage.server.updates().addAnyhow("callback_query", unknown);
            stage.write(chat, anna, "q");
            stage.startAgain();
            stage.said(chat, words -> words.contains("[1]"));
            assertThat(stage.logged())
                    .contains("update %d cannot be read: it is kept as it is and skipped".formatted(bad));
            assertThat(stage.server.updates().awaitConfirmed(Stage.SOON)).isTrue();
            assertThat(stage.allSaid(chat)).hasSize(1);
        }
    }

    @Test
    void fieldsAndValuesThatTelegramAddsArePassedOver() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "one");
            stage.said(chat, words -> words.contains("[1]"));
            ObjectNode message = JsonNodeFactory.instance.objectNode();
            message.put("message_id", 77)
                    .put("date", 1_790_000_000)
                    .put("text", "two")
                    .put("mood", "curious");
            message.putObject("from")
                    .put("id", anna.id())
                    .put("is_bot", false)
                    .put("first_name", "Anna")
                    .putObject("badge")
                    .put("colour", 1);
            message.putObject("chat")
                    .put("id", chat.id())
                    .put("type", "private")
                    .put("layout", "round");
            message.putArray("entities")
                    .addObject()
                    .put("type", "hologram")
                    .put("offset", 0)
                    .put("length", 3);
            stage.server.updates().addAnyhow("message", message);
            stage.server.chats().await(answer -> stage.allSaid(chat).size() == 2, Stage.SOON);
            assertThat(stage.logged()).doesNotContain("cannot be read");
        }
    }

    @Test
    void whatTheEndOfTheBotInterruptedIsAnsweredAfterItsNextStartInOrder() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        List<String> asked = new ArrayList<>();
        Function<Question, Answer> answering = question -> {
            asked.add(question.text());
            if (asked.size() == 1) {
                begun.countDown();
                Waiting.await(never);
            }
            return MadeUp.answer(question);
        };
        try (Stage stage = new Stage(folder, server -> new Access.Open(), answering)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "one");
            stage.write(chat, anna, "two");
            begun.await();
            // Telegram forgets them
            assertThat(stage.server.updates().awaitConfirmed(Stage.SOON)).isTrue();
            stage.restart();
            stage.server.chats().await(message -> stage.allSaid(chat).size() == 2, Stage.SOON);
            assertThat(asked).containsExactly("one", "one", "two");
            assertThat(stage.allSaid(chat)).allMatch(words -> words.contains("[1]"));
            assertThat(stage.logged())
                    .contains("2 messages were not answered before the bot closed")
                    .contains("2 messages were not finished when the bot last ended")
                    .contains("answers to 0 of them were being sent");
        }
    }

    @Test
    void aMessageThatWasBegunTooOftenIsGivenUpAndTheUserTold() {
        Function<SandboxServer, Access> before = server -> {
            SandboxUser anna = server.people().person("Anna", "anna", "ru");
            SandboxChat chat = server.people().privateChat(anna);
            try (Store store = Store.open(Store.h2(folder), Clock.systemUTC())) {
                Inbox inbox = new Inbox(store, BOT);
                for (int message = 1; message <= 2; message++) {
                    Inbox.Entry entry = inbox.keep(List.of(
                                    new Received(message, chat.id(), Optional.of(message), json(anna, message))))
                            .getFirst()
                            .orElseThrow();
                    for (int i = 0; i < (message == 1 ? Inbox.MOST_TRIES : Inbox.MOST_TRIES - 1); i++) {
                        inbox.begun(entry);
                    }
                }
            }
            return new Access.Open();
        };
        try (Stage stage = new Stage(folder, before, MadeUp::answer)) {
            SandboxMessage second =
                    stage.server.chats().await(message -> message.text().contains("[1]"), Stage.SOON);
            assertThat(stage.allSaid(second.chat()))
                    .containsExactly(texts.text(Language.RUSSIAN, "error"), second.text());
            assertThat(stage.logged()).contains("message 1 was begun 6 times and never finished: it is given up");
            stage.restart();
            assertThat(stage.allSaid(second.chat())).hasSize(2);
        }
    }

    @Test
    void byAWebhookTheBotAnswersAsByPollingAndTheTwoTakeTurns() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        WebhookSettings webhook =
                WebhookSettings.of(URI.create("http://127.0.0.1:%d/bot".formatted(port)), "127.0.0.1", port);
        try (Stage stage = new Stage(folder, server -> new Access.Open(), MadeUp::answer, Optional.of(webhook))) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "q");
            SandboxMessage answer = stage.said(chat, words -> words.contains("[1]"));
            stage.server.people().press(answer, anna, "[1]");
            stage.becomes(
                    answer,
                    words -> words.contains(MadeUp.story(Language.ENGLISH).before()));
            stage.restart();
            stage.write(chat, anna, "q");
            stage.server.chats().await(message -> stage.allSaid(chat).size() == 2, Stage.SOON);
            assertThat(stage.server.calls().of("getUpdates")).isEmpty();
        }
    }

    private static String json(SandboxUser from, int message) {
        return """
            {"update_id":%1$d,"message":{"message_id":%1$d,"date":1790000000,"text":"q",
            "from":{"id":%2$d,"is_bot":false,"first_name":"Anna","language_code":"ru"},
            "chat":{"id":%2$d,"type":"private"}}}\
            """.formatted(message, from.id());
    }
}
