package dev.sanad.index;

/** The embedding model gives no vector at the moment: away, late, busy, or left alone for a while after that. Searching by words still works. */
public final class EmbeddingUnavailableException extends EmbeddingException {
    private static final long serialVersionUID = 1L;

    EmbeddingUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
