package dev.sanad.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.index.EmbeddingServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models behind a real server, and a tiny one in this process that resources/rerank/make_model.py made. */
class RerankerTest {
    private static final Path TINY = Path.of("src/test/resources/rerank").toAbsolutePath();

    @TempDir
    Path folder;

    private final RerankTestServer server = new RerankTestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static Reranker onnx(Path folder) {
        return Reranker.of(new RerankSettings(
                RerankSettings.Provider.ONNX,
                Optional.empty(),
                "tiny",
                Optional.of(folder),
                Optional.empty(),
                RerankSettings.DEPTH,
                RerankSettings.TIMEOUT));
    }

    @Test
    void scoresStandInTheOrderOfThePassagesHoweverTheServerOrdersThem() {
        server.scoring(String::length);

        assertThat(server.reranker(9).scores("where?", List.of("aa", "a", "aaa")))
                .containsExactly(2.0, 1.0, 3.0);
        assertThat(server.requests().getFirst()).hasToString("""
            {"model":"m","query":"where?","documents":["aa","a","aaa"],"top_n":3}\
            """);
        assertThat(server.keys()).containsExactly("Bearer sk-the-secret-key-of-the-test");
    }

    @Test
    void aLongPassageIsCutBetweenCharacters() {
        server.reranker(9).scores("where?", List.of("a".repeat(1_499) + "\uD83D\uDE00 and more", "b"));

        assertThat(server.requests().getFirst().path("documents").path(0).asText())
                .isEqualTo("a".repeat(1_499));
    }

    @ParameterizedTest
    @CsvSource({
        "401, rerank.api-key",
        "404, rerank.base-url",
        "413, rerank.depth",
        "429, wait",
        "500, log",
    })
    void aRefusalIsAFaultOfOneLineThatSaysWhatToDoAndNoKey(int status, String remedy) {
        server.refusing(status);

        assertThatThrownBy(() -> server.reranker(9).scores("where?", List.of("a", "b")))
                .isInstanceOf(RerankException.class)
                .hasMessageContainingAll("cohere:m", "HTTP " + status, remedy)
                .hasMessageNotContainingAny("secret", "0123456789", "\n");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"results\":[{\"index\":0,\"relevance_score\":1}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":1},{\"index\":0,\"relevance_score\":2}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":1},{\"index\":2,\"relevance_score\":2}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":1},{\"index\":1,\"relevance_score\":\"2\"}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":1},{\"index\":1,\"relevance_score\":1e999}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":1},{\"index\":1,\"relevance_score\":2},{\"index\":2,\"relevance_score\":3}]}",
                "[{\"index\":0,\"score\":1},{\"index\":1,\"score\":1}]",
                "{\"results\":",
                "<html>"
            })
    void aReplyThatIsNotOneScoreForEachPassageIsAFault(String reply) {
        server.replying(reply);

        assertThatThrownBy(() -> server.reranker(9).scores("where?", List.of("a", "b")))
                .isInstanceOf(RerankException.class)
                .hasMessageContainingAll("cohere:m", "rerank.base-url")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aServerThatDripsIsNotWaitedForLongerThanAllowed() {
        server.faulty(EmbeddingServer::drip);
        Reranker hasty = Reranker.of(RerankTestServer.settings(server.url(), 9, Duration.ofMillis(300)));
        long began = System.nanoTime();

        assertThatThrownBy(() -> hasty.scores("where?", List.of("a", "b")))
                .isInstanceOf(RerankException.class)
                .hasMessageContainingAll("in time", "rerank.timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aServerThatIsAwayIsAFaultAndThenLeftAlone() {
        Reranker away =
                Reranker.of(RerankTestServer.settings(URI.create("http://127.0.0.1:9/v1"), 9, Duration.ofSeconds(5)));

        assertThatThrownBy(() -> away.scores("where?", List.of("a", "b")))
                .hasMessageContainingAll("cannot be reached", "ConnectException", "rerank.base-url");
        assertThatThrownBy(() -> away.scores("where?", List.of("a", "b"))).hasMessageContaining("left alone");
    }

    @Test
    void aServerThatFailedIsAskedAgainAfterAWhile() throws InterruptedException {
        server.refusing(500);
        Reranker reranker = server.reranker(9);
        assertThatThrownBy(() -> reranker.scores("where?", List.of("a", "b"))).isInstanceOf(RerankException.class);
        assertThatThrownBy(() -> reranker.scores("where?", List.of("a", "b"))).hasMessageContaining("left alone");
        assertThat(server.requests()).hasSize(1);

        Thread.sleep(250);
        assertThat(reranker.scores("where?", List.of("a", "b"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Where is the ferry?, A school has opened., The ferry left the harbour.",
        "Где паром?, Открыта школа., Паром покинул порт.",
        "أين السفينة؟, افتتحت المدرسة., غادرت السفينة الميناء.",
        "کشتی کجاست؟, مدرسه باز شد., کشتی از بندر رفت.",
        "渡輪在哪裡？, 學校開學了。, 渡輪離開了港口。",
        "渡轮在哪里？, 学校开学了。, 渡轮离开了港口。"
    })
    void aModelInThisProcessReadsQuestionAndPassageTogether(String question, String other, String right) {
        List<Double> scores = onnx(TINY).scores(question, List.of(other, right, other + " " + right + " " + right));

        assertThat(scores.get(0)).isZero();
        assertThat(scores.get(1)).isPositive();
        assertThat(scores.get(2)).isEqualTo(2 * scores.get(1));
    }

    @Test
    void aFolderWithoutItsFilesOrWithoutAModelIsAFaultThatNamesIt() throws IOException {
        assertThatThrownBy(() -> onnx(folder))
                .isInstanceOf(RerankException.class)
                .hasMessageContainingAll(folder.toString(), "model.onnx", "tokenizer.json");

        Files.writeString(folder.resolve("model.onnx"), "not a model");
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertThatThrownBy(() -> onnx(folder))
                .isInstanceOf(RerankException.class)
                .hasMessageContainingAll(folder.toString(), "cannot be loaded")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theKeyIsNotPrinted() {
        RerankSettings settings =
                RerankTestServer.settings(URI.create("http://user:pass@host/"), 9, Duration.ofSeconds(5));

        assertThat(settings.toString()).contains("host").doesNotContain("secret", "pass@");
    }
}
