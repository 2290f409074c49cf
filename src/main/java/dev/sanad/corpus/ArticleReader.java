package dev.sanad.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Turns a file's bytes into a text of record, or says in one line why it is none. Immutable and safe for use by many threads. */
public final class ArticleReader {
    private final long maxBytes;

    /** @param maxBytes the largest file that is read, the setting {@code corpus.max-file-bytes} */
    public ArticleReader(long maxBytes) {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("corpus.max-file-bytes is %d: at least 1".formatted(maxBytes));
        }
        this.maxBytes = maxBytes;
    }

    /** What became of a file. */
    public sealed interface Read {
        ArticleId id();

        /**
         * It is text.
         *
         * @param text of record: without byte-order mark, line ends untouched
         * @param sha256 of the text in UTF-8, 64 lower-case hexadecimal digits
         */
        record Decoded(ArticleId id, String text, String sha256) implements Read {}

        /**
         * It is not.
         *
         * @param reason one line that names the file, without a full stop
         */
        record Skipped(ArticleId id, String reason) implements Read {}
    }

    /** Of the largest file that is read. */
    long maxBytes() {
        return maxBytes;
    }

    /** Reads {@code file}; whatever is wrong with it is an outcome, never an exception. */
    public Read read(CorpusFile file) {
        if (file.size() > maxBytes) {
            return skipped(file, tooLarge(file.size()));
        }
        try {
            return decode(file, file.content().read());
        } catch (IOException e) {
            return skipped(file, "cannot be read: " + OneLine.of(e));
        }
    }

    private Read decode(CorpusFile file, byte[] bytes) {
        if (bytes.length > maxBytes) {
            return skipped(file, tooLarge(bytes.length));
        }
        if (utf16(bytes)) {
            return skipped(file, "is UTF-16: save it as UTF-8");
        }
        if (control(bytes)) {
            return skipped(file, "is not text");
        }
        int start = marked(bytes) ? 3 : 0;
        Optional<String> decoded = strictly(bytes, start);
        if (decoded.isEmpty()) {
            return skipped(file, "is not UTF-8: save it as UTF-8");
        }
        String text = decoded.get();
        if (text.isBlank()) {
            return skipped(file, "is empty");
        }
        if (!FrontMatter.audienceClear(text)) {
            return skipped(
                    file,
                    "has an audience that cannot be read: write all or the number of a chat between two lines of three"
                            + " hyphens, or take it out");
        }
        return new Read.Decoded(file.id(), text, sha256(bytes, start));
    }

    private String tooLarge(long size) {
        return "is %d bytes, more than corpus.max-file-bytes (%d): raise the setting or split the file"
                .formatted(size, maxBytes);
    }

    private static Read skipped(CorpusFile file, String why) {
        return new Read.Skipped(file.id(), OneLine.of(file.id().toString()) + " " + why);
    }

    private static boolean marked(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static boolean utf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    private static Optional<String> strictly(byte[] bytes, int start) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static boolean control(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return true;
            }
        }
        return false;
    }

    private static String sha256(byte[] bytes, int start) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, start, bytes.length - start);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
