package dev.sanad.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sanad.answer.LlmSettings;
import dev.sanad.answer.ModelServer;
import dev.sanad.index.Indexed;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations in the terminal and with the bot, and the judge, from settings to what is shown. */
class ConversationCommandsTest {
    private static final String LEFT = "The ferry Orla left the harbour of Velmora on 3 March 2026.";
    private static final String COST = "The ferry Orla cost the town of Velmora 40 million crowns.";
    private static final Messages ANSWER = new Messages("answer");

    @TempDir
    Path folder;

    private final ModelServer model = new ModelServer();
    private final ModelServer judge = new ModelServer();

    @AfterEach
    void stop() {
        model.close();
        judge.close();
    }

    private CommandLineRun overTheSample() {
        return new CommandLineRun(folder, folder);
    }

    private CommandLineRun overTheFerry() {
        Indexed.article(folder.resolve("news"), "a.md", "en", "A", LEFT + " " + COST);
        return new CommandLineRun(folder, folder)
                .with("SANAD_CORPUS_PATHS", folder.resolve("news").toString())
                .with("SANAD_ANSWER_MIN_CONFIDENCE", "0")
                .with("SANAD_LLM_PROVIDER", "openai")
                .with(
                        "SANAD_LLM_BASE_URL",
                        model.url(LlmSettings.Provider.OPENAI).toString())
                .with("SANAD_LLM_MODEL", "one");
    }

    @ParameterizedTest
    @CsvSource({
        "en, From which airport is Russia moving its forces out?, Why?, Why? From airport is Russia moving its forces"
                + " out?",
        "ru, В каком аэропорту приземлился самолёт аш-Шараа?, А когда?, А когда? В аэропорту приземлился самолёт"
                + " аш-Шараа?",
        "ar, متى أنشئت قاعدة طرطوس البحرية؟, وماذا عن حميميم؟, متى أنشئت قاعدة طرطوس البحرية؟ حميميم",
        "fa, آتش‌بس دولت سوریه و نیروهای کرد چند روز تمدید شد؟, و کی؟, و کی؟ آتش‌بس دولت سوریه و نیروهای کرد روز تمدید"
                + " شد؟",
        "zh-Hans, 俄罗斯想在叙利亚保住哪些基地？, 那伊朗呢？, 俄罗斯想在叙利亚保住哪些基地？ 伊朗",
        "zh-Hant, 阿薩德和妻子逃往哪裡？, 什麼時候？, 什麼時候？ 阿薩德和妻子逃往 ？"
    })
    void aShortQuestionGoesOnFromTheOneBeforeUntilThatIsForgotten(
            String tag, String question, String followUp, String searched) {
        Language language = Language.ofTag(tag).orElseThrow();
        CommandLineRun chat = overTheSample().typing(question, followUp, "/new", followUp);
        assertThat(chat.run("chat")).as(chat.err()).isZero();
        String understood = "(" + ANSWER.text(language, "resolved");
        String[] answers = chat.out().split(ANSWER.text(language, "forgotten"), -1);
        assertThat(answers).hasSize(2);
        assertThat(answers[0]).containsOnlyOnce(understood).contains(understood + " " + searched + ")");
        assertThat(answers[1]).doesNotContain(understood);
    }

    @Test
    void withoutAHistoryEveryQuestionStandsByItself() {
        CommandLineRun chat = overTheSample()
                .with("SANAD_CONVERSATION_HISTORY_TOKENS", "0")
                .typing("From which airport is Russia moving its forces out?", "Why?");
        assertThat(chat.run("chat")).as(chat.err()).isZero();
        assertThat(chat.out()).doesNotContain("Understood as");
    }

    @Test
    void theModelCompletesTheQuestionAndItsTokensAreTold() {
        model.repliesInTurn(
                ModelServer.stream(LlmSettings.Provider.OPENAI, LEFT + " [1]"),
                ModelServer.stream(LlmSettings.Provider.OPENAI, "How much did the ferry Orla cost?"),
                ModelServer.stream(LlmSettings.Provider.OPENAI, COST + " [1]"));
        CommandLineRun chat = overTheFerry().typing("When did the ferry Orla leave Velmora?", "And how much was it?");
        assertThat(chat.run("chat", "--verbose")).as(chat.err()).isZero();
        assertThat(chat.out()).contains("(Understood as: How much did the ferry Orla cost?)", COST);
        assertThat(chat.out().split("120 tokens read", -1)).hasSize(4);
    }

