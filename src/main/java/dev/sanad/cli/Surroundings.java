package dev.sanad.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command takes from outside; tests pass their own.
 *
 * @param out UTF-8 whatever the locale; flushed at each line; throws {@link OutputClosedException} when nobody reads it any more
 * @param err UTF-8; for faults, notes and progress
 * @param terminal whether {@code err} is a terminal, so that a progress bar makes sense
 * @param workingFolder what relative paths on the command line belong to; absolute
 * @param home the launcher's folder; absolute
 * @param variables the environment
 */
record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Path workingFolder,
        Path home,
        Map<String, String> variables,
        Clock clock) {
    Surroundings {
        variables = Map.copyOf(variables);
    }

    /** Those of this process; without the launcher the working folder is home. */
    static Surroundings ofProcess() {
        Path workingFolder = Path.of("").toAbsolutePath();
        return new Surroundings(
                System.in,
                utf8(new StandardOutput(new FileOutputStream(FileDescriptor.out))),
                utf8(new FileOutputStream(FileDescriptor.err)),
                Boolean.getBoolean("sanad.terminal"),
                workingFolder,
                workingFolder
                        .resolve(System.getProperty("sanad.home", ""))
                        .toAbsolutePath()
                        .normalize(),
                System.getenv(),
                Clock.systemUTC());
    }

    /**
     * Writes a file that the command line names.
     *
     * @throws Fault where it cannot be written
     */
    void write(Path stated, String text) {
        try {
            Files.writeString(workingFolder.resolve(stated).normalize(), text);
        } catch (IOException e) {
            throw new Fault(stated.toString(), Faults.cause(e), "name a file in a folder that can be written", e);
        }
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
