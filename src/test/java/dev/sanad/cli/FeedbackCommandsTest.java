package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the keys under the real bot's answers over the sample corpus to an evaluation of what was judged. */
class FeedbackCommandsTest {
    private static final String TOKEN = "4242:a-token-of-the-sandbox";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> IDS =
            IntStream.rangeClosed(1, 6).mapToObj("feedback-%d"::formatted).toList();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasJudgedGoodIsExportedAndEvaluated() throws Exception {
        try (SandboxServer server = SandboxServer.start(TOKEN, 0)) {
            CommandLineRun run = new CommandLineRun(folder, folder)
                    .with("TELEGRAM_BOT_TOKEN", TOKEN)
                    .with("SANAD_TELEGRAM_API_URL", server.address().toString());
            Thread bot = Thread.ofVirtual().start(() -> run.run("bot"));
            judged(server, "Which bases does Russia want to keep in Syria?", "👍");
            judged(server, "На сколько дней продлили перемирие между Дамаском и курдами?", "👍");
            judged(server, "بماذا رد بيسكوف حين سئل عن إمكان تسليم الأسد؟", "👍");
            judged(server, "روس‌ها از کی در فرودگاه قامشلی بودند؟", "👍");
            judged(server, "蒙塔泽里怎么形容伊拉克对伊朗的意义？", "👍");
            judged(server, "南北運輸走廊會經過哪些國家和水域？", "👍");
            judged(server, "What does a litre of milk cost in Wellington?", "👍");
            judged(server, "Did the Kremlin say whether it would hand Assad over to Damascus?", "👎");
            judged(server, "/brief Russian bases in Syria", "👍");
            bot.interrupt();
            bot.join(SOON);
        }

        CommandLineRun export = run(0, "feedback", "export", "--out", "set.jsonl");
        System.out.println(export.out() + Files.readString(folder.resolve("set.jsonl")));
        assertThat(export.out().lines())
                .containsExactly(
                        "6 questions; 3 opinions left out",
                        "  1 judged bad: what would be right is not known",
                        "  1 judged good: a brief answers no question",
                        "  1 judged good: a refusal has no evidence, and its asker cannot know what the articles hold");
        assertThat(export.err()).isEmpty();
        CommandLineRun report = run(0, "feedback", "export", "--json");
        assertThat(report.out()).isEqualTo(Files.readString(folder.resolve("set.jsonl")));
        JsonNode leftOut = JSON.readTree(report.err()).path("leftOut");
        assertThat(leftOut.findValuesAsText("opinion")).containsExactly("good", "bad", "good");
        assertThat(leftOut.findValuesAsText("question"))
                .containsExactly(
                        "What does a litre of milk cost in Wellington?",
                        "Did the Kremlin say whether it would hand Assad over to Damascus?",
                        "/brief Russian bases in Syria");

        JsonNode card = JSON.readTree(run(0, "evaluate", "answers", "--questions", "set.jsonl", "--json")
                .out());
        JsonNode first = card.findValue("firstSentenceRight");
        assertThat(first.path("count").asInt()).isEqualTo(6);
        assertThat(first.path("of").asInt()).isEqualTo(6);
        assertThat(card.findValuesAsText("id")).containsExactlyElementsOf(IDS);

        assertThat(run(1, "feedback", "export", "--out", "none/set.jsonl").err())
                .startsWith("sanad: none/set.jsonl: ")
                .hasLineCount(1);
        assertThat(run(2, "feedback").err()).contains("say what to do: export");
    }

    /** Each by a person of their own, so that no question follows another. */
    private static void judged(SandboxServer server, String question, String opinion) {
        SandboxUser user = server.people().person("Reader", "", "en");
        SandboxChat chat = server.people().privateChat(user);
        server.people().write(chat, user, question);
        SandboxMessage answer = server.chats()
                .await(
                        message -> message.chat().equals(chat)
                                && !message.buttons().isEmpty(),
                        SOON.multipliedBy(4));
        String press = server.people().press(answer, user, opinion);
        server.callbacks().await(press, SOON);
    }

    private CommandLineRun run(int code, String... args) {
        CommandLineRun run = new CommandLineRun(folder, folder);
        assertThat(run.run(args)).as(run.out() + run.err()).isEqualTo(code);
        return run;
    }
}
