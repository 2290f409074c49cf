package dev.sanad.answer;

/** An answer could not be worded; the message names the thing, the cause and what to do, in one line. */
public final class AnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
