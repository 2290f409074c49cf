package dev.sanad.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Faults that the next calls of a method will meet, one each, in the order in which they were scripted. Safe for many threads. */
public final class Faults {
    private final Map<String, Deque<Fault>> scripted = new HashMap<>();

    Faults() {}

    /** Adds the same fault for so many calls of a method, told apart without case. */
    public synchronized void next(String method, int calls, Fault fault) {
        Deque<Fault> queue = scripted.computeIfAbsent(method.toLowerCase(Locale.ROOT), name -> new ArrayDeque<>());
        for (int i = 0; i < calls; i++) {
            queue.addLast(fault);
        }
    }

    public synchronized void clear() {
        scripted.clear();
    }

    synchronized Optional<Fault> take(String method) {
        return Optional.ofNullable(scripted.get(method)).map(Deque::pollFirst);
    }
}
