package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road: settings, sample corpus, index, retrieval, answer, store, the real Telegram library, our Bot API server. */
class BotCommandTest {
    private static final String TOKEN = "4242:a-token-of-the-sandbox";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void theBotAnswersFromTheSampleCorpusAndShowsThePassageBehindACitation() throws Exception {
        try (SandboxServer server = SandboxServer.start(TOKEN, 0)) {
            CommandLineRun run = new CommandLineRun(folder, folder)
                    .with("TELEGRAM_BOT_TOKEN", TOKEN)
                    .with("SANAD_TELEGRAM_API_URL", server.address().toString());
            Thread bot = Thread.ofVirtual().start(() -> run.run("bot"));
            SandboxUser reader = server.people().person("Reader", "reader", "en");
            SandboxChat chat = server.people().privateChat(reader);

            server.people().write(chat, reader, "Which bases does Russia want to keep in Syria?");
            SandboxMessage answer = said(server, "the Hmeimim air base and the Tartus naval base");
            assertThat(answer.text()).contains("[1]", "Sanad sample", "1 source: en 1, Jan 28, 2026; index as of");

            server.people().press(answer, reader, answer.buttons().getFirst().text());
            SandboxMessage card = offered(server, answer, "Copy citation");
            assertThat(card.text()).contains("They are the only military sites");
            assertThat(card.entities())
                    .anySatisfy(entity -> assertThat(entity.type().name()).isEqualTo("BOLD"));
            server.people().press(card, reader, "Next passage");
            SandboxMessage next = offered(server, answer, "Previous passage");
            assertThat(next.text()).contains("Peskov declined to comment").isNotEqualTo(card.text());
            server.people().press(next, reader, "Previous passage");
            assertThat(offered(server, answer, "Next passage").text()).isEqualTo(card.text());

            server.people().write(chat, reader, "/brief Russian bases in Syria");
            said(server, "Kirill Semenov");

            server.people().write(chat, reader, "قیمت نفت برنت در بازار آسیا چند است؟");
            said(server, "مقاله‌ها");

            bot.interrupt();
            bot.join(SOON);
            assertThat(run.err()).contains("answers; stop it with Ctrl-C").doesNotContain(TOKEN);
        }
    }

    @Test
    void theSandboxNeedsNoTokenAndKeepsNothing() throws Exception {
        CommandLineRun run = new CommandLineRun(folder, folder);
        Thread bot = Thread.ofVirtual().start(() -> run.run("bot", "--sandbox"));
        // it indexes the sample corpus first
        long end = System.nanoTime() + SOON.multipliedBy(4).toNanos();
        while (!run.err().contains("in a browser") && System.nanoTime() < end) {
            Thread.sleep(50);
        }

        assertThat(run.err())
                .containsPattern("a sandbox, not Telegram: open http://127\\.0\\.0\\.1:[0-9]+/ in a browser");
        bot.interrupt();
        bot.join(SOON);
        assertThat(folder.resolve("index/lucene")).exists();
        assertThat(folder.resolve("index/store")).doesNotExist();
    }

    @Test
    void aPortThatIsTakenOrHasNoSandboxIsRefusedInALine() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            CommandLineRun taken = new CommandLineRun(folder, folder);
            assertThat(taken.run("bot", "--sandbox", "--port", port)).isEqualTo(1);
            assertThat(taken.err().strip())
                    .isEqualTo("sanad: --port: %s is taken; name another one, or none".formatted(port));
        }
        CommandLineRun alone = new CommandLineRun(folder, folder);
        assertThat(alone.run("bot", "--port", "1")).isEqualTo(2);
        assertThat(alone.err()).contains("--port belongs to --sandbox");
        CommandLineRun wrong = new CommandLineRun(folder, folder);
        assertThat(wrong.run("bot", "--sandbox", "--port", "70000")).isEqualTo(2);
        assertThat(wrong.err()).contains("--port: 70000 is no port");
    }

    /** {@code message}, once a button with these words stands under it. */
    private static SandboxMessage offered(SandboxServer server, SandboxMessage message, String label) {
        return server.chats()
                .await(
                        now -> now.id() == message.id()
                                && now.buttons().stream()
                                        .anyMatch(button -> button.text().equals(label)),
                        SOON);
    }

    private static SandboxMessage said(SandboxServer server, String words) {
        return server.chats().await(message -> message.text().contains(words), SOON);
    }
}
