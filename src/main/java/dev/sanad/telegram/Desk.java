package dev.sanad.telegram;

import dev.sanad.corpus.ReceivedFolder;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Where what chats give goes to.
 *
 * @param folder that keeps it
 * @param indexing begins to bring the index up to date with what the folder holds now, and is done when questions find it; where it fails, it has told why. By many
 *     threads
 * @param reindexing as above, with all folders that the index is made from
 * @param channels whose posts are taken in, by Telegram's numbers
 */
public record Desk(
        ReceivedFolder folder,
        Supplier<CompletableFuture<Void>> indexing,
        Supplier<CompletableFuture<Void>> reindexing,
        Set<Long> channels) {
    public Desk {
        channels = Set.copyOf(channels);
    }
}
