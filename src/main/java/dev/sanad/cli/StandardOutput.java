package dev.sanad.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output that does not swallow its faults: {@link java.io.PrintStream} catches every {@link IOException}, so a full disk would pass for
 * success and a closed pipe would be written to for ever.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream stream;

    StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        try {
            stream.write(octets, offset, length);
        } catch (IOException e) {
            throw unchecked(e);
        }
    }

    @Override
    public void flush() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw unchecked(e);
        }
    }

    /** The text is the C library's for EPIPE; the launcher sets a locale in which it is English. */
    private static RuntimeException unchecked(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("broken pipe")
                ? new OutputClosedException(e)
                : new Fault("standard output", message, "make room or write elsewhere", e);
    }
}
