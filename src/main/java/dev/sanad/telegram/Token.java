package dev.sanad.telegram;

/** A bot's token. It is a secret: its text form hides it. */
public record Token(String value) {
    public Token {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "telegram.token: it is empty: set TELEGRAM_BOT_TOKEN to the token that @BotFather gave you");
        }
    }

    @Override
    public String toString() {
        return "token ***";
    }
}
