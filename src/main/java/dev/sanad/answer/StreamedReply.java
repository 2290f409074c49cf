package dev.sanad.answer;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Collects one streamed reply, bounded in total time and in length. The model's threads write, one caller waits. */
public final class StreamedReply implements StreamingChatResponseHandler {
    /** Longer than any answer or brief asked for; what follows is not read. */
    public static final int MAX_CHARS = 8_000;

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Reply> done = new CompletableFuture<>();
    private volatile Optional<StreamingHandle> handle = Optional.empty();
    private Optional<TokenUsage> usage = Optional.empty();

    private StreamedReply() {}

    /**
     * Sends the request and waits for its whole reply, at most {@code timeout} from now, even where the server keeps sending.
     *
     * @param grown is given the reply so far each time more of it came, by the waiting thread; not the whole one
     * @throws InterruptedException where the waiting thread is interrupted; the stream is cancelled first
     */
    public static Exchange of(StreamingChatModel model, ChatRequest request, Duration timeout, Consumer<String> grown)
            throws InterruptedException {
        StreamedReply streamed = new StreamedReply();
        // on a thread of its own, since a model may connect, or even read, before it returns
        Thread.ofVirtual().name("model").start(() -> streamed.send(model, request));
        Reply reply = streamed.await(System.nanoTime() + timeout.toNanos(), grown);
        return new Exchange(reply, streamed.tokens(request, reply));
    }

    private Reply await(long deadline, Consumer<String> grown) throws InterruptedException {
        try {
            String soFar = "";
            while (!done.isDone() && System.nanoTime() < deadline) {
                soFar = longer(soFar, deadline);
                if (!done.isDone()) {
                    grown.accept(soFar);
                }
            }
            return done.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Reply.TimedOut();
        } catch (ExecutionException e) {
            return new Reply.Failed(e.getCause() == null ? e : e.getCause());
        } finally {
            stop();
        }
    }

    /** The text once it is longer than {@code seen}, or as it is when the reply or the time is over. */
    private synchronized String longer(String seen, long deadline) throws InterruptedException {
        while (!done.isDone() && text.length() == seen.length() && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
        return text.toString();
    }

    private synchronized void end(Reply reply) {
        done.complete(reply);
        notifyAll();
    }

    /** Who refuses before the first word does not charge for it; who is late may. */
    private synchronized Tokens tokens(ChatRequest request, Reply reply) {
        if (reply instanceof Reply.Failed && text.isEmpty()) {
            return Tokens.NONE;
        }
        return Tokens.stated(usage).orElseGet(() -> Tokens.estimated(chars(request), text.length()));
    }

    private static int chars(ChatRequest request) {
        return request.messages().stream()
                .mapToInt(message -> switch (message) {
                    case SystemMessage system -> system.text().length();
                    case UserMessage user -> user.singleText().length();
                    default -> 0;
                })
                .sum();
    }

    private void send(StreamingChatModel model, ChatRequest request) {
        try {
            model.chat(request, this);
        } catch (RuntimeException e) {
            end(failed(e));
        }
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        handle = Optional.ofNullable(context.streamingHandle());
        onPartialResponse(part.text());
        if (done.isDone()) {
            stop();
        }
    }

    @Override
    public synchronized void onPartialResponse(String part) {
        if (done.isDone()) {
            return;
        }
        text.append(part, 0, Math.min(part.length(), MAX_CHARS - text.length()));
        notifyAll();
        if (text.length() >= MAX_CHARS) {
            end(new Reply.Text(text.toString(), false));
        }
    }

    @Override
    public synchronized void onCompleteResponse(ChatResponse response) {
        usage = Optional.ofNullable(response.tokenUsage());
        boolean whole = response.finishReason() == FinishReason.STOP;
        end(new Reply.Text(text.toString(), whole));
    }

    @Override
    public void onError(Throwable error) {
        end(failed(error));
    }

    /** The client's own time-out may fire a moment before ours. */
    private static Reply failed(Throwable error) {
        return error instanceof dev.langchain4j.exception.TimeoutException
                ? new Reply.TimedOut()
                : new Reply.Failed(error);
    }

    private void stop() {
        done.cancel(false);
        handle.ifPresent(StreamingHandle::cancel);
    }
}
