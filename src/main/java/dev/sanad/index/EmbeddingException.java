package dev.sanad.index;

/** The embedding model failed for good, or gave what cannot be used; the message names it, the cause and what to do, in one line. */
public class EmbeddingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddingException(String message) {
        super(message);
    }

    EmbeddingException(String message, Throwable cause) {
        super(message, cause);
    }
}
