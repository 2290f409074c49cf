package dev.sanad.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Waits in the middle of work that is tested; an interrupt of it is thrown as a fault of the work. */
final class Waiting {
    private Waiting() {}

    static void await(CountDownLatch latch) {
        interruptibly(latch::await);
    }

    static void pause(Duration length) {
        interruptibly(() -> Thread.sleep(length));
    }

    private interface Wait {
        void run() throws InterruptedException;
    }

    private static void interruptibly(Wait wait) {
        try {
            wait.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
