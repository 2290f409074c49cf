package dev.sanad.telegram;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button under an offered file says: who may read it. As with a {@link Choice}, a forged one gains nothing: the file is the one that the message with the button replies to.
 *
 * @param toAll otherwise to the chat alone
 * @param user who sent the file: nobody else may press
 */
record Offered(boolean toAll, long user) {
    private static final Pattern DATA = Pattern.compile("give:(all|chat):(\\d{1,18})");

    /** As callback data, which may have 64 bytes (Bot API, "InlineKeyboardButton"). */
    String data() {
        return "give:%s:%d".formatted(toAll ? "all" : "chat", user);
    }

    /** Empty where the data are of another kind. */
    static Optional<Offered> of(String data) {
        Matcher matcher = DATA.matcher(data);
        return matcher.matches()
                ? Optional.of(new Offered(matcher.group(1).equals("all"), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
