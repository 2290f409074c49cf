package dev.sanad.answer;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's HTTP client with an end to every stream. The JDK's own time-out stops with the headers of a response, so a server that falls
 * silent or drips afterwards would hold a thread and a connection for ever. Safe for use by many threads.
 */
final class BoundedHttp implements HttpClient {
    /** Far above any reply of 8,000 characters with its envelopes; a line without an end must not fill the memory. */
    private static final long MAX_STREAM_BYTES = 8L * 1024 * 1024;

    private final HttpClient jdk;
    private final Duration timeout;

    private BoundedHttp(HttpClient jdk, Duration timeout) {
        this.jdk = jdk;
        this.timeout = timeout;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        return jdk.execute(request);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        jdk.execute(request, (stream, events) -> parseBounded(parser, stream, events), new Ended(listener));
    }

    private void parseBounded(ServerSentEventParser parser, InputStream stream, ServerSentEventListener events) {
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> close(stream), CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
        try {
            parser.parse(new Limited(stream), events);
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

    /** Says that a stream is over. Some models take no notice, and one that was cut before its last event would be waited for in vain. */
    private record Ended(ServerSentEventListener listener) implements ServerSentEventListener {
        @Override
        public void onOpen(SuccessfulHttpResponse response) {
            listener.onOpen(response);
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            listener.onEvent(event, context);
        }

        @Override
        public void onEvent(ServerSentEvent event) {
            listener.onEvent(event);
        }

        @Override
        public void onError(Throwable error) {
            listener.onError(error);
        }

        /** A handler that has its whole reply by now leaves the fault unread. */
        @Override
        public void onClose() {
            try {
                listener.onClose();
            } finally {
                listener.onError(new EOFException("the reply ended before it was whole"));
            }
        }
    }

    /** Fails once more bytes were read than any honest reply has. */
    private static final class Limited extends FilterInputStream {
        private long left = MAX_STREAM_BYTES;

        private Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return count(read, read);
        }

        private int count(int result, int bytes) throws IOException {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw new IOException("the reply is longer than %d bytes".formatted(MAX_STREAM_BYTES));
            }
            return result;
        }
    }

    /** Builds clients that read on virtual threads: a blocked reader costs no platform thread. */
    static final class Builder implements HttpClientBuilder {
        private final JdkHttpClientBuilder jdk = JdkHttpClient.builder()
                .httpClientBuilder(
                        java.net.http.HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()));
        private final Duration timeout;

        Builder(Duration timeout) {
            this.timeout = timeout;
        }

        @Override
        public Duration connectTimeout() {
            return jdk.connectTimeout();
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration connectTimeout) {
            jdk.connectTimeout(connectTimeout);
            return this;
        }

        @Override
        public Duration readTimeout() {
            return jdk.readTimeout();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration readTimeout) {
            jdk.readTimeout(readTimeout);
            return this;
        }

        @Override
        public HttpClient build() {
            return new BoundedHttp(jdk.build(), timeout);
        }
    }
}
