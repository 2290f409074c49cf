package dev.sanad.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real HTTP server that answers as huggingface_hub expects the public hub to: large files by a redirect to a second server on a port of its own, small ones by a
 * relative redirect. Its faults are set by the tests.
 */
public final class LocalHub implements AutoCloseable {
    public static final String COMMIT = "a".repeat(40);
    private static final Pattern RESOLVE = Pattern.compile("/(?:small/)?([^/]+/[^/]+)/resolve/([^/]+)/(.+)");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    /** A request as it came; of {@code server} "hub" or "store". */
    public record Seen(String server, String method, String path, Map<String, String> headers) {
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    private final HttpServer hub;
    private final HttpServer store;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    /** After so many bytes of a body the connection ends. */
    final Queue<Integer> cuts = new ConcurrentLinkedQueue<>();
    /** Instead of an answer. */
    final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    /** What is sent instead of the stated bytes. */
    public final Map<String, byte[]> sent = new ConcurrentHashMap<>();

    volatile String commit = COMMIT;
    volatile boolean ranges = true;
    volatile boolean stating = true;
    volatile String tag = "\"1\"";
    volatile Optional<String> demandedToken = Optional.empty();
    /** Milliseconds before each kilobyte. */
    volatile int slowness;

    public LocalHub() throws IOException {
        hub = server("hub", this::hub);
        store = server(
                "store",
                exchange -> body(exchange, exchange.getRequestURI().getPath().substring(1)));
    }

    /** Holds a file at {@code OWNER/REPO/PATH}. */
    public void put(String path, byte[] bytes) {
        files.put(path, bytes);
    }

    /** From now on only requests with this token are answered. */
    public void demand(String token) {
        demandedToken = Optional.of(token);
    }

    /** From now on so long before each kilobyte. */
    public void slow(Duration pause) {
        slowness = (int) pause.toMillis();
    }

    /** The ranges of large files that were asked for, in order. */
    public List<String> ranges() {
        return seen.stream()
                .filter(one -> one.server().equals("store"))
                .flatMap(one -> one.header("Range").stream())
                .toList();
    }

    public URI address() {
        return address(hub);
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private HttpServer server(String name, Answer answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                Map<String, String> headers = new LinkedHashMap<>();
                exchange.getRequestHeaders().forEach((header, values) -> headers.put(header, values.getFirst()));
                seen.add(new Seen(
                        name,
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        headers));
                Integer status = statuses.poll();
                if (status != null) {
                    exchange.sendResponseHeaders(status, -1);
                } else {
                    answer.to(exchange);
                }
            }
        });
        server.start();
        return server;
    }

    private void hub(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (demandedToken.isPresent()
                && !Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .equals(demandedToken.map(token -> "Bearer " + token))) {
            refuse(exchange, 401, "GatedRepo");
            return;
        }
        Matcher resolve = RESOLVE.matcher(path);
        if (path.startsWith("/api/models/")) {
            listing(exchange, path.substring("/api/models/".length()).replaceFirst("/revision/.*", ""));
        } else if (resolve.matches()) {
            resolve(exchange, path, resolve.group(2), resolve.group(1) + "/" + resolve.group(3));
        } else {
            refuse(exchange, 404, "RepoNotFound");
        }
    }

    private void listing(HttpExchange exchange, String repository) throws IOException {
        String siblings = String.join(
                ",",
                files.keySet().stream()
                        .filter(path -> path.startsWith(repository + "/"))
                        .map(path -> "{\"rfilename\": \"%s\"}".formatted(path.substring(repository.length() + 1)))
                        .toList());
        byte[] json = "{\"sha\": \"%s\", \"siblings\": [%s]}"
                .formatted(commit, siblings)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
    }

    private void resolve(HttpExchange exchange, String path, String revision, String file) throws IOException {
        byte[] bytes = files.get(file);
        if (!revision.equals("main") && !revision.equals(commit)) {
            refuse(exchange, 404, "RevisionNotFound");
        } else if (bytes == null) {
            refuse(exchange, 404, "EntryNotFound");
        } else {
            if (stating) {
                exchange.getResponseHeaders().set("X-Repo-Commit", commit);
            }
            if (file.contains("onnx")) {
                if (stating) {
                    exchange.getResponseHeaders().set("X-Linked-ETag", "\"" + hex("SHA-256", bytes) + "\"");
                    exchange.getResponseHeaders().set("X-Linked-Size", Integer.toString(bytes.length));
                }
                redirect(exchange, address(store) + "/" + file);
            } else if (!path.startsWith("/small/")) {
                redirect(exchange, "/small" + path);
            } else {
                body(exchange, file);
            }
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.getResponseHeaders().set("ETag", "\"" + "0".repeat(40) + "\"");
        exchange.sendResponseHeaders(302, -1);
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().set("X-Error-Code", code);
        exchange.sendResponseHeaders(status, -1);
    }

    private void body(HttpExchange exchange, String file) throws IOException {
        byte[] stated = files.getOrDefault(file, new byte[0]);
        byte[] bytes = sent.getOrDefault(file, stated);
        String current = file.contains("onnx") || !stating ? tag : "\"" + gitSha1(stated) + "\"";
        exchange.getResponseHeaders().set("ETag", current);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(stated.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        int from = from(exchange, current);
        if (from >= bytes.length && from > 0) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
        write(exchange.getResponseBody(), Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private int from(HttpExchange exchange, String current) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        Matcher from = RANGE.matcher(range == null ? "" : range);
        boolean kept = condition == null || condition.equals(current);
        return ranges && kept && from.matches() ? Integer.parseInt(from.group(1)) : 0;
    }

    private void write(OutputStream out, byte[] bytes) throws IOException {
        Integer cut = bytes.length > 1000 ? cuts.poll() : null;
        if (cut != null) {
            // the headers at least, or the JDK's client silently asks again
            out.flush();
        }
        int end = cut == null ? bytes.length : Math.min(cut, bytes.length);
        for (int at = 0; at < end; at += 1024) {
            pause();
            out.write(bytes, at, Math.min(1024, end - at));
            if (slowness > 0 || cut != null) {
                out.flush();
            }
        }
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException e) {
            throw new IOException("stopped", e);
        }
    }

    static String hex(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String gitSha1(byte[] bytes) {
        return hex("SHA-1", ("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII), bytes);
    }

    @Override
    public void close() {
        hub.stop(0);
        store.stop(0);
    }
}
