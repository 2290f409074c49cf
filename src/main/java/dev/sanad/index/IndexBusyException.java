package dev.sanad.index;

/** Another process writes the index; the message names it. */
public final class IndexBusyException extends IndexException {
    private static final long serialVersionUID = 1L;

    IndexBusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
