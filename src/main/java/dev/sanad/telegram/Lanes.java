package dev.sanad.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One lane for each chat: its jobs run one after another in the order they came, on virtual threads, and no lane waits for another. Lanes are bounded.
 * Safe for use by many threads.
 */
final class Lanes {
    /**
     * @param work may throw
     * @param failed told what {@code work} threw, on the same thread
     */
    record Job(Runnable work, Consumer<Throwable> failed) {}

    private final String name;
    private final int waitingMost;
    private final Map<Long, Queue<Job>> waiting = new HashMap<>();
    private final Set<Thread> running = new HashSet<>();
    private boolean closed;

    Lanes(String name, int waitingMost) {
        this.name = name;
        this.waitingMost = waitingMost;
    }

    /** False, and nothing happens, where the chat's lane is full or the lanes are closed. */
    synchronized boolean submit(long chat, Job job) {
        if (closed) {
            return false;
        }
        Queue<Job> lane = waiting.get(chat);
        if (lane == null) {
            waiting.put(chat, new ArrayDeque<>());
            start(chat, job);
            return true;
        }
        return lane.size() < waitingMost && lane.add(job);
    }

    /**
     * Takes no more jobs, waits until those taken are done, and after {@code most} interrupts what still runs and drops what waits.
     *
     * @return how many jobs were interrupted or dropped
     */
    synchronized int close(Duration most) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toMillis();
                !waiting.isEmpty() && left > 0;
                left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        int dropped = running.size();
        for (Queue<Job> lane : waiting.values()) {
            dropped += lane.size();
            lane.clear();
        }
        running.forEach(Thread::interrupt);
        return dropped;
    }

    private synchronized void start(long chat, Job job) {
        Thread thread = Thread.ofVirtual().name(name + " " + chat).unstarted(() -> run(chat, job));
        running.add(thread);
        thread.start();
    }

    /** The one place where a worker's faults end: whatever is thrown, the chat's next job runs. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private void run(long chat, Job job) {
        try {
            job.work().run();
        } catch (Throwable thrown) {
            job.failed().accept(thrown);
        } finally {
            next(chat);
        }
    }

    private synchronized void next(long chat) {
        running.remove(Thread.currentThread());
        Optional<Job> next = Optional.ofNullable(waiting.get(chat)).map(Queue::poll);
        if (next.isPresent()) {
            start(chat, next.get());
        } else {
            waiting.remove(chat);
            notifyAll();
        }
    }
}
