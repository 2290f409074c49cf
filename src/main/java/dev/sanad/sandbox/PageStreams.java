package dev.sanad.sandbox;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Server-sent events to open browsers: {@code hello}, then everything that is seen, then whatever differs from what this browser was told; {@code gone}
 * names what was deleted. A browser that connects again is told everything anew, so nothing need be remembered for it. Safe for many threads.
 */
final class PageStreams implements AutoCloseable {
    /** A browser that has left is noticed by writing to it. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Guard guard;
    private final PageView view;
    private boolean closed;

    PageStreams(Guard guard, PageView view) {
        this.guard = guard;
        this.view = view;
    }

    /**
     * Until the browser leaves or the page ends; the parameter {@code as} says who looks. The request's own thread waits, a virtual one: Javalin's {@code sse} would run this beside
     * the request, which Jetty takes back when a browser has left, and Javalin 7.2 then fails to reply and replies to that without end.
     */
    void run(Context request) throws IOException {
        HttpServletResponse response = request.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Connection", "close");
        response.flushBuffer();
        run(new SseClient(request));
    }

    private void run(SseClient browser) {
        SandboxUser viewer = Optional.ofNullable(browser.ctx().queryParam("as"))
                .filter(id -> id.matches("[0-9]{1,18}"))
                .flatMap(id -> view.seat(Long.parseLong(id)))
                .orElseGet(view::firstSeat);
        browser.sendEvent("hello", view.hello(viewer).toString());
        Map<String, PageView.Piece> told = new HashMap<>();
        while (!browser.terminated() && !isClosed()) {
            Optional<Map<String, PageView.Piece>> news = guard.await(HEARTBEAT, () -> news(viewer, told));
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            news.ifPresentOrElse(changed -> tell(browser, changed, told), () -> browser.sendComment("still here"));
        }
        browser.close();
    }

    /** What is now seen, once it differs from what was told; at the end of the page, what was told. */
    private Optional<Map<String, PageView.Piece>> news(SandboxUser viewer, Map<String, PageView.Piece> told) {
        if (closed) {
            return Optional.of(told);
        }
        Map<String, PageView.Piece> now = view.of(viewer);
        boolean same = now.size() == told.size()
                && now.entrySet().stream().allMatch(entry -> isTold(entry.getKey(), entry.getValue(), told));
        return same ? Optional.empty() : Optional.of(now);
    }

    private static boolean isTold(String key, PageView.Piece piece, Map<String, PageView.Piece> told) {
        return Optional.ofNullable(told.get(key)).filter(piece::tellsTheSame).isPresent();
    }

    private static void tell(SseClient browser, Map<String, PageView.Piece> now, Map<String, PageView.Piece> told) {
        for (String key : List.copyOf(told.keySet())) {
            if (!now.containsKey(key)) {
                told.remove(key);
                browser.sendEvent("gone", BotApiJson.object().put("key", key).toString());
            }
        }
        now.forEach((key, piece) -> {
            if (!isTold(key, piece, told)) {
                told.put(key, piece);
                browser.sendEvent(piece.event(), piece.json().get().toString());
            }
        });
    }

    private boolean isClosed() {
        return guard.read(() -> closed);
    }

    @Override
    public void close() {
        guard.change(() -> closed = true);
    }
}
