package dev.sanad.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.resilience4j.retry.Retry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A model hub in the layout of huggingface.co: {@code /OWNER/REPO/resolve/REVISION/PATH} is a file,
 * {@code /api/models/OWNER/REPO/revision/REVISION} the listing (huggingface_hub 0.36: {@code file_download.py}, {@code hf_api.py}). Never tried
 * against the public hub, only against a server that answers as that library expects. Safe for use by many threads.
 */
public final class Hub implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_LISTING_BYTES = 10_000_000;
    private static final int SUCCESS = 200;

    private final String address;
    private final HubClient client;
    private final Patience patience;

    /**
     * A hub that is asked nothing yet.
     *
     * @param address of the hub or a mirror, with or without a path
     * @param token sent to the origin of the address and to no other
     */
    public Hub(URI address, Optional<String> token, Patience patience) {
        this.address = address.toString().replaceFirst("/+$", "");
        Origin own = Origin.of(address)
                .orElseThrow(() -> new IllegalArgumentException("not an http or https address: " + address));
        this.client = new HubClient(own, token, patience.silence());
        this.patience = patience;
    }

    /** What the hub states of a file. */
    HubFile state(String repository, String revision, String path) {
        String what = what(repository, path);
        List<HttpHeaders> hops = patiently(what, () -> client.head(what, file(repository, revision, path))).stream()
                .map(response -> response.statusCode() == SUCCESS
                        ? response.headers()
                        // a redirect's own tag and length are not the file's
                        : HttpHeaders.of(
                                response.headers().map(),
                                (name, value) -> name.toLowerCase(Locale.ROOT).startsWith("x-")))
                .toList();
        return new HubFile(
                path,
                revision,
                first(hops, "X-Repo-Commit").filter(commit -> commit.matches("[0-9a-f]{7,64}")),
                first(hops, "X-Linked-Size")
                        .or(() -> first(hops, "Content-Length"))
                        .filter(bytes -> bytes.matches("\\d{1,15}"))
                        .map(bytes -> OptionalLong.of(Long.parseLong(bytes)))
                        .orElse(OptionalLong.empty()),
                first(hops, "X-Linked-ETag").or(() -> first(hops, "ETag")).flatMap(StatedDigest::ofTag));
    }

    /** All paths of a repository at a revision, as the hub orders them. */
    List<String> paths(String repository, String revision) {
        String what = what(repository, "its list of files");
        URI listing = URI.create("%s/api/models/%s/revision/%s".formatted(address, repository, encoded(revision)));
        String body = patiently(what, () -> {
            HttpResponse<InputStream> response = client.get(what, listing, Map.of());
            try (InputStream in = response.body()) {
                return new String(in.readNBytes(MOST_LISTING_BYTES), StandardCharsets.UTF_8);
            }
        });
        try {
            JsonNode siblings = JSON.readTree(body).path("siblings");
            return siblings.findValuesAsText("rfilename");
        } catch (JsonProcessingException e) {
            throw new ModelException("%s: not as a hub writes it; correct models.url".formatted(what), e);
        }
    }

    /** A download of what was stated, into a part that may hold the begin of it. */
    Download download(String repository, HubFile stated, PartFile part) {
        URI source = file(repository, stated.revision(), stated.path());
        return new Download(client, patience, what(repository, stated.path()), source, stated, part);
    }

    private static Optional<String> first(List<HttpHeaders> hops, String name) {
        return hops.reversed().stream()
                .flatMap(headers -> headers.firstValue(name).stream())
                .findFirst();
    }

    private URI file(String repository, String revision, String path) {
        String encoded = Arrays.stream(path.split("/", -1)).map(Hub::encoded).collect(Collectors.joining("/"));
        return URI.create("%s/%s/resolve/%s/%s".formatted(address, repository, encoded(revision), encoded));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String what(String repository, String path) {
        return "model %s, %s".formatted(repository, path);
    }

    private <T> T patiently(String what, Passing<T> request) {
        return Passing.patiently(what, patience.retry(), request);
    }

    @Override
    public void close() {
        client.close();
    }

    /** A request whose {@link IOException}s may pass. */
    @FunctionalInterface
    interface Passing<T> {
        T ask() throws IOException;

        /**
         * Asks again after faults that may pass.
         *
         * @throws ModelException when patience is at its end
         */
        static <T> T patiently(String what, Retry retry, Passing<T> request) {
            try {
                return retry.executeCallable(request::ask);
            } catch (IOException e) {
                String cause =
                        Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
                throw new ModelException(
                        "%s: the hub cannot be reached (%s); check the network or models.url and run it again, it goes on from there"
                                .formatted(what, cause),
                        e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("requests throw IOExceptions alone", e);
            }
        }
    }
}
