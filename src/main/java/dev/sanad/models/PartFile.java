package dev.sanad.models;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file under way: {@code NAME.part} beside its place, and {@code NAME.part.tag} with the strong entity tag that the server gave its bytes, for
 * {@code If-Range} (RFC 9110, 13.1.5). Faults of the disk are {@link ModelException}s. For one thread.
 */
final class PartFile {
    private final Path place;
    private final Path part;
    private final Path tag;

    /** @param place where the file stands once it is whole and proven */
    PartFile(Path place) {
        this.place = place;
        this.part = place.resolveSibling(place.getFileName() + ".part");
        this.tag = place.resolveSibling(place.getFileName() + ".part.tag");
    }

    Path path() {
        return part;
    }

    long bytes() {
        return Disk.io(part, () -> Files.exists(part) ? Files.size(part) : 0L);
    }

    Digests digests() {
        return Disk.io(part, () -> Digests.of(part));
    }

    Optional<String> tag() {
        return Disk.io(tag, () -> Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty());
    }

    /** Empties it; what follows belongs to the entity that the tag names. */
    void begin(Optional<String> strongTag) {
        discard();
        strongTag.ifPresent(value -> Disk.io(tag, () -> Files.writeString(tag, value)));
    }

    /** To write at its end. */
    FileChannel append() {
        return Disk.io(
                part,
                () -> FileChannel.open(
                        part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    void discard() {
        // the part first: a tag without a part does no harm
        Disk.io(part, () -> Files.deleteIfExists(part));
        Disk.io(tag, () -> Files.deleteIfExists(tag));
    }

    /** Takes its place. */
    void finish() {
        Disk.io(place, () -> Files.move(part, place, StandardCopyOption.ATOMIC_MOVE));
        Disk.io(tag, () -> Files.deleteIfExists(tag));
    }
}
