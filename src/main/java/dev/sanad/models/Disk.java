package dev.sanad.models;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells faults of the disk from those of the network: no second attempt helps them. */
final class Disk {
    private Disk() {}

    /** @throws ModelException that names the path */
    static <T> T io(Path path, Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new ModelException(
                    "%s: cannot be read or written (%s); free space, correct its rights or name another folder with --cache"
                            .formatted(path, cause(e)),
                    e);
        }
    }

    /** The messages of file faults are often only the file's name. */
    static String cause(IOException thrown) {
        return switch (thrown) {
            case AccessDeniedException denied -> "access denied";
            case NoSuchFileException missing -> "does not exist";
            case FileAlreadyExistsException existing -> existing.getFile() + " is a file";
            case FileSystemException fault ->
                Optional.ofNullable(fault.getReason()).orElse(fault.getClass().getSimpleName());
            default ->
                Optional.ofNullable(thrown.getMessage())
                        .orElse(thrown.getClass().getSimpleName());
        };
    }

    /** Reads or writes. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws IOException;
    }
}
