package dev.sanad.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sanad.answer.LlmSettings;
import dev.sanad.answer.ModelServer;
import dev.sanad.index.Indexed;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands with language models, over local servers that speak the protocols of their providers. */
class LlmCommandsTest {
    private static final String KEY = "sk-of-the-settings-0123456789";
    private static final String SENTENCE = "The ferry Orla left the harbour of Velmora on 3 March 2026";
    private static final String[] ASK = {"ask", "When did the ferry Orla leave Velmora?"};

    @TempDir
    Path folder;

    private final ModelServer first = new ModelServer();
    private final ModelServer second = new ModelServer();

    @BeforeEach
    void news() {
        Indexed.article(folder.resolve("news"), "a.md", "en", "A", SENTENCE + ".");
        first.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, SENTENCE + " [1]."));
        second.replies(ModelServer.stream(LlmSettings.Provider.GEMINI, SENTENCE + " [1]."));
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private CommandLineRun fresh() {
        return new CommandLineRun(folder, folder)
                .with("SANAD_CORPUS_PATHS", folder.resolve("news").toString())
                .with("SANAD_ANSWER_MIN_CONFIDENCE", "0");
    }

    private CommandLineRun two() throws IOException {
        Files.writeString(folder.resolve("sanad.yaml"), """
            llm:
              provider: openai
              base-url: %s
              model: one
              price-input: 2.5
              price-output: 10
              fallback: other
              models:
                other:
                  provider: gemini
                  base-url: %s
                  model: two
                  api-key: %s
            """.formatted(
                        first.url(LlmSettings.Provider.OPENAI), second.url(LlmSettings.Provider.GEMINI), KEY));
        return fresh();
    }

    private static JsonNode json(CommandLineRun run) throws IOException {
        return new JsonMapper().readTree(run.out());
    }

    @ParameterizedTest
    @EnumSource(value = LlmSettings.Provider.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aSingleModelNeedsNothingNested(LlmSettings.Provider provider) throws IOException {
        first.replies(ModelServer.stream(provider, SENTENCE, " [1]."));
        CommandLineRun run = fresh().with("SANAD_LLM_PROVIDER", provider.tag())
                .with("SANAD_LLM_BASE_URL", first.url(provider).toString())
                .with("SANAD_LLM_MODEL", "m")
                .with("SANAD_LLM_API_KEY", KEY);
        assertThat(run.run(ASK[0], "--json", ASK[1])).as(run.err()).isZero();
        assertThat(json(run).path("mode").asText()).isEqualTo("generative");
        assertThat(json(run).path("usage").toString())
                .isEqualTo("[{\"name\":\"default\",\"model\":\"m\",\"inputTokens\":120,\"outputTokens\":30,"
                        + "\"estimated\":false,\"cost\":null}]");
        assertThat(run.out() + run.err()).doesNotContain(KEY);
    }

    @Test
    void theCostIsToldInJsonAndWhereVerbose() throws IOException {
        CommandLineRun asked = two();
        assertThat(asked.run(ASK[0], "--json", ASK[1])).as(asked.err()).isZero();
        assertThat(json(asked).path("model").asText()).isEqualTo("one");
        assertThat(json(asked).path("usage").path(0).path("cost").decimalValue())
                .isEqualByComparingTo("0.0006");

        CommandLineRun verbose = two();
        verbose.run(ASK[0], "--verbose", ASK[1]);
        assertThat(verbose.out()).contains("(model default, one: 120 tokens read, 30 written, cost 0.0006)");

        CommandLineRun brief = two();
        assertThat(brief.run("brief", "--format", "json", "the ferry Orla"))
                .as(brief.err())
                .isZero();
        assertThat(json(brief).path("model").asText()).isEqualTo("one");
        assertThat(json(brief).path("usage").size()).isEqualTo(1);
    }

    @Test
    void aQuoteInAnotherLanguageIsTranslatedUnlessTheSettingsSayNone() throws IOException {
        Indexed.article(
                folder.resolve("news"), "a.md", "ru", "A", "Паром Орла отплыл из Сирии в Россию 12 января 2026 года.");
        String translation = "The ferry Orla left Syria for Russia on 12 January 2026.";
        String[] ask = {"ask", "--json", "When did the ferry leave Syria for Russia?"};
        first.repliesInTurn(
                ModelServer.stream(LlmSettings.Provider.OPENAI, "Nothing of this is so in 1999 [1]."),
                ModelServer.stream(LlmSettings.Provider.OPENAI, "[1] " + translation));
        second.replies(ModelServer.stream(LlmSettings.Provider.GEMINI, "Nothing of this is so in 1999 [1]."));
        CommandLineRun auto = two();
        assertThat(auto.run(ask)).as(auto.err()).isZero();
        JsonNode sentence = json(auto).at("/sentences/0");
        assertThat(sentence.at("/translation/text").asText()).as(auto.out()).isEqualTo(translation);
        assertThat(sentence.at("/translation/model").asText()).isEqualTo("one");
        assertThat(sentence.path("gloss").toString()).isEqualTo("[\"Syria\",\"Russia\",\"12 January 2026\"]");
        assertThat(json(auto).path("usage")).hasSize(3);

        first.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, "Nothing of this is so in 1999 [1]."));
        CommandLineRun none = two().with("SANAD_ANSWER_TRANSLATE", "none");
        assertThat(none.run("ask", ask[2])).as(none.err()).isZero();
        assertThat(none.out()).contains("\n    ≈ Words in it (not a translation): Syria · Russia · 12 January 2026\n");
        assertThat(first.requests()).isEqualTo(1);
    }

    @Test
    void theOneThatIsPickedIsAskedFirst() throws IOException {
        CommandLineRun asked = two();
        assertThat(asked.run(ASK[0], "--json", "--model", "other", ASK[1]))
                .as(asked.err())
                .isZero();
        assertThat(json(asked).path("model").asText()).isEqualTo("two");
        assertThat(json(asked).path("notes")).isEmpty();

        CommandLineRun brief = two();
        assertThat(brief.run("brief", "--model", "other", "--verbose", "the ferry Orla"))
                .isZero();
        assertThat(brief.out()).contains("two");
        assertThat(brief.err()).contains("(model other, two: 120 tokens read, 30 written)");
        assertThat(first.requests()).isZero();
    }

    @Test
    void aModelThatTheSettingsDoNotHaveIsAFaultOfOneLine() throws IOException {
        CommandLineRun asked = two();
        assertThat(asked.run(ASK[0], "--model", "third", ASK[1])).isEqualTo(1);
        assertThat(asked.err())
                .contains("model third", "name one of default, other")
                .hasLineCount(1);

        Files.delete(folder.resolve("sanad.yaml"));
        CommandLineRun none = fresh();
        assertThat(none.run("brief", "--model", "third", "ferry")).isEqualTo(1);
        assertThat(none.err()).contains("describe it under llm.models").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "en, When did the ferry Orla leave Velmora?, The ferry Orla left the harbour of Velmora on 3 March 2026.",
        "ar, متى غادرت العبارة Orla ميناء Velmora؟, غادرت العبارة Orla ميناء Velmora في 3 مارس 2026.",
        "fa, کشتی Orla چه زمانی بندر Velmora را ترک کرد؟, کشتی Orla بندر Velmora را در 3 مارس 2026 ترک کرد.",
        "ru, Когда паром Orla покинул Velmora?, Паром Orla покинул порт Velmora 3 марта 2026 года.",
        "zh-Hans, 渡轮Orla何时离开Velmora港口？, 渡轮Orla于2026年3月3日离开Velmora港口。",
        "zh-Hant, 渡輪Orla何時離開Velmora港口？, 渡輪Orla於2026年3月3日離開Velmora港口。"
    })
    void whereTheFirstIsAwayTheSecondAnswersAndTheReaderIsTold(String language, String question, String sentence)
            throws IOException {
        Indexed.article(folder.resolve("news"), "b.md", language, "B", sentence);
        first.replies(aResponse().withStatus(503));
        second.replies(ModelServer.stream(LlmSettings.Provider.GEMINI, sentence + " [1]"));
        CommandLineRun asked = two();
        assertThat(asked.run("ask", "--json", question)).as(asked.err()).isZero();
        assertThat(json(asked).path("model").asText()).isEqualTo("two");
        assertThat(json(asked).path("notes").findValuesAsText("code")).contains("model_replaced");
        assertThat(json(asked).path("notes").toString()).contains("two");

        second.replies(aResponse().withStatus(503));
        CommandLineRun quoted = two();
        quoted.run("ask", "--json", question);
        assertThat(json(quoted).path("mode").asText()).isEqualTo("extractive");
        assertThat(json(quoted).path("notes").findValuesAsText("code")).contains("model_fault");
        assertThat(json(quoted).path("usage")).isEmpty();
    }

    @Test
    void doctorAsksEveryModelAndTellsTheOrder() throws IOException {
        CommandLineRun well = two();
        well.run("doctor");
        assertThat(well.out())
                .contains(
                        "ok     model default: one of openai replied, 60 s at most",
                        "ok     model other: two of gemini replied",
                        "asked in this order: default, other");

        second.replies(aResponse().withStatus(401).withBody("bad key " + KEY));
        CommandLineRun refused = two();
        assertThat(refused.run("doctor")).isEqualTo(1);
        assertThat(refused.out())
                .contains("FAULT  model other (two): the key was refused (HTTP 401")
                .doesNotContain(KEY);

        Files.delete(folder.resolve("sanad.yaml"));
        CommandLineRun none = fresh();
        none.run("doctor");
        assertThat(none.out()).contains("note   model: none, so answers are quoted");
    }

    @Test
    void theBotsBudgetHoldsForAChatAndOutlivesARestart() throws Exception {
        String token = "4242:a-token-of-the-sandbox";
        try (SandboxServer server = SandboxServer.start(token, 0)) {
            CommandLineRun run = two().with("TELEGRAM_BOT_TOKEN", token)
                    .with("SANAD_TELEGRAM_API_URL", server.address().toString())
                    .with("SANAD_TELEGRAM_ACCESS", "open")
                    .with("SANAD_LLM_BUDGET_TOKENS_PER_CHAT_DAY", "100");
            SandboxUser reader = server.people().person("Reader", "reader", "en");
            SandboxUser other = server.people().person("Other", "other", "en");
            SandboxChat chat = server.people().privateChat(reader);

            Thread bot = Thread.ofVirtual().start(() -> run.run("bot"));
            assertThat(answer(server, chat, reader)).doesNotContain("budget");
            assertThat(answer(server, chat, reader)).contains("Orla", "is used up for now");
            assertThat(first.requests()).isEqualTo(1);
            stop(bot);

            Thread again = Thread.ofVirtual().start(() -> run.run("bot"));
            assertThat(answer(server, chat, reader)).contains("Orla", "is used up for now");
            assertThat(answer(server, server.people().privateChat(other), other))
                    .doesNotContain("budget");
            assertThat(first.requests()).isEqualTo(2);
            stop(again);
        }
    }

    @Test
    void anAnalystAsksAnotherModelFirstUntilTheRepliesOfTheHourAreUsed() throws Exception {
        String token = "4242:a-token-of-the-sandbox";
        try (SandboxServer server = SandboxServer.start(token, 0)) {
            SandboxUser reader = server.people().person("Reader", "reader", "en");
            SandboxChat chat = server.people().privateChat(reader);
            CommandLineRun run = two().with("TELEGRAM_BOT_TOKEN", token)
                    .with("SANAD_TELEGRAM_API_URL", server.address().toString())
                    .with("SANAD_TELEGRAM_ACCESS", "allow-list")
                    .with("SANAD_TELEGRAM_ANALYSTS", Long.toString(reader.id()))
                    .with("SANAD_LLM_BUDGET_CALLS_PER_USER_HOUR", "2");
            Thread bot = Thread.ofVirtual().start(() -> run.run("bot"));
            assertThat(answer(server, chat, reader)).doesNotContain("budget");
            server.people().write(chat, reader, "/model other");
            server.chats()
                    .await(
                            message -> message.chat().equals(chat)
                                    && message.buttons().stream()
                                            .anyMatch(button -> button.text().equals("✓ other")),
                            Duration.ofSeconds(30));
            assertThat(answer(server, chat, reader)).doesNotContain("budget");
            assertThat(answer(server, chat, reader)).contains("is used up for now");
            assertThat(first.requests()).isEqualTo(1);
            assertThat(second.requests()).isEqualTo(1);
            stop(bot);
        }
    }

    private static String answer(SandboxServer server, SandboxChat chat, SandboxUser reader) {
        int asked = server.people().write(chat, reader, ASK[1]).id();
        return server.chats()
                .await(
                        message -> message.chat().equals(chat)
                                && message.id() > asked
                                && message.text().contains("Orla"),
                        Duration.ofSeconds(30))
                .text();
    }

    private static void stop(Thread bot) throws InterruptedException {
        bot.interrupt();
        bot.join(Duration.ofSeconds(30));
    }

    @Test
    void answersOfTheModelThatIsNamedAreMeasured() throws IOException {
        Files.writeString(folder.resolve("questions.jsonl"), """
            {"id":"q1","lang":"en","question":"When did the ferry Orla leave Velmora?","answerable":true,\
            "evidence":[{"file":"a.md","contains":"on 3 March 2026"}]}
            """);
        CommandLineRun run = two();
        assertThat(run.run(
                        "evaluate",
                        "answers",
                        "--questions",
                        "questions.jsonl",
                        "--model",
                        "other",
                        "--json",
                        "--markdown",
                        "card.md"))
                .as(run.err())
                .isZero();
        JsonNode all = json(run).at("/groups/all");
        assertThat(all.path("answersByModel").toString()).isEqualTo("{\"count\":1,\"of\":1}");
        assertThat(all.at("/modelSentencesInLanguage/count").asInt()).isEqualTo(1);
        assertThat(all.path("tokens").toString())
                .isEqualTo("{\"replies\":1,\"input\":120,\"output\":30,\"estimated\":0}");
        assertThat(first.requests()).isZero();
        assertThat(Files.readString(folder.resolve("card.md")))
                .contains("| first sentence cites the evidence | 1/1 |", "## Legend");
    }

    @Test
    void aScorecardThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("questions.jsonl"),
                "{\"id\":\"q\",\"lang\":\"en\",\"question\":\"Who?\",\"answerable\":false}");
        CommandLineRun run = fresh();
        assertThat(run.run("evaluate", "answers", "--questions", "questions.jsonl", "--markdown", "no/such/card.md"))
                .isEqualTo(1);
        assertThat(run.err()).contains("card.md", "name a file in a folder").hasLineCount(1);
    }

    @Test
    void aConversationShowsEachSentenceOnceAndItsSourcesLast() {
        first.replies(ModelServer.stream(
                LlmSettings.Provider.OPENAI,
                SENTENCE + " [1]. ",
                "Nobody knows why [1]. ",
                SENTENCE + " at noon [1]."));
        CommandLineRun run = fresh().typing(ASK[1])
                .with("SANAD_LLM_PROVIDER", "openai")
                .with(
                        "SANAD_LLM_BASE_URL",
                        first.url(LlmSettings.Provider.OPENAI).toString())
                .with("SANAD_LLM_MODEL", "m");
        assertThat(run.run("chat")).as(run.err()).isZero();
        assertThat(run.out()).startsWith(SENTENCE + ". [1]").contains("[1] The Velmora Gazette");
        assertThat(run.out().split(SENTENCE + "\\. \\[1]", -1)).hasSize(2);
    }
}
