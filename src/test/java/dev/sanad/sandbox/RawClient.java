package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Says to the server exactly what a test writes, with no library of bots between. */
final class RawClient {
    static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SandboxServer server;
    private final String token;

    RawClient(SandboxServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /** The answer's status and its object. */
    record Answer(int status, JsonNode body) {
        String description() {
            return body.path("description").asText();
        }

        JsonNode result() {
            return body.path("result");
        }
    }

    URI uri(String method) {
        return server.address().resolve("/bot" + token + "/" + method);
    }

    Answer call(String method, Object... namesAndValues) {
        return wait(start(method, namesAndValues));
    }

    /** A call by JSON that is not waited for. */
    CompletableFuture<Answer> start(String method, Object... namesAndValues) {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.set((String) namesAndValues[i], JSON.valueToTree(namesAndValues[i + 1]));
        }
        return send(post(method, "application/json", body.toString()));
    }

    HttpRequest post(String method, String type, String body) {
        return HttpRequest.newBuilder(uri(method))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    Answer sendNow(HttpRequest request) {
        return wait(send(request));
    }

    private CompletableFuture<Answer> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), parse(response.body())));
    }

    private static Answer wait(CompletableFuture<Answer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cut) {
                throw new UncheckedIOException(cut);
            }
            throw e;
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.createObjectNode().put("description", body);
        }
    }
}
