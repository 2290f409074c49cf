package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A model's server without a model: it streams the sentences it was given, in tokens, as OpenAI's Chat Completions API does, and notes when each was
 * sent. For one request at a time.
 */
final class SentenceStream implements AutoCloseable {
    private static final int TOKEN_CHARS = 4;

    /** Between sentences, as from a model that writes some hundred tokens a second: no sentence waits for the check of the one before. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Long> sent = new CopyOnWriteArrayList<>();
    private volatile List<String> sentences = List.of();

    /** Listens on a free port of this machine. */
    SentenceStream() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("a server on a free port", e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::reply);
        server.start();
    }

    URI url() {
        return URI.create("http://%s:%d/v1"
                .formatted(
                        server.getAddress().getAddress().getHostAddress(),
                        server.getAddress().getPort()));
    }

    /** What the next reply holds. */
    void willSay(List<String> written) {
        sentences = List.copyOf(written);
        sent.clear();
    }

    /** {@link System#nanoTime} at which the last token of each sentence of the reply was handed to the network. */
    List<Long> sent() {
        return List.copyOf(sent);
    }

    private void reply(HttpExchange exchange) throws IOException {
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < sentences.size(); i++) {
                send(out, (i == 0 ? "" : "\n") + sentences.get(i), i > 0);
                sent.add(System.nanoTime());
            }
            event(out, "{\"id\":\"s\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
            event(out, "[DONE]");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After its first token comes the pause: with that token the sentence before is known to be over. */
    private static void send(OutputStream out, String sentence, boolean pausing)
            throws IOException, InterruptedException {
        for (int at = 0; at < sentence.length(); at += TOKEN_CHARS) {
            String token = sentence.substring(at, Math.min(at + TOKEN_CHARS, sentence.length()));
            event(
                    out,
                    "{\"id\":\"s\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%s}}]}"
                            .formatted(new TextNode(token)));
            if (at == 0 && pausing) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
