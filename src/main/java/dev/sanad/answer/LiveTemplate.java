package dev.sanad.answer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One template, read again when its file changed: its own file where there is one, else the packed one. A change that is at fault leaves what was read
 * before, and is told once. Safe for use by many threads.
 */
final class LiveTemplate {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTemplate.class);

    private final String name;
    private final Set<String> known;
    private final Optional<Path> file;
    private Optional<Stamp> read;
    private Prompt prompt;

    /** What tells two states of a file apart without reading it. */
    private record Stamp(FileTime modified, long size) {}

    private LiveTemplate(String name, Set<String> known, Optional<Path> file, Optional<Stamp> read, Prompt prompt) {
        this.name = name;
        this.known = known;
        this.file = file;
        this.read = read;
        this.prompt = prompt;
    }

    /**
     * The template, or empty with at least one line added to {@code faults}.
     *
     * @param file replaces the packed template while it exists
     */
    static Optional<LiveTemplate> load(String name, Set<String> known, Optional<Path> file, List<String> faults) {
        // before the text: a file that changes in between is then read again
        Optional<Stamp> stamp = stamp(file);
        return parse(name, known, file, stamp, faults)
                .map(prompt -> new LiveTemplate(name, known, file, stamp, prompt));
    }

    /** As the file stands now. */
    synchronized Prompt current() {
        Optional<Stamp> now = stamp(file);
        if (!now.equals(read)) {
            read = now;
            List<String> faults = new ArrayList<>();
            parse(name, known, file, now, faults)
                    .ifPresentOrElse(
                            changed -> prompt = changed,
                            () -> LOG.error("{}; {} stays in use", String.join("; ", faults), prompt.id()));
        }
        return prompt;
    }

    private static Optional<Stamp> stamp(Optional<Path> file) {
        return file.flatMap(path -> {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size()));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                // it is there: reading it will tell what is wrong
                return Optional.of(new Stamp(FileTime.fromMillis(0), -1));
            }
        });
    }

    private static Optional<Prompt> parse(
            String name, Set<String> known, Optional<Path> file, Optional<Stamp> stamp, List<String> faults) {
        Optional<Path> own = file.filter(path -> stamp.isPresent());
        String place = own.map(Path::toString).orElse("packed prompts/" + name + ".md");
        try {
            String text = own.isPresent() ? Files.readString(own.get()) : packed(name);
            return TemplateFile.parse(place, text, name, known, faults);
        } catch (CharacterCodingException e) {
            faults.add(place + ": not UTF-8: save it as UTF-8");
        } catch (IOException e) {
            faults.add("%s: cannot be read (%s): make it readable or remove it"
                    .formatted(place, e.getClass().getSimpleName()));
        }
        return Optional.empty();
    }

    private static String packed(String name) throws IOException {
        try (InputStream in = LiveTemplate.class.getResourceAsStream("/prompts/" + name + ".md")) {
            if (in == null) {
                throw new IOException("not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
