package dev.sanad.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** Waits in the middle of work that is tested; an interrupt of it is thrown as a fault of the work. */
final class Waiting {
    private Waiting() {}

    static void await(CountDownLatch latch) {
        interruptibly(latch::await);
    }

    static void pause(Duration length) {
        interruptibly(() -> Thread.sleep(length));
    }

    /** Until it holds, or the time is over. */
    static void until(BooleanSupplier holds, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            pause(Duration.ofMillis(20));
        }
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
