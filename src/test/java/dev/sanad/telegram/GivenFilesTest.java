package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.conversation.Access;
import dev.sanad.conversation.MadeUp;
import dev.sanad.conversation.Roster;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.ReceivedFolder;
import dev.sanad.language.Language;
import dev.sanad.sandbox.Fault;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Files that are given while Telegram, the index or the bot itself fails. */
@Timeout(90)
class GivenFilesTest {
    private final Texts texts = new Texts();

    @TempDir
    Path folder;

    private final AtomicReference<CompletableFuture<Void>> indexing =
            new AtomicReference<>(CompletableFuture.completedFuture(null));

    private Stage stage(Optional<Desk> desk) {
        Newsroom newsroom = Stage.newsroom((room, asker, question, released) -> MadeUp.answer(question), desk);
        return new Stage(folder, server -> new Access.Open(), newsroom);
    }

    private Desk desk() {
        return new Desk(
                new ReceivedFolder(folder.resolve("received"), new ArticleReader(1_000_000)),
                indexing::get,
                indexing::get,
                Set.of());
    }

    private static SandboxMessage send(Stage stage, SandboxChat chat, SandboxUser from, String name) {
        return stage.server
                .people()
                .document(chat, from, name, "", "The bus of Osk is number 902.".getBytes(StandardCharsets.UTF_8), "");
    }

    private String text(String key, String name) {
        return texts.text(Language.ENGLISH, key, Map.of("name", name));
    }

    private static SandboxMessage after(Stage stage, SandboxMessage message) {
        return stage.server
                .chats()
                .await(said -> said.chat().equals(message.chat()) && said.id() > message.id(), Stage.SOON);
    }

    @Test
    void aFileThatTelegramDoesNotGiveOutCanBePressedForAgainAndOneThatIsNotIndexedIsKept() {
        try (Stage stage = stage(Optional.of(desk()))) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.restartFor(anna);
            SandboxMessage file = send(stage, chat, anna, "bus.md");
            SandboxMessage offer = after(stage, file);
            stage.server.faults().next("file", 4, new Fault.ServerError());
            stage.server.people().press(offer, anna, texts.text(Language.ENGLISH, "button.receive.all"));
            stage.becomes(offer, text("receive.failed", "bus.md")::equals);
            assertThat(folder.resolve("received")).doesNotExist();

            // one failure less passes unseen
            stage.server.faults().next("file", 3, new Fault.BadGateway());
            indexing.set(CompletableFuture.failedFuture(new IllegalStateException("the disk is full")));
            stage.server
                    .people()
                    .press(stage.server.chats().now(offer), anna, texts.text(Language.ENGLISH, "button.receive.all"));
            stage.becomes(offer, words -> words.startsWith(text("receive.later", "bus.md")));
            assertThat(folder.resolve("received/%d/%d.md".formatted(chat.id(), file.id())))
                    .exists();

            stage.server.people().reply(file, anna, "/remove");
            stage.said(chat, texts.text(Language.ENGLISH, "removed.later")::equals);
            assertThat(folder.resolve("received/%d/%d.md".formatted(chat.id(), file.id())))
                    .doesNotExist();
        }
    }

    @Test
    void aPressThatTheBotsEndInterruptsIsTakenUpByTheNextStart() {
        indexing.set(new CompletableFuture<>());
        try (Stage stage = stage(Optional.of(desk()))) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.restartFor(anna);
            SandboxMessage offer = after(stage, send(stage, chat, anna, "bus.md"));
            stage.server.people().press(offer, anna, texts.text(Language.ENGLISH, "button.receive.chat"));
            stage.becomes(offer, text("receive.begun", "bus.md")::equals);

            stage.stop();
            indexing.set(CompletableFuture.completedFuture(null));
            stage.startAgain();
            stage.becomes(offer, words -> words.startsWith(text("receive.chat", "bus.md")));
        }
    }

    @Test
    void whereNothingIsTakenInAFileIsWhatItWas() {
        try (Stage stage = stage(Optional.empty())) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.restartFor(anna);
            send(stage, chat, anna, "bus.md");
            stage.said(chat, texts.text(Language.ENGLISH, "text_only")::equals);
            stage.write(chat, anna, "/remove 1 2");
            stage.said(chat, texts.text(Language.ENGLISH, "command.unknown")::equals);
            stage.write(chat, anna, "/privacy");
            assertThat(stage.said(chat, words -> words.startsWith("What is stored"))
                            .text())
                    .doesNotContain(texts.text(Language.ENGLISH, "privacy.received"));
        }
    }

    @Test
    void aDownloadIsBoundedAndItsFaultsNameNoAddress() throws TelegramApiException {
        try (SandboxServer server = SandboxServer.start(Stage.TOKEN, 0)) {
            SandboxUser anna = server.people().person("Anna", "anna", "en");
            BotSettings settings = BotSettings.of(
                    new Token(Stage.TOKEN), Optional.of(server.address()), Optional.empty(), Roster.anybody());
            OkHttpClient http = new OkHttpClient();
            OkHttpTelegramClient client = new OkHttpTelegramClient(http, Stage.TOKEN, settings.server());
            Downloads downloads =
                    new Downloads(client, http, settings.server(), settings.token(), new FaultLog(settings.token()));
            server.people().document(server.people().privateChat(anna), anna, "a.md", "", new byte[1_000], "");
            Attachment file = Attachment.of(client.execute(GetUpdates.builder().build())
                            .getFirst()
                            .getMessage())
                    .orElseThrow();

            assertThat(downloads.fetch(file, 1_000).orElseThrow()).hasSize(1_000);
            assertThat(downloads.fetch(file, 999)).isEmpty();
            Attachment gone = new Attachment(1, "no such file", "a.md", 1, Optional.empty());
            assertThatThrownBy(() -> downloads.fetch(gone, 1_000))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("invalid file_id");
            server.faults().next("file", 4, new Fault.ServerError());
            assertThatThrownBy(() -> downloads.fetch(file, 1_000))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageStartingWith("a file could not be fetched: IOException")
                    .hasMessageNotContaining(Stage.TOKEN)
                    .hasMessageNotContaining("http");
        }
    }
}
