package dev.sanad.conversation;

/** The store cannot be used; the message names it, the cause and what to do, in one line, and never holds a password. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
