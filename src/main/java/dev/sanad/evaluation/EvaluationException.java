package dev.sanad.evaluation;

/** An evaluation cannot run; the message names the thing, the cause and what to do, in one line. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        super(message);
    }

    public EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
