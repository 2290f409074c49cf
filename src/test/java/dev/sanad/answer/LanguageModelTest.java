package dev.sanad.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.retry.Retry;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageModelTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ChatRequest HELLO =
            ChatRequest.builder().messages(UserMessage.from("Hello?")).build();

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(value = LlmSettings.Provider.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aBusyServerIsAskedAgainWhenItWantsToBe(LlmSettings.Provider provider) throws InterruptedException {
        server.repliesInTurn(
                refusal(429).withHeader("Retry-After", "1"), ModelServer.stream(provider, "Hello", " you"));
        long began = System.nanoTime();
        Exchange exchange = server.model(provider, TIMEOUT).ask(HELLO);
        assertThat(exchange.reply()).isEqualTo(new Reply.Text("Hello you", true));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(9));
        assertThat(server.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = LlmSettings.Provider.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFaultOfTheServerIsOutlivedButNotForEver(LlmSettings.Provider provider) throws InterruptedException {
        server.repliesInTurn(refusal(503), refusal(529), ModelServer.stream(provider, "Hello"));
        assertThat(server.model(provider, TIMEOUT).ask(HELLO).reply()).isEqualTo(new Reply.Text("Hello", true));
        assertThat(server.requests()).isEqualTo(3);

        server.replies(refusal(500));
        Exchange failed = server.model(provider, TIMEOUT).ask(HELLO);
        assertThat(failed.reply()).isInstanceOf(Reply.Failed.class);
        assertThat(failed.tokens()).isEqualTo(Tokens.NONE);
        assertThat(server.requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(value = LlmSettings.Provider.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aServerThatWantsMoreTimeThanThereIsIsNotWaitedFor(LlmSettings.Provider provider) throws InterruptedException {
        server.replies(refusal(429).withHeader("Retry-After", "3"));
        long began = System.nanoTime();
        assertThat(server.model(provider, Duration.ofSeconds(2)).ask(HELLO).reply())
                .isInstanceOf(Reply.Failed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = LlmSettings.Provider.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aReplyThatHasBegunIsNotAskedForAgain(LlmSettings.Provider provider) throws InterruptedException {
        server.replies(aResponse()
                .withHeader("Content-Type", "text/event-stream")
                .withBody(ModelServer.body(provider, "Hello")));
        server.model(provider, TIMEOUT).ask(HELLO);
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = LlmSettings.Provider.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theProvidersCountOfTokensIsChargedAtThePriceOfAMillion(LlmSettings.Provider provider)
            throws InterruptedException {
        server.replies(ModelServer.stream(provider, "Hello"));
        LanguageModel model = server.model(provider, TIMEOUT);
        Tokens tokens = model.ask(HELLO).tokens();
        assertThat(tokens).isEqualTo(new Tokens(120, 30, true));
        Usage usage = model.usage(tokens);
        assertThat(usage.name()).isEqualTo("tested");
        assertThat(usage.model()).isEqualTo("model-x");
        // 120 × 2.50 and 30 × 10 for a million
        assertThat(usage.cost()).hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("0.0006"));
    }

    @Test
    void tokensThatTheProviderDoesNotCountAreEstimated() throws InterruptedException {
        server.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, "Hello").withBody("""
            data: {"choices":[{"index":0,"delta":{"content":"Hello"},"finish_reason":"stop"}]}

            data: [DONE]

            """));
        assertThat(server.model(LlmSettings.Provider.OPENAI, TIMEOUT).ask(HELLO).tokens())
                .isEqualTo(new Tokens(3, 3, false));

        server.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, "Late").withFixedDelay(2_000));
        Exchange late = server.model(LlmSettings.Provider.OPENAI, Duration.ofMillis(300))
                .ask(HELLO);
        assertThat(late.reply()).isEqualTo(new Reply.TimedOut());
        assertThat(late.tokens()).isEqualTo(new Tokens(3, 0, false));
    }

    @ParameterizedTest
    @EnumSource(value = LlmSettings.Provider.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void afterItFailedItIsLeftAloneAndThenTriedAgain(LlmSettings.Provider provider) throws Exception {
        Duration leftAlone = Duration.ofMillis(400);
        server.replies(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        LanguageModel model = server.model(provider, TIMEOUT, leftAlone);
        model.ask(HELLO);
        server.replies(ModelServer.stream(provider, "Hello"));
        assertThat(model.ask(HELLO).reply())
                .isInstanceOfSatisfying(
                        Reply.Failed.class,
                        failed -> assertThat(failed.cause()).isInstanceOf(CallNotPermittedException.class));
        assertThat(server.requests()).isZero();

        Thread.sleep(leftAlone.plusMillis(50));
        assertThat(model.ask(HELLO).reply()).isEqualTo(new Reply.Text("Hello", true));
        assertThat(model.ask(HELLO).reply()).isEqualTo(new Reply.Text("Hello", true));
    }

    @Test
    void aLateReplyLeavesItAloneAndARequestRefusedForWhatItHoldsDoesNot() throws InterruptedException {
        LanguageModel model = server.model(LlmSettings.Provider.OPENAI, Duration.ofMillis(500));
        server.repliesInTurn(
                refusal(400),
                ModelServer.stream(LlmSettings.Provider.OPENAI, "Late").withFixedDelay(3_000));
        assertThat(model.ask(HELLO).reply()).isInstanceOf(Reply.Failed.class);
        assertThat(model.ask(HELLO).reply()).isEqualTo(new Reply.TimedOut());
        assertThat(model.ask(HELLO).reply()).isInstanceOf(Reply.Failed.class);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void whoWaitsToAskAgainCanBeInterrupted() throws InterruptedException {
        server.replies(refusal(429).withHeader("Retry-After", "15"));
        Thread asking = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            while (!pauses(asking)) {
                Thread.onSpinWait();
            }
            asking.interrupt();
        });
        long began = System.nanoTime();
        assertThatThrownBy(
                        () -> server.model(LlmSettings.Provider.OPENAI, TIMEOUT).ask(HELLO))
                .isInstanceOf(InterruptedException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(asking.isInterrupted()).isFalse();
    }

    /** Whether the library that asks again lets the thread sleep. */
    private static boolean pauses(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith(Retry.class.getPackageName()));
    }

    @ParameterizedTest
    @CsvSource({
        "401, the key was refused, api-key",
        "403, the key was refused, api-key",
        "404, no such model or address, base-url",
        "400, the request was refused, provider",
        "429, it is busy, wait",
        "500, it failed, server"
    })
    void aFaultIsOneLineWithTheCauseAndWhatToDoAndWithoutTheKey(int status, String cause, String remedy) {
        for (LlmSettings.Provider provider : LlmSettings.Provider.values()) {
            if (provider != LlmSettings.Provider.NONE) {
                server.replies(refusal(status));
                assertThatThrownBy(() -> server.model(provider, TIMEOUT).tryOut())
                        .isInstanceOf(AnswerException.class)
                        .message()
                        .startsWith("model tested (model-x): ")
                        .contains(cause, remedy, "HTTP " + status)
                        .doesNotContain("\n", ModelServer.KEY);
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        LlmSettings settings = new LlmSettings(
                LlmSettings.Provider.OLLAMA,
                Optional.of(URI.create("http://127.0.0.1:1")),
                Optional.of("model-x"),
                Optional.empty(),
                TIMEOUT,
                10);
        assertThatThrownBy(() ->
                        LanguageModel.of("local", settings, Optional.empty()).tryOut())
                .hasMessageStartingWith("model local (model-x): it failed or cannot be reached (ConnectException");
    }

    @Test
    void whatTakesTooLongIsNamed() {
        server.replies(ModelServer.stream(LlmSettings.Provider.GEMINI, "Late").withFixedDelay(2_000));
        assertThatThrownBy(() -> server.model(LlmSettings.Provider.GEMINI, Duration.ofSeconds(1))
                        .tryOut())
                .hasMessage("model tested (model-x): no whole reply within 1 s; raise its timeout");
    }

    private static ResponseDefinitionBuilder refusal(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":{\"message\":\"no, \\nnot with " + ModelServer.KEY + "\"}}");
    }
}
