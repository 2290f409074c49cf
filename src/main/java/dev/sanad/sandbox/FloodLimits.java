package dev.sanad.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The limits that the Bots FAQ states ("My bot is hitting limits"): about one message a second in one chat, short bursts allowed; 20 a minute in one
 * group; 30 a second in all. Off until switched on. Safe for many threads.
 */
final class FloodLimits {
    private static final Window CHAT = new Window("chat", 3, Duration.ofSeconds(3));
    private static final Window GROUP = new Window("group", 20, Duration.ofMinutes(1));
    private static final Window ALL = new Window("all", 30, Duration.ofSeconds(1));

    private final Clock clock;
    private final Map<String, Deque<Instant>> admitted = new HashMap<>();
    private boolean on;
    private int refused;

    FloodLimits(Clock clock) {
        this.clock = clock;
    }

    private record Window(String name, int count, Duration length) {}

    synchronized void set(boolean limited) {
        on = limited;
        admitted.clear();
    }

    /** @throws ApiException 429 with the seconds to wait; what is refused does not count */
    void admit(SandboxChat chat) {
        admit(chat.id(), chat.isPrivate() ? List.of(ALL, CHAT) : List.of(ALL, CHAT, GROUP));
    }

    /** How many calls it refused. */
    synchronized int refused() {
        return refused;
    }

    /** The FAQ speaks of messages: a draft is none in its chat, but a call like any other. */
    void admitDraft() {
        admit(0, List.of(ALL));
    }

    private synchronized void admit(long chat, List<Window> windows) {
        if (!on) {
            return;
        }
        Instant now = clock.instant();
        Duration wait = Duration.ZERO;
        for (Window window : windows) {
            Duration needed = wait(window, of(window, chat), now);
            wait = needed.compareTo(wait) > 0 ? needed : wait;
        }
        if (wait.isPositive()) {
            refused++;
            throw ApiException.tooManyRequests(
                    Math.toIntExact(Math.max(1, wait.plusMillis(999).toSeconds())));
        }
        windows.forEach(window -> of(window, chat).addLast(now));
    }

    private Deque<Instant> of(Window window, long chat) {
        String key = window.equals(ALL) ? window.name() : window.name() + chat;
        return admitted.computeIfAbsent(key, k -> new ArrayDeque<>());
    }

    private static Duration wait(Window window, Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.getFirst().plus(window.length()).isAfter(now)) {
            times.removeFirst();
        }
        return times.size() < window.count()
                ? Duration.ZERO
                : Duration.between(now, times.getFirst().plus(window.length()));
    }
}
