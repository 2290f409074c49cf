package dev.sanad.telegram;

import java.net.URI;
import java.util.Locale;

/** Which addresses of articles become links. */
final class Links {
    /** Escaped; longer ones would eat the message. */
    private static final int MOST_CHARS = 1_024;

    private Links() {}

    static boolean shown(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && address.getHost() != null
                && Html.escape(address.toASCIIString()).length() <= MOST_CHARS;
    }
}
