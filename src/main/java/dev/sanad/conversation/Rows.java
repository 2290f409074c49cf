package dev.sanad.conversation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The rows of the store. Each transaction runs on a thread of its own and is waited for whatever happens to the waiting one, whose interrupt stays marked: answers
 * are stopped by an interrupt, and H2 closes its file for good where a thread is interrupted while it reads or writes. Safe for use by many threads.
 */
final class Rows {
    private final Jdbi jdbi;

    Rows(DataSource source) {
        this.jdbi = Jdbi.create(source);
    }

    /** Returns when the transaction is committed. */
    <T> T inTransaction(Function<Handle, T> work) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> jdbi.inTransaction(work::apply),
                            task -> Thread.ofVirtual().start(task))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw e;
        }
    }

    /** As {@link #inTransaction}, for nothing in return. */
    void useTransaction(Consumer<Handle> work) {
        inTransaction(handle -> {
            work.accept(handle);
            return true;
        });
    }
}