    @Test
    void whereTheModelIsAwayWordsAreCarriedAndANoteSaysSo() {
        model.repliesInTurn(
                ModelServer.stream(LlmSettings.Provider.OPENAI, LEFT + " [1]"),
                aResponse().withStatus(401),
                ModelServer.stream(LlmSettings.Provider.OPENAI, COST + " [1]"));
        CommandLineRun chat = overTheFerry().typing("When did the ferry Orla leave Velmora?", "And how much was it?");
        assertThat(chat.run("chat")).as(chat.err()).isZero();
        assertThat(chat.out())
                .contains("(Understood as: And how much was it? did the ferry Orla leave Velmora?)")
                .contains(ANSWER.text(Language.ENGLISH, "note.condense_unavailable"));
    }

    @Test
    void theJudgeOfTheSettingsRemovesWhatItDoubts() throws IOException {
        model.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, LEFT + " [1]\n" + COST + " [1]"));
        judge.replies(ModelServer.stream(LlmSettings.Provider.ANTHROPIC, "{\"doubtful\": [2]}"));
        CommandLineRun ask = judged();
        assertThat(ask.run("ask", "--json", "When did the ferry Orla leave Velmora?"))
                .as(ask.err())
                .isZero();
        JsonNode json = new JsonMapper().readTree(ask.out());
        assertThat(json.path("removed").asInt()).isEqualTo(1);
        assertThat(json.path("sentences")).hasSize(1);
        assertThat(json.path("resolved").isNull()).isTrue();
        assertThat(json.path("usage").findValuesAsText("name")).containsExactly("default", "second");

        CommandLineRun doctor = judged();
        doctor.run("doctor");
        assertThat(doctor.out()).contains("ok     model second judges what the others write");
    }

    private CommandLineRun judged() throws IOException {
        Files.writeString(folder.resolve("sanad.yaml"), """
            answer:
              judge: second
            llm:
              models:
                second:
                  provider: anthropic
                  base-url: %s
                  model: two
                  api-key: sk-of-the-settings-0123456789
            """.formatted(judge.url(LlmSettings.Provider.ANTHROPIC)));
        return overTheFerry();
    }

    @Test
    void aJudgeThatTheSettingsDoNotHaveAndABoundThatCannotBeAreFaultsOfALineEach() {
        CommandLineRun run =
                overTheFerry().with("SANAD_ANSWER_JUDGE", "third").with("SANAD_CONVERSATION_HISTORY_TOKENS", "-1");
        assertThat(run.run("ask", "x")).isEqualTo(1);
        assertThat(run.err())
                .contains("answer.judge: third is no model under llm.models; there are: default")
                .contains("SANAD_CONVERSATION_HISTORY_TOKENS")
                .hasLineCount(2);
    }

    @Test
    void theBotRemembersARoomAcrossARestartUntilNew() throws Exception {
        String token = "4242:a-token-of-the-sandbox";
        try (SandboxServer server = SandboxServer.start(token, 0)) {
            CommandLineRun run = overTheSample()
                    .with("TELEGRAM_BOT_TOKEN", token)
                    .with("SANAD_TELEGRAM_API_URL", server.address().toString());
            SandboxUser reader = server.people().person("Reader", "reader", "en");
            SandboxChat chat = server.people().privateChat(reader);
            Thread bot = Thread.ofVirtual().start(() -> run.run("bot"));
            assertThat(reply(server, chat, reader, "From which airport is Russia moving its forces out?"))
                    .contains("Qamishli")
                    .doesNotContain("Understood as");
            end(bot);

            Thread again = Thread.ofVirtual().start(() -> run.run("bot"));
            assertThat(reply(server, chat, reader, "Why?"))
                    .contains("Qamishli", "Understood as: Why? From airport is Russia moving its forces out?");
            assertThat(reply(server, chat, reader, "/new")).isEqualTo(ANSWER.text(Language.ENGLISH, "forgotten"));
            assertThat(reply(server, chat, reader, "Why?")).doesNotContain("Understood as");
            end(again);
        }
    }

    private static String reply(SandboxServer server, SandboxChat chat, SandboxUser reader, String words) {
        int asked = server.people().write(chat, reader, words).id();
        return server.chats()
                .await(message -> message.chat().equals(chat) && message.id() > asked, Duration.ofSeconds(60))
                .text();
    }

    private static void end(Thread bot) throws InterruptedException {
        bot.interrupt();
        bot.join(Duration.ofSeconds(30));
    }
}
