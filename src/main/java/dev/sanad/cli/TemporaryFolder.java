package dev.sanad.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder that lasts as long as one task. */
final class TemporaryFolder {
    private TemporaryFolder() {}

    /** Runs {@code task} in a new, empty folder, which is gone afterwards. */
    static <T> T during(Function<Path, T> task) {
        try {
            Path folder = Files.createTempDirectory("sanad-evaluation");
            try {
                return task.apply(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("using a temporary folder", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
