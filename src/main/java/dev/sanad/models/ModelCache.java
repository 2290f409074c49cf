package dev.sanad.models;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Models on disk: {@code NAME/} is a whole model, {@code .pulling/} what is under way. A model's folder appears by rename and never holds half of one.
 * Thread-safe as far as the lock is held.
 */
public final class ModelCache {
    private final Path root;
    private final Path pulling;

    /**
     * Models below a folder.
     *
     * @param root made when something is pulled
     */
    public ModelCache(Path root) {
        this.root = root;
        this.pulling = root.resolve(".pulling");
    }

    /** Where a model stands or would stand. */
    public Path folder(String name) {
        return root.resolve(name);
    }

    /** Whether a pull of it was begun and not ended. */
    boolean begun(String name) {
        return !stagings(name).isEmpty();
    }

    CacheLock lock() {
        Disk.io(root, () -> Files.createDirectories(pulling));
        return CacheLock.take(pulling);
    }

    /** Where the files of a revision gather; it stands. */
    Path staging(String name, String revision) {
        Path folder = pulling.resolve(prefix(name) + revision.replaceAll("[^A-Za-z0-9.]", "-"));
        return Disk.io(folder, () -> Files.createDirectories(folder));
    }

    /** @throws ModelException where less is free */
    void checkSpace(String name, long bytes) {
        FileStore store = Disk.io(root, () -> Files.getFileStore(root));
        long free = Disk.io(root, store::getUsableSpace);
        if (free < bytes) {
            throw new ModelException(
                    "model %s: needs %d MB and %s has %d; free some or name another folder with --cache"
                            .formatted(name, bytes / 1_000_000, root, free / 1_000_000));
        }
    }

    /** Replaces what stood there. Readers that hold the old files open keep them. */
    void publish(String name, Path staging) {
        Path folder = folder(name);
        Path old = pulling.resolve(prefix(name) + "replaced");
        Disk.io(folder, () -> {
            delete(old);
            Files.createDirectories(folder.toAbsolutePath().getParent());
            if (Files.exists(folder)) {
                Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
            for (Path left : stagings(name)) {
                delete(left);
            }
            return folder;
        });
    }

    private List<Path> stagings(String name) {
        if (!Files.isDirectory(pulling)) {
            return List.of();
        }
        return Disk.io(pulling, () -> {
            try (Stream<Path> folders = Files.list(pulling)) {
                return folders.filter(
                                folder -> String.valueOf(folder.getFileName()).startsWith(prefix(name)))
                        .toList();
            }
        });
    }

    private static String prefix(String name) {
        return name.replace("/", "--") + "@";
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
