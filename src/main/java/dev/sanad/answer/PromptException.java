package dev.sanad.answer;

import java.util.List;

/** Templates that cannot be used; the message lists every fault of every template, one a line: file, cause, what to do. */
public final class PromptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PromptException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }
}
