package dev.sanad.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code models.lock}: the pins by model, JSON in the order of names, to be committed beside {@code sanad.yaml}. Written by rename; the cache's lock keeps
 * writers apart. Safe for use by many threads.
 */
public final class PinFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    /**
     * Pins kept in a file.
     *
     * @param file need not exist; its folder must when something is pinned
     */
    public PinFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    /**
     * The pins by model; empty where the file does not exist.
     *
     * @throws ModelException where the file is not as this class writes it
     */
    public SortedMap<String, Pin> read() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return JSON.readValue(Files.readString(file), new TypeReference<TreeMap<String, Pin>>() {});
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    "%s: not as sanad writes it (line %d); take it back from version control, or delete it to pin anew"
                            .formatted(
                                    file,
                                    Optional.ofNullable(e.getLocation())
                                            .map(place -> place.getLineNr())
                                            .orElse(1)),
                    e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** @throws ModelException before anything is fetched for nothing */
    void checkWritable() {
        Path written = Files.exists(file) ? file : file.toAbsolutePath().getParent();
        if (written == null || !Files.isWritable(written)) {
            throw unusable(new IOException("may not be written"));
        }
    }

    void put(String name, Pin pin) {
        SortedMap<String, Pin> pins = read();
        pins.put(name, pin);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, JSON.writeValueAsString(pins) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private ModelException unusable(IOException e) {
        return new ModelException(
                "%s: cannot be read or written (%s); correct its rights, or use a sanad.yaml in a folder of your own, beside which it then stands"
                        .formatted(file, Disk.cause(e)),
                e);
    }
}
