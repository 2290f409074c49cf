package dev.sanad.corpus;

/** A corpus cannot be read; the message names the thing, the cause and what to do, in one line. */
public final class CorpusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CorpusException(String message) {
        super(message);
    }

    public CorpusException(String message, Throwable cause) {
        super(message, cause);
    }
}
