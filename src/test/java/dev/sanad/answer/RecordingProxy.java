package dev.sanad.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Stands before an OpenAI-compatible server, passes each event of a stream on as it comes, and keeps what the model wrote. The delimiter of passages, which is
 * random, reaches the model as always the same one, so that the same questions get the same replies.
 */
final class RecordingProxy implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DELIMITER = Pattern.compile("(?<=={5})\\p{XDigit}{32}(?=={5})");
    private static final String SAME_DELIMITER = "0123456789abcdef".repeat(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI target;
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();

    RecordingProxy(URI target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The next whole reply that was not taken yet. */
    String reply() {
        try {
            return Optional.ofNullable(replies.poll(10, TimeUnit.SECONDS)).orElseThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the model replied", e);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(target + "/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        DELIMITER.matcher(asked).replaceAll(SAME_DELIMITER)))
                .build();
        try (exchange) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(response.statusCode(), 0);
            replies.add(copied(response.body(), exchange.getResponseBody()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String copied(InputStream from, OutputStream to) throws IOException {
        StringBuilder reply = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                to.flush();
                if (line.startsWith("data: {")) {
                    reply.append(JSON.readTree(line.substring("data: ".length()))
                            .at("/choices/0/delta/content")
                            .asText(""));
                }
            }
        }
        return reply.toString();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
