package dev.sanad.telegram;

import java.time.Duration;

/** Shows the typing sign until closed; Telegram takes it away after five seconds (Bot API, sendChatAction). */
final class Typing implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofSeconds(4);

    private final Thread thread;

    Typing(Delivery delivery, Place at) {
        this.thread = Thread.ofVirtual().name("typing " + at.chat()).start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    delivery.typing(at);
                    Thread.sleep(AGAIN);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
