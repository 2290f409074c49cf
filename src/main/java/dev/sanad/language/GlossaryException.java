package dev.sanad.language;

/** A reader's glossary is not as it must be; the message is one line that says where and what to do. */
public final class GlossaryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GlossaryException(String message) {
        super(message);
    }

    public GlossaryException(String message, Throwable cause) {
        super(message, cause);
    }
}
