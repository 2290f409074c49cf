package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.sandbox.Entity;
import dev.sanad.sandbox.InlineQueries;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real bot over the sample corpus, through the real Telegram library and our Bot API server: what is typed after its name, and how long an answer takes. */
class InlineModeTest {
    private static final String TOKEN = "4242:a-token-of-the-sandbox";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration WANTED = Duration.ofMillis(300);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void wordsInAllLanguagesFindQuotedPassagesWithinTheTimeOfAKeystroke() throws Exception {
        try (SandboxServer server = SandboxServer.start(TOKEN, 0)) {
            CommandLineRun run = new CommandLineRun(folder, folder)
                    .with("TELEGRAM_BOT_TOKEN", TOKEN)
                    .with("SANAD_TELEGRAM_API_URL", server.address().toString());
            Thread bot = Thread.ofVirtual().start(() -> run.run("bot"));
            SandboxUser reader = server.people().person("Reader", "reader", "en");
            // it indexes the sample corpus first
            SandboxChat chat = server.people().privateChat(reader);
            server.people().write(chat, reader, "/status");
            server.chats().await(message -> message.chat().equals(chat), SOON.multipliedBy(4));
            List<Duration> took = new ArrayList<>();
            for (String question : SampleQuestions.answerable()) {
                // as one types; and what runs for the first time is slow
                typed(server, reader, question.substring(0, question.length() / 2));
            }
            for (String question : SampleQuestions.answerable()) {
                took.add(found(server, reader, question));
            }
            took.sort(null);
            Duration median = took.get(took.size() / 2);
            Duration high = took.get(took.size() * 95 / 100);
            System.out.printf(
                    "%d inline queries over the sample: median %d ms, 95%% within %d ms, all within %d ms%n",
                    took.size(),
                    median.toMillis(),
                    high.toMillis(),
                    took.getLast().toMillis());
            assertThat(median).isLessThan(WANTED);
            bot.interrupt();
            bot.join(SOON);
            assertThat(run.err()).doesNotContain("inline query");
        }
    }

    /** How long it took. */
    private static Duration found(SandboxServer server, SandboxUser reader, String question) {
        long began = System.nanoTime();
        InlineQueries.Answer answer = typed(server, reader, question);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(answer.cards()).as(question).hasSizeBetween(1, 10).allSatisfy(card -> {
            assertThat(card.description()).startsWith("Sanad sample · ");
            assertThat(card.entities())
                    .filteredOn(entity -> entity.type() == Entity.Type.BLOCKQUOTE)
                    .hasSize(1);
        });
        InlineQueries.Card first = answer.cards().getFirst();
        System.out.printf("%s (%d)%n  %s%n  %s%n", question, answer.cards().size(), first.title(), first.text());
        return took;
    }

    private static InlineQueries.Answer typed(SandboxServer server, SandboxUser reader, String words) {
        return server.inlineQueries().await(server.people().inlineQuery(reader, words, ""), SOON);
    }
}
