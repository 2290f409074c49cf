package dev.sanad.telegram;

import java.util.OptionalLong;

/** Something could not be sent, after all the tries that make sense; the message is one line and holds no secret. */
final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long movedTo;

    DeliveryException(String message) {
        this(message, OptionalLong.empty());
    }

    /** @param movedTo the number of the supergroup that the chat became, if that is why */
    DeliveryException(String message, OptionalLong movedTo) {
        super(message);
        this.movedTo = movedTo.orElse(0);
    }

    OptionalLong movedTo() {
        return movedTo == 0 ? OptionalLong.empty() : OptionalLong.of(movedTo);
    }
}
