package dev.sanad.models;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A response's body that is closed when nothing comes for a while, so that the waiting read fails: java.net.http sets no time to bodies. For one thread. */
final class PatientBody implements AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("models-patience").daemon().factory());

    private final InputStream body;
    private final Duration silence;
    private volatile boolean silent;

    PatientBody(InputStream body, Duration silence) {
        this.body = body;
        this.silence = silence;
    }

    /** Waits for some bytes and returns their number, -1 at the end. */
    int read(byte[] buffer) throws IOException {
        Future<?> alarm = CLOCK.schedule(this::giveUp, silence.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int read = body.read(buffer);
            if (silent) {
                throw new IOException("nothing came for " + silence);
            }
            return read;
        } catch (IOException e) {
            throw silent ? new IOException("nothing came for " + silence, e) : e;
        } finally {
            alarm.cancel(false);
        }
    }

    private void giveUp() {
        silent = true;
        try {
            body.close();
        } catch (IOException e) {
            // the read that waits for it tells
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
