package dev.sanad.models;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the hub states of one file before it is fetched.
 *
 * @param path in the repository
 * @param revision that it was asked at, and is to be fetched at
 * @param commit that the revision stands for; empty on servers that know none
 * @param bytes its size
 */
record HubFile(
        String path, String revision, Optional<String> commit, OptionalLong bytes, Optional<StatedDigest> digest) {
    /** Its name in the model's folder. */
    String name() {
        return name(path);
    }

    static String name(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }

    HubFile at(String exactly) {
        return new HubFile(path, exactly, commit, bytes, digest);
    }

    /** Whether a file has the bytes that the hub states; never where it states no digest. */
    boolean provenBy(Digests computed) {
        return digest.isPresent() && digest.get().matches(computed) && sizeFits(computed);
    }

    boolean sizeFits(Digests computed) {
        return bytes.isEmpty() || bytes.getAsLong() == computed.bytes();
    }
}
