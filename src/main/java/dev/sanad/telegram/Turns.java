package dev.sanad.telegram;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** So many pieces of work go on at once; the others wait in the order they came. Safe for use by many threads. */
final class Turns {
    private final Semaphore free;

    /** @param most at least 1 */
    Turns(int most) {
        this.free = new Semaphore(most, true);
    }

    /**
     * Waits for a turn and does the work.
     *
     * @throws CancellationException where the thread is interrupted while it waits; the work is not begun, and the interrupt stays marked
     */
    <T> T take(Supplier<T> work) {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while it waited for its turn");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
