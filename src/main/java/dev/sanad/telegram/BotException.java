package dev.sanad.telegram;

/** The bot cannot run; the message names the cause and what to do in one line and never holds the token. */
public final class BotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BotException(String message) {
        super(message);
    }
}
