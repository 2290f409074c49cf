package dev.sanad.cli;

import java.io.IOException;

/** The reader of standard output has gone ({@code | head}): there is nothing left to do and nothing to complain of. */
final class OutputClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputClosedException(IOException cause) {
        super(cause);
    }
}
