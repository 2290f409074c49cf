package dev.sanad.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a fault says to the user: lines of "thing: cause; what to do". */
final class Faults {
    private Faults() {}

    /** One line each, fit for a terminal; what Sanad throws itself is worded for users already, the rest names its class. */
    static List<String> lines(Throwable thrown, String command) {
        if (thrown instanceof SettingsException settings) {
            return settings.faults().stream().map(Printable::oneLine).toList();
        }
        if (thrown.getClass().getName().startsWith("dev.sanad.")) {
            return List.of(Printable.oneLine(Objects.toString(thrown.getMessage(), thrown.toString())));
        }
        return List.of("%s: %s; add --verbose for details".formatted(command, Printable.oneLine(cause(thrown))));
    }

    /** The messages of file faults are often only the file's name. */
    static String cause(Throwable thrown) {
        return switch (thrown) {
            case UncheckedIOException wrapped -> cause(Objects.requireNonNull(wrapped.getCause()));
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case AccessDeniedException denied -> denied.getFile() + " may not be accessed";
            case FileAlreadyExistsException existing -> existing.getFile() + " exists already";
            case OutOfMemoryError e -> "out of memory (SANAD_JAVA_OPTS=-Xmx2g gives more)";
            default ->
                thrown.getClass().getSimpleName()
                        + Optional.ofNullable(thrown.getMessage())
                                .map(message -> " (" + message + ")")
                                .orElse("");
        };
    }
}
