package dev.sanad.models;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the hub states of a file's bytes. A file kept by Git LFS is known by its SHA-256, any other by the SHA-1 of its Git blob
 * (huggingface_hub, {@code file_download.py}, {@code hf_hub_url}).
 *
 * @param hex lower case
 */
record StatedDigest(Kind kind, String hex) {
    enum Kind {
        SHA256("SHA-256"),
        GIT_SHA1("Git SHA-1");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

    /** @param tag the value of an {@code ETag} header; empty where it is no digest, as on plain file servers */
    static Optional<StatedDigest> ofTag(String tag) {
        String hex = tag.replaceFirst("^W/", "").replace("\"", "").toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        return switch (hex.length()) {
            case 64 -> Optional.of(new StatedDigest(Kind.SHA256, hex));
            case 40 -> Optional.of(new StatedDigest(Kind.GIT_SHA1, hex));
            default -> Optional.empty();
        };
    }

    boolean matches(Digests computed) {
        return hex.equals(
                switch (kind) {
                    case SHA256 -> computed.sha256();
                    case GIT_SHA1 -> computed.gitSha1();
                });
    }

    @Override
    public String toString() {
        return kind.title + " " + hex;
    }
}
