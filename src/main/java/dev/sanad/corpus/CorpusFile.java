package dev.sanad.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A file that may be an article, not read yet.
 *
 * @param size in bytes when it was listed; {@link #bytes()} may give more or fewer if it changed since
 */
public record CorpusFile(ArticleId id, long size, Content content) implements Comparable<CorpusFile> {
    /** Opens the file's bytes anew at each call. */
    @FunctionalInterface
    public interface Content {
        byte[] read() throws IOException;
    }

    /**
     * All of the file.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    public byte[] bytes() {
        try {
            return content.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int compareTo(CorpusFile other) {
        int byRoot = id.root().compareTo(other.id.root());
        return byRoot != 0 ? byRoot : id.path().compareTo(other.id.path());
    }
}
