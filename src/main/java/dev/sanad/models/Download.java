package dev.sanad.models;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a part to its full length, from where it stands (RFC 9110, 14). A server that ignores ranges, or has other bytes by now, starts the file anew. An
 * attempt that got further than all before it is not counted. For one thread.
 */
final class Download {
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,15})-.*");

    private final HubClient client;
    private final Patience patience;
    private final String what;
    private final URI source;
    private final HubFile stated;
    private final PartFile part;
    private long furthest;

    Download(HubClient client, Patience patience, String what, URI source, HubFile stated, PartFile part) {
        this.client = client;
        this.patience = patience;
        this.what = what;
        this.source = source;
        this.stated = stated;
        this.part = part;
    }

    /**
     * Does nothing more once the part has the stated size; stops at the first byte beyond it.
     *
     * @param progress told the part's bytes so far
     * @throws ModelException when the hub is not reached, refuses, or the disk does
     */
    void complete(LongConsumer progress) {
        if (beyond(part.bytes())) {
            part.discard();
        }
        furthest = part.bytes();
        boolean complete = false;
        while (!complete) {
            complete = Hub.Passing.patiently(what, patience.retry(), () -> attempt(progress));
        }
    }

    /** Whether the part is complete; not so where the connection was cut, but further than ever. */
    private boolean attempt(LongConsumer progress) throws IOException {
        if (stated.bytes().isPresent() && part.bytes() == stated.bytes().getAsLong()) {
            return true;
        }
        try {
            return fetch(progress);
        } catch (IOException e) {
            if (part.bytes() > furthest) {
                furthest = part.bytes();
                return false;
            }
            throw e;
        }
    }

    private boolean fetch(LongConsumer progress) throws IOException {
        long from = continued() ? part.bytes() : 0;
        HttpResponse<InputStream> response = client.get(what, source, ranged(from));
        try (PatientBody body = new PatientBody(response.body(), patience.silence())) {
            boolean ranged = response.statusCode() == PARTIAL;
            if (response.statusCode() == RANGE_NOT_SATISFIABLE || (ranged && !from(response, from))) {
                part.discard();
                throw new IOException("the server has no such range");
            }
            if (!ranged) {
                part.begin(strongTag(response));
            }
            append(body, progress);
            return !ranged
                    || stated.bytes().isEmpty()
                    || part.bytes() >= stated.bytes().getAsLong();
        }
    }

    /** Bytes of two versions are never mixed unnoticed: the server must hold to its tag, or the digest tells. */
    private boolean continued() {
        return part.bytes() > 0 && (part.tag().isPresent() || stated.digest().isPresent());
    }

    private Map<String, String> ranged(long from) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (from > 0) {
            headers.put("Range", "bytes=" + from + "-");
            part.tag().ifPresent(tag -> headers.put("If-Range", tag));
        }
        return headers;
    }

    private static boolean from(HttpResponse<?> response, long from) {
        Matcher range = CONTENT_RANGE.matcher(
                response.headers().firstValue("Content-Range").orElse(""));
        return range.matches() && Long.parseLong(range.group(1)) == from;
    }

    private static Optional<String> strongTag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").filter(tag -> tag.startsWith("\""));
    }

    private void append(PatientBody body, LongConsumer progress) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (FileChannel channel = part.append()) {
            long bytes = part.bytes();
            int read = body.read(buffer);
            while (read >= 0 && !beyond(bytes)) {
                write(channel, ByteBuffer.wrap(buffer, 0, read));
                bytes += read;
                progress.accept(bytes);
                read = body.read(buffer);
            }
            force(channel);
        }
    }

    private void write(FileChannel channel, ByteBuffer some) {
        while (some.hasRemaining()) {
            Disk.io(part.path(), () -> channel.write(some));
        }
    }

    /** Lest a crash leave a file of the right name without its bytes. */
    private void force(FileChannel channel) {
        Disk.io(part.path(), () -> {
            channel.force(true);
            return channel;
        });
    }

    private boolean beyond(long bytes) {
        return stated.bytes().isPresent() && bytes > stated.bytes().getAsLong();
    }
}
