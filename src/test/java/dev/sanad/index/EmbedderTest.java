package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbedderTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:9/v1");

    private final EmbeddingServer server = new EmbeddingServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static float[] unit(String text) {
        float[] vector = EmbeddingServer.words(text, 64);
        double squares = 0;
        for (float number : vector) {
            squares += number * number;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text number " + i).toList();
    }

    @Test
    void passagesGoInBatchesWithTheirPrefixAndComeBackInOrderAsUnitVectors() {
        List<float[]> vectors = server.embedder().passages(texts(10));

        assertThat(server.requests()).hasSize(3).allMatch(batch -> batch.size() <= 4);
        assertThat(server.requests().getFirst()).startsWith("p: text number 0", "p: text number 1");
        assertThat(vectors).hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(vectors.get(i)).containsExactly(unit("p: text number " + i), within(1e-6f));
        }
        assertThat(server.keys()).allMatch("Bearer sk-the-secret-key-of-the-test"::equals);
    }

    @Test
    void aQuestionHasAPrefixOfItsOwn() {
        assertThat(server.embedder().query("where?")).containsExactly(unit("q: where?"), within(1e-6f));
        assertThat(server.requests()).containsExactly(List.of("q: where?"));
    }

    @Test
    void theSameTextIsAskedForOnceInARequest() {
        assertThat(server.embedder().passages(List.of("a", "b", "a"))).hasSize(3);

        assertThat(server.requests()).containsExactly(List.of("p: a", "p: b"));
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String text = "a".repeat(EmbeddingSettings.MAX_CHARS - 1) + "\uD83D\uDE00 and more";

        server.embedder().passages(List.of(text));

        assertThat(server.requests().getFirst().getFirst()).isEqualTo("p: " + "a".repeat(1_499));
    }

    @Test
    void theDimensionIsFoundByAsking() {
        assertThat(server.embedder().dimension()).isEqualTo(64);
    }

    @Test
    void aBusyOrFaultyServerAndACutConnectionAreAskedAgain() {
        server.refusing(503, 429, 500).faulty(HttpExchange::close);

        assertThat(server.embedder().passages(List.of("a"))).hasSize(1);
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void aBusyServerIsGivenTheTimeItAsksFor() {
        server.faulty(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "1");
            EmbeddingServer.send(exchange, 429, "{}");
        });
        long began = System.nanoTime();

        server.embedder().passages(List.of("a"));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(950));
    }

    @ParameterizedTest
    @CsvSource({
        "401, embedding.api-key",
        "403, embedding.api-key",
        "404, embedding.model",
        "400, embedding.max-chars",
        "413, embedding.batch-size"
    })
    void arefusalIsAFaultAtOnceThatNamesTheSettingAndNoKey(int status, String setting) {
        server.refusing(status);

        assertThatThrownBy(() -> server.embedder().passages(List.of("a")))
                .isExactlyInstanceOf(EmbeddingException.class)
                .hasMessageContainingAll("openai:m", "HTTP " + status, setting)
                .hasMessageNotContainingAny("secret", "0123456789", "\n");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aServerThatStaysAwayIsAFaultAfterSomeAttempts() {
        server.refusing(500, 500, 500, 500, 500, 500, 500);

        assertThatThrownBy(() -> server.embedder().passages(List.of("a")))
                .isExactlyInstanceOf(EmbeddingException.class);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void vectorsOfDifferentLengthsAreAFault() {
        Embedder embedder = server.embedder();
        embedder.passages(List.of("a"));
        server.giving(text -> EmbeddingServer.words(text, 32));

        assertThatThrownBy(() -> embedder.passages(List.of("b")))
                .isExactlyInstanceOf(EmbeddingException.class)
                .hasMessageContaining("vectors of 64 and of 32 numbers");
    }

    @Test
    void aVectorWithoutADirectionIsAFault() {
        server.giving(text -> new float[8]);

        assertThatThrownBy(() -> server.embedder().passages(List.of("a"))).hasMessageContaining("without a direction");
    }

    @Test
    void fewerVectorsThanTextsAreAFault() {
        server.faulty(exchange ->
                EmbeddingServer.send(exchange, 200, EmbeddingServer.reply(List.of(EmbeddingServer.words("a", 64)))));

        assertThatThrownBy(() -> server.embedder().passages(List.of("a", "b")))
                .hasMessageContaining("1 vectors for 2 texts");
    }

    @Test
    void aServerThatIsAwayMakesAQuestionUnavailableInOneLine() {
        assertThatThrownBy(() -> EmbeddingServer.embedder(EmbeddingServer.settings(NOBODY, Duration.ofSeconds(5)))
                        .query("where?"))
                .isInstanceOf(EmbeddingUnavailableException.class)
                .hasMessageContainingAll("openai:m", "cannot be reached", "ConnectException", "embedding.base-url")
                .hasMessageNotContaining("\n");
    }

    @Test
    void afterAFailureQuestionsDoNotWaitForTheModelUntilItWasLeftAloneForAWhile() throws Exception {
        server.refusing(500);
        Embedder embedder = server.embedder();
        assertThatThrownBy(() -> embedder.query("a")).isInstanceOf(EmbeddingUnavailableException.class);

        assertThatThrownBy(() -> embedder.query("b"))
                .isInstanceOf(EmbeddingUnavailableException.class)
                .hasMessageContaining("left alone");
        assertThat(server.requests()).hasSize(1);

        Thread.sleep(250);
        assertThat(embedder.query("c")).hasSize(64);
    }

    @Test
    void aServerThatDripsIsNotWaitedForLongerThanAQuestionMay() {
        server.faulty(EmbeddingServer::drip);
        long began = System.nanoTime();

        assertThatThrownBy(
                        () -> EmbeddingServer.embedder(EmbeddingServer.settings(server.url(), Duration.ofMillis(300)))
                                .query("a"))
                .isInstanceOf(EmbeddingUnavailableException.class)
                .hasMessageContaining("in time");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }
}
