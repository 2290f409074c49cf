package dev.sanad.telegram;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the button of a menu does. Unlike the key of an answer it says so in plain words and outlives a restart without being stored: it can do nothing that whoever presses it could not do by a
 * command, so that a forged one gains nothing.
 *
 * @param value what is chosen, in letters, digits and hyphens
 * @param user who opened the menu: nobody else may press
 */
record Choice(Menu menu, String value, long user) {
    /** Where it stands. */
    enum Menu {
        LANG,
        SCOPE,
        SETTINGS,
        FORGET,
        MODEL
    }

    /** No key of an answer has a colon. */
    private static final Pattern DATA =
            Pattern.compile("(lang|scope|settings|forget|model):([A-Za-z0-9-]{1,32}):(\\d{1,18})");

    /** As callback data, which may have 64 bytes (Bot API, "InlineKeyboardButton"). */
    String data() {
        return "%s:%s:%d".formatted(menu.name().toLowerCase(Locale.ROOT), value, user);
    }

    /** Empty where the data are of another kind. */
    static Optional<Choice> of(String data) {
        Matcher matcher = DATA.matcher(data);
        return matcher.matches()
                ? Optional.of(new Choice(
                        Menu.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                        matcher.group(2),
                        Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }
}
