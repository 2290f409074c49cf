package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sanad.answer.GatedModel.Written;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences are handed on while the model still writes, by a server that waits in the middle of its reply. */
class ReleaseTest {
    private static final CitationVerifier GATE = new CitationVerifier(Analyzers.packed());
    private static final Evidence HARBOUR = Given.passage(
            "harbour.md",
            Language.ENGLISH,
            "The harbour of Velmora opened on 12 January 2026.",
            "It cost 40 million crowns.");
    private static final String FIRST = "The harbour of Velmora opened on 12 January 2026 [1].";

    private static final String END = """
        data: {"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

        data: [DONE]

        """;

    private final CountDownLatch seen = new CountDownLatch(1);
    private final List<Release> released = new ArrayList<>();
    private final ModelServer second = new ModelServer();
    private Optional<HttpServer> waiting = Optional.empty();
    private List<String> before = List.of();
    private Optional<String> after = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::reply);
        server.start();
        waiting = Optional.of(server);
    }

    @AfterEach
    void stop() {
        waiting.orElseThrow().stop(0);
        second.close();
    }

    /** The pieces before; then, once a sentence was released, the one after, or a cut. */
    private void reply(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        for (String piece : before) {
            send(exchange, piece);
        }
        try {
            if (seen.await(10, TimeUnit.SECONDS) && after.isPresent()) {
                send(exchange, after.get());
                exchange.getResponseBody().write(END.getBytes(StandardCharsets.UTF_8));
            } else {
                send(exchange, " It co");
                throw new IOException("cut");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, String piece) throws IOException {
        String event = "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%s}}]}\n\n"
                .formatted(new ObjectMapper().writeValueAsString(piece));
        exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    @ParameterizedTest
    @CsvSource({
        "en, The harbour of Velmora opened on 12 January 2026.",
        "ar, افتتح ميناء Velmora في 12 يناير 2026.",
        "fa, بندر Velmora در 12 ژانویه 2026 گشایش یافت.",
        "ru, Порт Velmora открылся 12 января 2026 года.",
        "zh-Hans, Velmora港口于2026年1月12日开放。",
        "zh-Hant, Velmora港口於2026年1月12日開放。"
    })
    void aSentenceIsReleasedWhileTheServerHoldsTheRestBack(String tag, String sentence) {
        Language language = Language.ofTag(tag).orElseThrow();
        before = List.of(sentence.substring(0, 9), sentence.substring(9), " [", "1] ", sentence.substring(0, 9));
        after = Optional.of(sentence.substring(9) + " [1]");
        Written written = write(language, Given.passage("harbour.md", language, sentence));
        assertThat(released).first().isInstanceOfSatisfying(Release.Passed.class, passed -> {
            assertThat(passed.sentence()).isEqualTo(new Sentence(sentence, List.of(1)));
            assertThat(passed.citations()).extracting(Citation::quote).containsExactly(sentence);
        });
        assertThat(seen.getCount()).isZero();
        assertThat(written)
                .isInstanceOfSatisfying(
                        Written.Supported.class,
                        supported -> assertThat(supported.verified().sentences().getFirst())
                                .isEqualTo(new Sentence(sentence, List.of(1))));
    }

    @Test
    void whatTheGateRemovesIsNeverReleased() {
        before = List.of("The harbour of Velmora opened on 13 January 2026 [1]. ", FIRST, " It cost");
        after = Optional.of(" 40 million crowns [1].");
        assertThat(write(Language.ENGLISH, HARBOUR)).isInstanceOf(Written.Supported.class);
        assertThat(released)
                .extracting(release -> ((Release.Passed) release).sentence().text())
                .containsExactly("The harbour of Velmora opened on 12 January 2026.");
    }

    @Test
    void whereAModelBreaksOffItsSentencesAreWithdrawnBeforeTheNextBegins() {
        before = List.of(FIRST, " It cost");
        second.replies(ModelServer.stream(
                LlmSettings.Provider.OPENAI, "It cost 40 million crowns [1]. ", FIRST, " It was a cold day"));
        assertThat(write(Language.ENGLISH, HARBOUR))
                .isInstanceOfSatisfying(
                        Written.Supported.class,
                        supported -> assertThat(supported.verified().sentences())
                                .extracting(Sentence::text)
                                .startsWith("It cost 40 million crowns."));
        assertThat(released.get(0)).isInstanceOf(Release.Passed.class);
        assertThat(released.get(1)).isEqualTo(new Release.Withdrawn());
        assertThat(released.subList(2, released.size())).allMatch(Release.Passed.class::isInstance);
    }

    private Written write(Language language, Evidence evidence) {
        URI url = URI.create(
                "http://127.0.0.1:" + waiting.orElseThrow().getAddress().getPort() + "/v1");
        LlmSettings settings = new LlmSettings(
                LlmSettings.Provider.OPENAI,
                Optional.of(url),
                Optional.of("model-x"),
                Optional.empty(),
                Duration.ofSeconds(20),
                500);
        return new GatedModel(
                        List.of(
                                LanguageModel.of("waiting", settings, Optional.empty()),
                                second.model(LlmSettings.Provider.OPENAI, Duration.ofSeconds(20))),
                        Prompts.packed().answer(),
                        GATE,
                        new Bill())
                .write(
                        Question.of("When did the harbour of Velmora open?", language),
                        "question",
                        List.of(evidence),
                        this::note);
    }

    private void note(Release release) {
        released.add(release);
        seen.countDown();
    }
}
