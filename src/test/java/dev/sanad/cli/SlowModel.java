package dev.sanad.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sanad.answer.LlmSettings;
import dev.sanad.answer.ModelServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A language model that thinks for the same time about whatever it is asked, for as many at once as ask, and then says the same. */
final class SlowModel implements AutoCloseable {
    private static final int BACKLOG = 2_000;

    private final HttpServer server;
    private final Duration thinking;
    private final byte[] reply;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /** @param prompt as it came, in JSON */
    record Exchange(String prompt, Instant asked, Instant replied) {}

    SlowModel(Duration thinking, String says) throws IOException {
        this.thinking = thinking;
        this.reply = ModelServer.stream(LlmSettings.Provider.OPENAI, says)
                .build()
                .getBody()
                .getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String prompt = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Instant asked = Instant.now();
            Thread.sleep(thinking);
            exchanges.add(new Exchange(prompt, asked, Instant.now()));
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
    }

    /** All that it replied to so far, in the order in which it was asked. */
    List<Exchange> exchanges() {
        return exchanges.stream().sorted(Comparator.comparing(Exchange::asked)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
