package dev.sanad.conversation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Does work on a thread of its own and waits for it, whatever happens to the waiting one. An answer is stopped by an interrupt, and H2 closes its file for
 * good where a thread is interrupted while it reads or writes it.
 */
final class Uninterrupted {
    private Uninterrupted() {}

    /** What {@code work} gives or throws. The interrupt of the waiting thread stays marked. */
    static <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(
                            work, task -> Thread.ofVirtual().start(task))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw e;
        }
    }

    static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
