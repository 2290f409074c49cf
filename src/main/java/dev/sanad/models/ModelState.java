package dev.sanad.models;

import dev.sanad.models.Pin.PinnedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How a model stands in the cache, compared with its pin. */
public enum ModelState {
    /** Nothing of it is there. */
    ABSENT,
    /** A pull of it did not end; the next goes on. */
    BEGUN,
    /** There, but {@code models.lock} says nothing of it: pulled for another project, or by hand. */
    UNPINNED,
    /** There with the pinned sizes; its bytes were verified when it was pulled. */
    PULLED,
    /** There, and its bytes were read now and are as pinned. */
    VERIFIED,
    /** There, but not as pinned. */
    DIFFERENT;

    /**
     * Looks at the disk alone.
     *
     * @param reading whether the bytes are read, which takes seconds for gigabytes
     */
    public static ModelState of(String name, ModelCache cache, Optional<Pin> pin, boolean reading) {
        Path folder = cache.folder(name);
        if (!Files.isDirectory(folder)) {
            return cache.begun(name) ? BEGUN : ABSENT;
        }
        if (pin.isEmpty()) {
            return UNPINNED;
        }
        if (!pin.get().files().entrySet().stream().allMatch(file -> asPinned(folder, file, reading))) {
            return DIFFERENT;
        }
        return reading ? VERIFIED : PULLED;
    }

    private static boolean asPinned(Path folder, Map.Entry<String, PinnedFile> file, boolean reading) {
        Path place = folder.resolve(file.getKey());
        return Disk.io(
                place,
                () -> Files.isRegularFile(place)
                        && Files.size(place) == file.getValue().bytes()
                        && (!reading || file.getValue().provenBy(Digests.of(place))));
    }
}
