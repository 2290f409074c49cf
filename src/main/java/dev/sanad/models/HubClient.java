package dev.sanad.models;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests to the hub. Redirects are followed here and not by the JDK's client, for the token is sent to the hub's own origin alone and an encrypted
 * way is never left for a plain one. Safe for use by many threads.
 */
final class HubClient implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(20);
    private static final int MOST_HOPS = 8;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Origin own;
    private final Optional<String> token;
    private final Duration silence;

    /** @param silence until the headers of a response have to be there */
    HubClient(Origin own, Optional<String> token, Duration silence) {
        this.own = own;
        this.token = token;
        this.silence = silence;
    }

    /**
     * The headers of all responses on the way while it stays with the hub: of a large file the hub itself states what its redirect leads to.
     *
     * @throws IOException for faults that may pass
     */
    List<HttpResponse<InputStream>> head(String what, URI address) throws IOException {
        return follow("HEAD", what, address, Map.of(), false);
    }

    /**
     * A body to be closed by the caller; status 200, 206 or 416.
     *
     * @throws IOException for faults that may pass
     */
    HttpResponse<InputStream> get(String what, URI address, Map<String, String> headers) throws IOException {
        return follow("GET", what, address, headers, true).getLast();
    }

    private List<HttpResponse<InputStream>> follow(
            String method, String what, URI address, Map<String, String> headers, boolean abroad) throws IOException {
        List<HttpResponse<InputStream>> hops = new ArrayList<>();
        URI next = address;
        while (hops.size() < MOST_HOPS) {
            HttpResponse<InputStream> response = send(method, what, next, headers);
            hops.add(response);
            Optional<URI> target = redirect(what, response);
            if (target.isEmpty()) {
                Refusals.check(what, response, this::toHub);
                return hops;
            }
            response.body().close();
            if (!abroad && !toHub(target.get())) {
                return hops;
            }
            next = target.get();
        }
        throw new ModelException(
                "%s: the hub redirects without end; try again later or set models.url to another hub".formatted(what));
    }

    private HttpResponse<InputStream> send(String method, String what, URI address, Map<String, String> headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(silence)
                .header("User-Agent", "sanad")
                // sizes and digests are those of the file itself
                .header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        if (toHub(address)) {
            token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("%s: interrupted; run it again, it goes on from there".formatted(what), e);
        }
    }

    private Optional<URI> redirect(String what, HttpResponse<?> response) {
        Optional<String> location = response.headers().firstValue("Location");
        if (response.statusCode() / 100 != 3 || location.isEmpty()) {
            return Optional.empty();
        }
        URI target;
        try {
            target = response.uri().resolve(location.get());
        } catch (IllegalArgumentException e) {
            throw badRedirect(what, "an address that is none");
        }
        Origin to = Origin.of(target).orElseThrow(() -> badRedirect(what, "something that is no web address"));
        if (own.encrypted() && !to.encrypted()) {
            throw badRedirect(what, "the unencrypted " + to);
        }
        return Optional.of(target);
    }

    private boolean toHub(URI address) {
        return Origin.of(address).equals(Optional.of(own));
    }

    private static ModelException badRedirect(String what, String where) {
        return new ModelException(
                "%s: the hub redirects to %s; try again later or set models.url to another hub".formatted(what, where));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
