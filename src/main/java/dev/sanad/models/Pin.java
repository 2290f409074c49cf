package dev.sanad.models;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model was when it was first pulled.
 *
 * @param revision a commit; on servers that know none the branch that was asked
 * @param files by name in the model's folder
 */
public record Pin(String repository, String revision, SortedMap<String, PinnedFile> files) {
    /**
     * One file of it.
     *
     * @param path in the repository
     * @param sha256 lower case, computed from the bytes
     */
    public record PinnedFile(String path, long bytes, String sha256) {
        public PinnedFile {
            if (bytes < 0 || !sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("not a size and a SHA-256: %d, %s".formatted(bytes, sha256));
            }
        }

        boolean provenBy(Digests computed) {
            return bytes == computed.bytes() && sha256.equals(computed.sha256());
        }
    }

    public Pin {
        files = new TreeMap<>(files);
        if (files.isEmpty() || files.keySet().stream().anyMatch(name -> !name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*"))) {
            throw new IllegalArgumentException("no files, or not names of files: " + files.keySet());
        }
    }

    List<String> paths() {
        return files.values().stream().map(PinnedFile::path).toList();
    }

    /** Why what the hub states now is not what was pinned, empty where nothing differs. */
    Optional<String> difference(HubFile stated) {
        PinnedFile pinned = files.get(stated.name());
        if (pinned == null || !pinned.path.equals(stated.path())) {
            return Optional.of("a file %s that is not pinned".formatted(stated.path()));
        }
        if (stated.bytes().isPresent() && stated.bytes().getAsLong() != pinned.bytes) {
            return Optional.of("%d bytes for %s, pinned are %d"
                    .formatted(stated.bytes().getAsLong(), stated.path(), pinned.bytes));
        }
        return stated.digest()
                .filter(digest -> digest.kind() == StatedDigest.Kind.SHA256)
                .filter(digest -> !digest.hex().equals(pinned.sha256))
                .map(digest -> "%s for %s, pinned is %s".formatted(digest, stated.path(), pinned.sha256));
    }
}
