package dev.sanad.corpus;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Of an article, whom it was given to; of a search, for whom it is made. One chat may read what was given to all and what was given to it; all may read
 * what was given to all.
 *
 * @param chat by Telegram's number, which for a private chat is its user's; empty for all
 */
public record Audience(OptionalLong chat) {
    public static final Audience ALL = new Audience(OptionalLong.empty());

    private static final String NAME_OF_ALL = "all";

    /** Telegram's numbers have at most 52 significant bits (Bot API, "Chat"); 0 is nobody's. */
    private static final Pattern NUMBER = Pattern.compile("-?[1-9][0-9]{0,15}");

    public static Audience of(long chat) {
        return new Audience(OptionalLong.of(chat));
    }

    /** Reads {@code all} or the number of a chat, as {@link #toString} writes it; empty for anything else, which is nobody's to guess. */
    static Optional<Audience> read(String written) {
        if (written.toLowerCase(Locale.ROOT).equals(NAME_OF_ALL)) {
            return Optional.of(ALL);
        }
        return NUMBER.matcher(written).matches() ? Optional.of(of(Long.parseLong(written))) : Optional.empty();
    }

    @Override
    public String toString() {
        return chat.isPresent() ? Long.toString(chat.getAsLong()) : NAME_OF_ALL;
    }
}
