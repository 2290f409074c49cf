package dev.sanad.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one lock of a sandbox and its one signal. All state of a server stands behind it, so that a message and the update that tells of it appear
 * together and in one order.
 */
final class Guard {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Does {@code work} while nobody else reads or changes the state, then wakes all that wait. */
    <T> T change(Supplier<T> work) {
        lock.lock();
        try {
            T done = work.get();
            changed.signalAll();
            return done;
        } finally {
            lock.unlock();
        }
    }

    <T> T read(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Looks after every change until something is found; empty when the time is over or the thread is interrupted, which stays marked. */
    <T> Optional<T> await(Duration timeout, Supplier<Optional<T>> look) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            Optional<T> found = look.get();
            while (found.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
                found = look.get();
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
