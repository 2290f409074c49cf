package dev.sanad.index;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's HTTP client with one time-out for the whole exchange, since the JDK's own ends with the headers and a server that drips its body
 * would be waited for without end; and with what a refusal says about when to ask again. Safe for use by many threads.
 */
public final class HttpWithin implements HttpClient {
    /** More than any server says about a refusal. */
    private static final int MAX_REFUSAL_BYTES = 64 * 1024;

    private final java.net.http.HttpClient client;
    private final Duration timeout;

    /**
     * A client of its own.
     *
     * @param timeout from the first connection to the last byte
     */
    public HttpWithin(Duration timeout) {
        this.client = java.net.http.HttpClient.newBuilder()
                // many a small server of models stumbles over the offer of HTTP/2
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
        this.timeout = timeout;
    }

    /** A reply that is not a success. */
    public static final class RefusedException extends HttpException {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        RefusedException(int status, String body, Duration retryAfter) {
            super(status, body);
            this.retryAfter = retryAfter;
        }

        private static RefusedException of(HttpResponse<?> response, byte[] body) {
            return new RefusedException(
                    response.statusCode(), new String(body, StandardCharsets.UTF_8), RetryAfter.of(response.headers()));
        }

        /** When to ask again, as far as the server says so; zero where it does not. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * The whole reply.
     *
     * @throws HttpException where it is not a success
     * @throws TimeoutException where it is not whole in time
     * @throws UncheckedIOException where the server cannot be reached
     */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        // not sendAsync: its end needs a thread of the common pool, and all of those may wait here
        FutureTask<HttpResponse<byte[]>> exchange =
                new FutureTask<>(() -> client.send(jdk(request).build(), BodyHandlers.ofByteArray()));
        Thread.ofVirtual().start(exchange);
        try {
            HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() / 100 != 2) {
                throw RefusedException.of(response, response.body());
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(response.body())
                    .build();
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("no whole reply within " + timeout, e);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(
                    e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        } finally {
            exchange.cancel(true);
        }
    }

    private static java.net.http.HttpRequest.Builder jdk(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Returns at once and reads on a thread of its own. The listener hears {@link RefusedException} where the reply is not a success, and
     * {@link TimeoutException} where no reply begins in time; a stream that is not over in time after it began is closed.
     */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Thread.ofVirtual().name("model stream").start(() -> {
            try {
                var sent = jdk(request).timeout(timeout).build();
                stream(client.send(sent, BodyHandlers.ofInputStream()), parser, listener);
            } catch (HttpTimeoutException e) {
                listener.onError(new TimeoutException("no reply began within " + timeout, e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                listener.onError(e);
            } catch (IOException | RuntimeException e) {
                listener.onError(e);
            }
        });
    }

    private void stream(
            HttpResponse<InputStream> response, ServerSentEventParser parser, ServerSentEventListener listener)
            throws IOException {
        InputStream body = response.body();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> close(body), CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
        try (body) {
            if (response.statusCode() / 100 != 2) {
                throw RefusedException.of(response, body.readNBytes(MAX_REFUSAL_BYTES));
            }
            listener.onOpen(SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .build());
            parser.parse(body, listener);
            listener.onClose();
        } finally {
            end.cancel(false);
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes such clients; LangChain4j sets the time-outs of each model again, to the same. */
    public static final class Builder implements HttpClientBuilder {
        private final Duration timeout;

        /** @param timeout as for the client */
        public Builder(Duration timeout) {
            this.timeout = timeout;
        }

        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new HttpWithin(timeout);
        }
    }
}
