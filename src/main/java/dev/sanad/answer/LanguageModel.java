package dev.sanad.answer;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sanad.index.ModelCircuit;
import dev.sanad.index.ModelFault;
import dev.sanad.index.ModelRetry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A language model with manners: while its server is busy or failing it is asked again, within the time for one reply and not before the server wants; after
 * it failed it is left alone for a while, so that the next questions do not wait for it. Safe for use by many threads.
 */
public final class LanguageModel {
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final String name;
    private final LlmSettings settings;
    private final Optional<Price> price;
    private final StreamingChatModel model;
    private final Duration firstPause;
    private final CircuitBreaker circuit;

    private LanguageModel(
            String name, LlmSettings settings, Optional<Price> price, Duration firstPause, Duration leftAlone) {
        this.name = name;
        this.settings = settings;
        this.price = price;
        this.model = ChatModels.of(settings)
                .orElseThrow(() -> new IllegalArgumentException("model %s: no provider".formatted(name)));
        this.firstPause = firstPause;
        this.circuit = ModelCircuit.of("llm " + name, leftAlone);
    }

    /**
     * The model of the settings; it is not asked yet.
     *
     * @param name in the settings
     * @throws IllegalArgumentException listing all {@link ChatModels#faults}, or where the provider is {@code none}
     */
    public static LanguageModel of(String name, LlmSettings settings, Optional<Price> price) {
        return of(name, settings, price, FIRST_PAUSE, ModelCircuit.LEFT_ALONE);
    }

    static LanguageModel of(
            String name, LlmSettings settings, Optional<Price> price, Duration firstPause, Duration leftAlone) {
        return new LanguageModel(name, settings, price, firstPause, leftAlone);
    }

    /** In the settings. */
    public String name() {
        return name;
    }

    /** Its name at the provider. */
    public String model() {
        return settings.model().orElseThrow();
    }

    Duration timeout() {
        return settings.timeout();
    }

    /** What a reply is charged with. */
    public Usage usage(Tokens tokens) {
        return new Usage(name, model(), tokens, price.map(rate -> rate.of(tokens)));
    }

    /**
     * Asks for a word, to see whether the model can be reached; whatever it replies is right.
     *
     * @return what the word took
     * @throws AnswerException where it does not reply: one line, with what to do; or where the thread is interrupted
     */
    public Usage tryOut() {
        ChatRequest request = ChatRequest.builder()
                .messages(UserMessage.from("Reply with the word: ready"))
                .build();
        try {
            Exchange exchange = ask(request);
            return switch (exchange.reply()) {
                case Reply.Text text -> usage(exchange.tokens());
                case Reply.TimedOut late ->
                    throw new AnswerException(
                            LanguageModelFault.late(this), new TimeoutException("after " + timeout()));
                case Reply.Failed failed ->
                    throw new AnswerException(LanguageModelFault.line(this, failed.cause()), failed.cause());
            };
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** As {@link #ask(ChatRequest, Supplier)}, for a caller who wants the whole reply. */
    Exchange ask(ChatRequest request) throws InterruptedException {
        return ask(request, () -> soFar -> {});
    }

    /**
     * What comes of the request within the time for one reply, charged to {@code account}.
     *
     * @throws AnswerException where the waiting thread is interrupted; its flag is set again
     */
    Reply reply(ChatRequest request, Account account) {
        return reply(request, account, () -> soFar -> {});
    }

    /**
     * As {@link #reply(ChatRequest, Account)}.
     *
     * @param reading gives for each attempt what is given the reply so far, as in {@link StreamedReply#of}
     */
    Reply reply(ChatRequest request, Account account, Supplier<Consumer<String>> reading) {
        try {
            Exchange exchange = ask(request, reading);
            if (exchange.tokens().total() > 0) {
                account.charge(usage(exchange.tokens()));
            }
            return exchange.reply();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private AnswerException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new AnswerException("model %s: interrupted before it replied: ask again".formatted(name), cause);
    }

    /**
     * What comes of the request within the time for one reply.
     *
     * @param reading gives for each attempt what is given the reply so far, as in {@link StreamedReply#of}
     * @throws InterruptedException where the waiting thread is interrupted
     */
    Exchange ask(ChatRequest request, Supplier<Consumer<String>> reading) throws InterruptedException {
        if (!circuit.tryAcquirePermission()) {
            return new Exchange(
                    new Reply.Failed(CallNotPermittedException.createCallNotPermittedException(circuit)), Tokens.NONE);
        }
        Optional<Exchange> exchange = Optional.empty();
        long began = System.nanoTime();
        try {
            exchange = Optional.of(patiently(request, reading, began + timeout().toNanos()));
            return exchange.get();
        } finally {
            exchange.ifPresentOrElse(
                    ended -> judge(ended.reply(), System.nanoTime() - began), circuit::releasePermission);
        }
    }

    private Exchange patiently(ChatRequest request, Supplier<Consumer<String>> reading, long deadline)
            throws InterruptedException {
        Retry.Context<Exchange> attempts = retry(deadline).context();
        Exchange exchange;
        do {
            exchange = StreamedReply.of(model, request, Duration.ofNanos(deadline - System.nanoTime()), reading.get());
        } while (again(attempts, exchange));
        return exchange;
    }

    /** Pauses where the request is to be made again. */
    private static boolean again(Retry.Context<Exchange> attempts, Exchange exchange) throws InterruptedException {
        try {
            return attempts.onResult(exchange);
        } catch (CancellationException e) {
            // so Resilience4j tells that the pause was interrupted; it sets the thread's mark as well
            Thread.interrupted();
            var interrupted = new InterruptedException("while it waited to ask again");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private Retry retry(long deadline) {
        return Retry.of(
                name,
                RetryConfig.<Exchange>custom()
                        .maxAttempts(ATTEMPTS)
                        .retryOnResult(exchange -> exchange.reply() instanceof Reply.Failed failed
                                && passes(failed.cause(), Duration.ofNanos(deadline - System.nanoTime())))
                        .intervalBiFunction((attempt, outcome) -> pauseMillis(attempt, outcome.get()))
                        .build());
    }

    private long pauseMillis(int attempt, Exchange exchange) {
        return exchange.reply() instanceof Reply.Failed failed
                ? ModelRetry.pause(firstPause, attempt, failed.cause()).toMillis()
                : 0;
    }

    /** Whether the server only refuses for now, and wants to be asked again before the time is over. */
    private static boolean passes(Throwable fault, Duration left) {
        boolean forNow = ModelFault.among(fault, RateLimitException.class).isPresent()
                || ModelFault.among(fault, InternalServerException.class).isPresent();
        return forNow && ModelRetry.asked(fault).compareTo(left) < 0;
    }

    /** A request that is refused for what it holds tells nothing of the next one. */
    private void judge(Reply reply, long nanos) {
        switch (reply) {
            case Reply.Text text -> circuit.onSuccess(nanos, TimeUnit.NANOSECONDS);
            case Reply.TimedOut late ->
                circuit.onError(nanos, TimeUnit.NANOSECONDS, new TimeoutException("after " + timeout()));
            case Reply.Failed failed
            when failed.cause() instanceof InvalidRequestException -> circuit.releasePermission();
            case Reply.Failed failed -> circuit.onError(nanos, TimeUnit.NANOSECONDS, failed.cause());
        }
    }
}
