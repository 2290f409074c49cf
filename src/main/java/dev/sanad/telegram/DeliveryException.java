package dev.sanad.telegram;

/** Something could not be sent, after all the tries that make sense; the message is one line and holds no secret. */
final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeliveryException(String message) {
        super(message);
    }
}
