package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.index.EmbeddingServer;
import dev.sanad.index.Indexed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands with an embedding model behind a real server. */
class EmbeddingCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final EmbeddingServer server = new EmbeddingServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandLineRun plain() {
        Indexed.article(folder.resolve("news"), "a.md", "en", "Ferry sinks", "The ferry Orla sank off Velmora.");
        return new CommandLineRun(folder, folder)
                .with("SANAD_CORPUS_PATHS", folder.resolve("news").toString());
    }

    private CommandLineRun embedding(String model) {
        return plain().with("SANAD_EMBEDDING_PROVIDER", "openai")
                .with("SANAD_EMBEDDING_BASE_URL", server.url().toString())
                .with("SANAD_EMBEDDING_MODEL", model);
    }

    private static CommandLineRun done(CommandLineRun run, String... command) {
        assertThat(run.run(command)).as(run.err()).isZero();
        return run;
    }

    private static CommandLineRun refused(CommandLineRun run, String... command) {
        assertThat(run.run(command)).as(run.out()).isEqualTo(1);
        return run;
    }

    @Test
    void theFirstQuestionMakesAnIndexWithVectors() {
        done(embedding("e5"), "search", "ferry");

        assertThat(server.requests())
                .anySatisfy(
                        batch -> assertThat(batch).contains("passage: Ferry sinks\nThe ferry Orla sank off Velmora."));
        assertThat(folder.resolve("index/embeddings")).isNotEmptyDirectory();
    }

    @Test
    void anIndexWithoutTheModelsVectorsIsRefusedAndIndexMakesThem() {
        done(plain(), "index");
        assertThat(refused(embedding("e5"), "search", "ferry").err())
                .contains("no vectors", "openai:e5", "sanad index")
                .hasLineCount(1);

        assertThat(done(embedding("e5"), "index").err()).contains("indexing everything anew");
        done(embedding("e5"), "search", "ferry");
        assertThat(refused(embedding("other"), "search", "ferry").err()).contains("openai:e5", "openai:other");
    }

    @Test
    void withoutAModelAnIndexWithVectorsIsSearchedByWords() {
        done(embedding("e5"), "index");

        assertThat(done(plain(), "search", "ferry").out()).contains("Orla");
    }

    @Test
    void aModelThatRefusesTheKeyEndsIndexingWithOneLineAndNoIndex() {
        server.refusing(401);

        assertThat(refused(embedding("e5"), "index").err())
                .contains("embedding.api-key")
                .hasLineCount(1);
        assertThat(Files.exists(folder.resolve("index/lucene/segments_1"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Which ferry sank off Velmora?, The embedding model could not be reached",
        "ru, Какой паром затонул у Вельморы?, Модель эмбеддингов недоступна",
        "ar, أي عبارة غرقت قرب فيلمورا؟, تعذّر الاتصال بنموذج التضمين",
        "fa, کدام کشتی نزدیک ولمورا غرق شد؟, ارتباط با مدل تعبیه‌سازی برقرار نشد",
        "zh-Hans, 哪艘渡轮沉没？, 无法连接嵌入模型",
        "zh-Hant, 哪艘渡輪沉沒？, 無法連線至嵌入模型"
    })
    void aModelThatIsAwayIsToldInEveryAnswer(String language, String question, String note) throws IOException {
        done(embedding("e5"), "index");
        server.close();

        JsonNode answer =
                JSON.readTree(done(embedding("e5"), "ask", "--json", question).out());
        assertThat(answer.path("language").asText()).isEqualTo(language);
        assertThat(answer.at("/notes/0/code").asText()).isEqualTo("embedding_unavailable");
        assertThat(answer.at("/notes/0/text").asText()).startsWith(note);
        assertThat(done(embedding("e5"), "ask", question).out()).contains("(" + note);
        assertThat(done(embedding("e5"), "search", question).err()).contains("sanad: " + note);
        JsonNode found = JSON.readTree(
                done(embedding("e5"), "search", "--json", "--explain", question).out());
        assertThat(found.at("/notes/0/code").asText()).isEqualTo("embedding_unavailable");
        assertThat(found.at("/explain/vectors").asText()).isEqualTo("unavailable");
        assertThat(done(embedding("e5"), "brief", question).out())
                .contains("> ")
                .contains(note.substring(0, 5));
    }

    @Test
    void aServerThatFailsIsToldAndWordsFindThePassage() throws IOException {
        done(embedding("e5"), "index");
        server.refusing(500);
        JsonNode answer = JSON.readTree(done(embedding("e5"), "ask", "--json", "Which ferry sank off Velmora?")
                .out());
        assertThat(answer.path("status").asText()).isEqualTo("answered");
        assertThat(answer.at("/notes/0/code").asText()).isEqualTo("embedding_unavailable");

        assertThat(JSON.readTree(done(embedding("e5"), "ask", "--json", "Which ferry sank?")
                                .out())
                        .path("notes"))
                .isEmpty();
        assertThat(JSON.readTree(done(embedding("e5"), "search", "--json", "ferry")
                                .out())
                        .path("notes"))
                .isEmpty();
    }

    @Test
    void doctorAsksTheModelAndShowsThePrefixes() {
        assertThat(done(embedding("e5"), "doctor").out())
                .contains("embedding: e5, 64 numbers a vector", "\"query: \"", "\"passage: \"");
        server.refusing(401);
        assertThat(refused(embedding("e5"), "doctor").out()).contains("FAULT  embedding model openai:e5");
        assertThat(done(plain(), "doctor").out()).contains("embedding: none");
    }

    @Test
    void aSecondEvaluationEmbedsNothing() {
        Path set = Path.of("src/test/resources/evaluation/tiny").toAbsolutePath();
        String[] command = {"evaluate", "retrieval", "--dataset", set.toString(), "--json"};
        String first = done(embedding("e5"), command).out();
        int texts = server.texts();

        assertThat(done(embedding("e5"), command).out()).contains("\"name\":\"tiny\"");
        assertThat(first).contains("\"name\":\"tiny\"");
        assertThat(server.texts()).isEqualTo(texts);
    }
}
