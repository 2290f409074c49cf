package dev.sanad.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One command run in this process, as {@link Main} runs it, in folders and an environment of the test's own. */
final class CommandLineRun {
    final Path workingFolder;
    final Path home;
    private final Map<String, String> variables = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private String in = "";
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    CommandLineRun(Path workingFolder, Path home) {
        this.workingFolder = workingFolder;
        this.home = home;
    }

    /** What standard input holds. */
    CommandLineRun typing(String... lines) {
        in = String.join("\n", lines);
        return this;
    }

    CommandLineRun with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Surroundings surroundings() {
        return new Surroundings(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                workingFolder,
                home,
                variables,
                Clock.fixed(Instant.parse("2026-01-30T10:00:00Z"), ZoneOffset.UTC));
    }

    Settings settings() {
        return SettingsReader.read(surroundings(), Optional.empty());
    }

    int run(String... args) {
        return Main.run(surroundings(), args);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
