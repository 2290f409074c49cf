package dev.sanad.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Computed from a file's bytes.
 *
 * @param gitSha1 of the file as a Git blob: of "blob", its size and a zero, then the bytes (Pro Git, "Git Objects")
 */
record Digests(long bytes, String sha256, String gitSha1) {
    private static final int BUFFER_BYTES = 1 << 16;

    static Digests of(Path file) throws IOException {
        long bytes = Files.size(file);
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest gitSha1 = digest("SHA-1");
        gitSha1.update(("blob " + bytes + "\0").getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
                gitSha1.update(buffer, 0, read);
            }
        }
        HexFormat hex = HexFormat.of();
        return new Digests(bytes, hex.formatHex(sha256.digest()), hex.formatHex(gitSha1.digest()));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
