package dev.sanad.cli;

import dev.sanad.index.IndexBusyException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Brings an index up to date as often as it is asked to, but one update for all that is asked for before it begins; while another process writes the index
 * it waits. Safe for use by many threads.
 */
final class Following implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration ENDING = Duration.ofSeconds(20);

    private final Runnable update;
    private final Consumer<Throwable> failed;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("index-following").daemon().factory());
    private Optional<CompletableFuture<Void>> waiting = Optional.empty();
    private volatile boolean closed;

    /** @param failed told of each update that failed, as is whoever asked for it */
    Following(Runnable update, Consumer<Throwable> failed) {
        this.update = update;
        this.failed = failed;
    }

    /** Is done when an update is that began after this was called. */
    synchronized CompletableFuture<Void> soon() {
        CompletableFuture<Void> next = waiting.orElseGet(() -> CompletableFuture.runAsync(this::run, worker));
        waiting = Optional.of(next);
        return next;
    }

    private void run() {
        synchronized (this) {
            waiting = Optional.empty();
        }
        try {
            whenFree();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
            throw e;
        }
    }

    private void whenFree() {
        while (true) {
            try {
                update.run();
                return;
            } catch (IndexBusyException e) {
                if (closed) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(IndexBusyException busy) {
        try {
            Thread.sleep(WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy;
        }
    }

    /** Lets the update under way end. */
    @Override
    public void close() {
        closed = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            worker.shutdownNow();
        }
    }
}
