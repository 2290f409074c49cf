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
    record Job(Runnable work, Consumer<Throwable> failed) {
        /** Waits for its turn among those that {@code turns} counts. */
        Job within(Turns turns) {
            return new Job(
                    () -> turns.take(() -> {
                        work.run();
                        return true;
                    }),
                    failed);
        }

        Job after(Runnable first) {
            return new Job(
                    () -> {
                        first.run();
                        work.run();
                    },
                    failed);
        }
    }

    /** What became of a job that was submitted; but for {@link #TAKEN} nothing happened. */
    enum Submitted {
        TAKEN,
        /** Too many wait in its chat. */
        LANE_FULL,
        /** Too many run and wait in all chats. */
        ALL_FULL,
        CLOSED
    }

    private final String name;
    private final int waitingMost;
    private final int most;
    private final Map<Long, Queue<Job>> waiting = new HashMap<>();
    private final Set<Thread> running = new HashSet<>();
    private int held;
    private boolean closed;
    private boolean cut;

    /**
     * @param waitingMost jobs of one chat behind the one that runs
     * @param most jobs that run and wait in all chats
     */
    Lanes(String name, int waitingMost, int most) {
        this.name = name;
        this.waitingMost = waitingMost;
        this.most = most;
    }

    synchronized Submitted submit(long chat, Job job) {
        Queue<Job> lane = waiting.get(chat);
        if (closed) {
            return Submitted.CLOSED;
        }
        if (lane != null && lane.size() >= waitingMost) {
            return Submitted.LANE_FULL;
        }
        if (held >= most) {
            return Submitted.ALL_FULL;
        }
        add(chat, job);
        return Submitted.TAKEN;
    }

    /** Takes a job however many there are, unless the lanes are closed; then nothing happens. */
    synchronized void add(long chat, Job job) {
        if (closed) {
            return;
        }
        held++;
        Queue<Job> lane = waiting.get(chat);
        if (lane == null) {
            waiting.put(chat, new ArrayDeque<>());
            start(chat, job);
        } else {
            lane.add(job);
        }
    }

    /** Whether jobs were interrupted and dropped. */
    synchronized boolean cut() {
        return cut;
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
        cut = !waiting.isEmpty();
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
        held--;
        Optional<Job> next = Optional.ofNullable(waiting.get(chat)).map(Queue::poll);
        if (next.isPresent()) {
            start(chat, next.get());
        } else {
            waiting.remove(chat);
            notifyAll();
        }
    }
}
