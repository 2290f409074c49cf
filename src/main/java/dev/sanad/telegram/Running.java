package dev.sanad.telegram;

import dev.sanad.conversation.Pressed;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The answers under way, so that whoever asked can stop them. Safe for use by many threads. */
final class Running {
    private static final int KEY_BYTES = 16;

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Turns turns;

    /** @param atOnce how much work goes on at once, what waits for a model included; the rest waits in the order it came */
    Running(int atOnce) {
        this.turns = new Turns(atOnce);
    }

    /** Of the work that this thread begins for {@code owner}. */
    Job begin(Pressed.Owner owner) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        Job job = new Job(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), owner, Thread.currentThread());
        jobs.put(job.key, job);
        return job;
    }

    /** What a key stops; empty where it stops nothing, or no longer does. */
    Optional<Job> of(String key) {
        return Optional.ofNullable(jobs.get(key));
    }

    /** Stops what {@code owner} waits for; false where that is nothing. */
    boolean stop(Pressed.Owner owner) {
        List<Job> own =
                jobs.values().stream().filter(job -> job.owner.equals(owner)).toList();
        own.forEach(Job::stop);
        return !own.isEmpty();
    }

    /** Work that can be stopped: its thread is then interrupted, which ends the stream of a model. */
    final class Job {
        private final String key;
        private final Pressed.Owner owner;
        private final Thread thread;
        private boolean over;
        private boolean stopped;

        private Job(String key, Pressed.Owner owner, Thread thread) {
            this.key = key;
            this.owner = owner;
            this.thread = thread;
        }

        /** The callback data of its stop button; opaque and random. It need not outlive the process, for the work does not. */
        String key() {
            return key;
        }

        Pressed.Owner owner() {
            return owner;
        }

        /** Does the work when its turn comes; empty where it was stopped, whatever came of it. */
        <T> Optional<T> run(Supplier<T> work) {
            try {
                T done = turns.take(work);
                return end() ? Optional.empty() : Optional.of(done);
            } catch (RuntimeException e) {
                if (end()) {
                    return Optional.empty();
                }
                throw e;
            } finally {
                end();
                jobs.remove(key);
            }
        }

        synchronized void stop() {
            if (!over) {
                stopped = true;
                thread.interrupt();
            }
        }

        /** From here on no stop interrupts the thread, which still has to send. */
        private synchronized boolean end() {
            if (stopped && !over) {
                Thread.interrupted();
            }
            over = true;
            return stopped;
        }
    }
}
