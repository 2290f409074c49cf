package dev.sanad.answer;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.sanad.index.HttpWithin;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A client whose streams end: by time, by length, and, where the server cuts one, with a fault. Safe for use by many threads. */
final class BoundedHttp implements HttpClient {
    /** Far above any reply of 8,000 characters with its envelopes; a line without an end must not fill the memory. */
    private static final long MAX_STREAM_BYTES = 8L * 1024 * 1024;

    private final HttpClient client;

    /** @param timeout for the beginning of a reply, and again for the rest of it */
    BoundedHttp(Duration timeout) {
        this.client = new HttpWithin(timeout);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        return client.execute(request);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        client.execute(request, (stream, events) -> parser.parse(new Limited(stream), events), new Ended(listener));
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

    /** Makes such clients; LangChain4j sets the time-outs of each model again, to the same. */
    record Builder(Duration timeout) implements HttpClientBuilder {
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
            return new BoundedHttp(timeout);
        }
    }
}
