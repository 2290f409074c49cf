package dev.sanad.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A real HTTP server that speaks Cohere's protocol of reranking as other servers do: results best first, nothing about billing. Faults are served first, in
 * the order they were asked for.
 */
public final class RerankTestServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private volatile ToDoubleFunction<String> scores = text -> 0;

    /** Answers one exchange in place of scores. */
    @FunctionalInterface
    interface Fault {
        void answer(HttpExchange exchange) throws IOException;
    }

    public RerankTestServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/rerank", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        requests.add(request);
        keys.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse(""));
        Fault fault = faults.poll();
        if (fault == null) {
            send(exchange, 200, reply(request.path("documents")));
        } else {
            fault.answer(exchange);
        }
    }

    private String reply(JsonNode documents) {
        List<Double> given = StreamSupport.stream(documents.spliterator(), false)
                .map(text -> scores.applyAsDouble(text.asText()))
                .toList();
        ObjectNode reply = JSON.createObjectNode();
        IntStream.range(0, given.size())
                .boxed()
                .sorted(Comparator.comparing(given::get).reversed())
                .forEach(i ->
                        reply.withArray("results").addObject().put("index", i).put("relevance_score", given.get(i)));
        return reply.toString();
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    RerankTestServer faulty(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** The next request gets that body in place of scores. */
    RerankTestServer replying(String body) {
        return faulty(exchange -> send(exchange, 200, body));
    }

    /** The next request is refused. */
    public RerankTestServer refusing(int status) {
        return faulty(exchange -> send(exchange, status, "{\"message\":\"no, sk-0123456789abcdef\"}"));
    }

    public RerankTestServer scoring(ToDoubleFunction<String> made) {
        scores = made;
        return this;
    }

    public List<JsonNode> requests() {
        return requests;
    }

    List<String> keys() {
        return keys;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    static RerankSettings settings(URI url, int depth, Duration timeout) {
        return new RerankSettings(
                RerankSettings.Provider.COHERE,
                Optional.of(url),
                "m",
                Optional.empty(),
                Optional.of("sk-the-secret-key-of-the-test"),
                depth,
                timeout);
    }

    /** Leaves a server that failed alone for a fifth of a second. */
    Reranker reranker(int depth) {
        return Reranker.of(settings(url(), depth, Duration.ofSeconds(5)), Duration.ofMillis(200));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
