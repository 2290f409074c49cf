package dev.sanad.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A real HTTP server that speaks OpenAI's protocol of embeddings. A text's vector counts its words, each in a place that its hash names; faults
 * are served first, in the order they were asked for.
 */
public final class EmbeddingServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<List<String>> requests = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private volatile Function<String, float[]> vectors = text -> words(text, 64);
    private volatile Duration delay = Duration.ZERO;

    /** Answers one exchange in place of vectors. */
    @FunctionalInterface
    interface Fault {
        void answer(HttpExchange exchange) throws IOException;
    }

    public EmbeddingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/embeddings", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Each word adds one at the place its hash names. */
    static float[] words(String text, int dimension) {
        float[] vector = new float[dimension];
        vector[0] = 0.1f;
        for (String word : text.split("[^\\p{L}\\p{N}]+", -1)) {
            vector[Math.floorMod(word.hashCode(), dimension)]++;
        }
        return vector;
    }

    /** Sends a byte in a while, for longer than anybody waits. */
    public static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        List<String> texts = new ArrayList<>();
        request.path("input").forEach(text -> texts.add(text.asText()));
        requests.add(texts);
        keys.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse(""));
        Fault fault = faults.poll();
        if (fault == null) {
            sleep(delay);
            send(exchange, 200, reply(texts.stream().map(vectors).toList()));
        } else {
            fault.answer(exchange);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String reply(List<float[]> vectors) {
        ObjectNode reply = JSON.createObjectNode();
        ArrayNode data = reply.putArray("data");
        for (float[] vector : vectors) {
            ArrayNode numbers = data.addObject()
                    .put("index", data.size() - 1)
                    .put("object", "embedding")
                    .putArray("embedding");
            for (float number : vector) {
                numbers.add(number);
            }
        }
        return reply.put("object", "list").put("model", "m").toString();
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The next requests are refused with these states, one each. */
    public EmbeddingServer refusing(Integer... states) {
        Arrays.stream(states)
                .forEach(status -> faulty(
                        exchange -> send(exchange, status, "{\"error\":{\"message\":\"no, sk-0123456789abcdef\"}}")));
        return this;
    }

    EmbeddingServer faulty(Fault fault) {
        faults.add(fault);
        return this;
    }

    public EmbeddingServer slowedBy(Duration time) {
        delay = time;
        return this;
    }

    public EmbeddingServer giving(Function<String, float[]> made) {
        vectors = made;
        return this;
    }

    /** The texts of each request, in order of arrival. */
    public List<List<String>> requests() {
        return requests;
    }

    /** How many texts came in all. */
    public int texts() {
        return requests.stream().mapToInt(List::size).sum();
    }

    /** The Authorization header of each request, blank where there was none. */
    List<String> keys() {
        return keys;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** Four texts a request, prefixes {@code q: } and {@code p: }. */
    public EmbeddingSettings settings() {
        return settings(url(), Duration.ofSeconds(5));
    }

    static EmbeddingSettings settings(URI url, Duration queryTimeout) {
        return new EmbeddingSettings(
                EmbeddingSettings.Provider.OPENAI,
                Optional.of(url),
                "m",
                Optional.empty(),
                Optional.of("sk-the-secret-key-of-the-test"),
                "q: ",
                "p: ",
                EmbeddingSettings.Pooling.MEAN,
                4,
                EmbeddingSettings.MAX_CHARS,
                Duration.ofSeconds(5),
                queryTimeout);
    }

    /** Short of patience: a hundredth of a second between attempts, a fifth of one until a model that failed is asked again. */
    public Embedder embedder() {
        return embedder(settings());
    }

    static Embedder embedder(EmbeddingSettings settings) {
        return Embedder.of(settings, Duration.ofMillis(10), Duration.ofMillis(200));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
