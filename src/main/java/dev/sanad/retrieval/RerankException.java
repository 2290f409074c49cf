package dev.sanad.retrieval;

/** A reranking model cannot be loaded, is away or late, or gave what cannot be used; the message is one line. */
public final class RerankException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RerankException(String message) {
        super(message);
    }

    RerankException(String message, Throwable cause) {
        super(message, cause);
    }
}
