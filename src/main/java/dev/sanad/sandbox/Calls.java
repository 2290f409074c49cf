package dev.sanad.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** The calls that came with the right token, the latest {@value #KEPT} of them. Safe for many threads. */
public final class Calls {
    private static final int KEPT = 10_000;
    private final Deque<Call> kept = new ArrayDeque<>();
    private final Clock clock;

    Calls(Clock clock) {
        this.clock = clock;
    }

    /** One call; its method in lower case. */
    public record Call(String method, Parameters parameters, Instant at) {}

    synchronized void add(String method, Parameters parameters) {
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.addLast(new Call(method, parameters, clock.instant()));
    }

    /** Oldest first; the method in any case. Calls that met a fault are among them. */
    public synchronized List<Call> of(String method) {
        String name = method.toLowerCase(Locale.ROOT);
        return kept.stream().filter(call -> call.method().equals(name)).toList();
    }
}
