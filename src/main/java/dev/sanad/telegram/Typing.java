package dev.sanad.telegram;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows the typing sign at once and again until closed; Telegram takes it away after five seconds (Bot API, sendChatAction). */
final class Typing implements AutoCloseable {
    private static final long AGAIN_SECONDS = 4;

    private final CountDownLatch closed = new CountDownLatch(1);

    Typing(Delivery delivery, Place at) {
        Thread.ofVirtual().name("typing " + at.chat()).start(() -> {
            try {
                do {
                    delivery.typing(at);
                } while (!closed.await(AGAIN_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Does not wait for a sign that is being sent. */
    @Override
    public void close() {
        closed.countDown();
    }
}
