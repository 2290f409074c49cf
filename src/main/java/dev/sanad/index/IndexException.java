package dev.sanad.index;

/** The index cannot be used; the message names it, the cause and what to do, in one line. */
public class IndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IndexException(String message) {
        super(message);
    }

    public IndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
