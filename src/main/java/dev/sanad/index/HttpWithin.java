package dev.sanad.index;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's HTTP client with one time-out for the whole exchange, since the JDK's own ends with the headers and a server that drips its body
 * would be waited for without end; and with what a refusal says about when to ask again. Safe for use by many threads.
 */
public final class HttpWithin implements HttpClient {
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
    static final class RefusedException extends HttpException {
        private static final long serialVersionUID = 1L;

        private final String retryAfter;

        RefusedException(int status, String body, String retryAfter) {
            super(status, body);
            this.retryAfter = retryAfter;
        }

        /** When to ask again, where the server says so in seconds (RFC 9110, 10.2.3); zero where it does not. */
        Duration retryAfter() {
            return retryAfter.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO;
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
                new FutureTask<>(() -> client.send(jdk(request), BodyHandlers.ofByteArray()));
        Thread.ofVirtual().start(exchange);
        try {
            HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() / 100 != 2) {
                throw new RefusedException(
                        response.statusCode(),
                        new String(response.body(), StandardCharsets.UTF_8),
                        response.headers().firstValue("Retry-After").orElse(""));
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

    private static java.net.http.HttpRequest jdk(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedFeatureException("replies are read whole");
    }

    /** Makes such clients; LangChain4j sets the time-outs of each model again, to the same. */
    static final class Builder implements HttpClientBuilder {
        private final Duration timeout;

        Builder(Duration timeout) {
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
