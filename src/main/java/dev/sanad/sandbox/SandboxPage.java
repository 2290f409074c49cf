package dev.sanad.sandbox;

import io.javalin.Javalin;
import io.javalin.http.staticfiles.Location;
import java.net.URI;
import java.util.List;

/**
 * A chat client in the browser for a {@link SandboxServer}: one of the {@code seats} writes and presses, and sees what Telegram would show. Its files are
 * in {@code sandbox/page}. It listens on loopback alone, answers only what the page itself asks ({@link PageGuard}), and ends with {@link #close()}; the
 * server goes on.
 */
public final class SandboxPage implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    /** A message of 4,096 UTF-16 units, each escaped in JSON, fits. */
    private static final long MOST_REQUEST_BYTES = 65_536;

    private final PageStreams streams;
    private final Javalin http;

    private SandboxPage(SandboxServer server, int port, List<SandboxUser> seats) {
        PageView view = new PageView(server, seats);
        PageCalls calls = new PageCalls(server, view);
        this.streams = new PageStreams(server.chats().guard(), view);
        this.http = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.http.maxRequestSize = MOST_REQUEST_BYTES;
                    config.staticFiles.add("/sandbox/page", Location.CLASSPATH);
                    config.routes.before(PageGuard::check);
                    config.routes.get("/events", streams::run);
                    calls.addTo(config.routes);
                })
                .start(HOST, port);
    }

    /**
     * Starts the page; it is ready when this returns.
     *
     * @param port 0 for any free one
     * @param seats whom the page lets one be, in the order in which it offers them; not empty, all known to the server
     * @throws io.javalin.util.JavalinException where the port is taken
     */
    public static SandboxPage start(SandboxServer server, int port, List<SandboxUser> seats) {
        if (seats.isEmpty()) {
            throw new IllegalArgumentException("the page needs somebody to be");
        }
        return new SandboxPage(server, port, seats);
    }

    /** What to open in a browser. */
    public URI address() {
        return URI.create("http://%s:%d/".formatted(HOST, http.port()));
    }

    /** Ends the streams of open browsers, then the page. */
    @Override
    public void close() {
        streams.close();
        http.stop();
    }
}
