package dev.sanad.telegram;

import java.net.URI;
import java.util.Locale;

/** Which addresses of articles become links. */
final class Links {
    /** Escaped; longer ones would eat the message. */
    private static final int MOST_CHARS = 1_024;

    private Links() {}

    /** A button whose address Telegram refuses is refused with its whole message: only a host with a dot inside is sure. */
    static boolean button(URI address) {
        return shown(address)
                && address.getHost().matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")
                && address.getUserInfo() == null;
    }

    static boolean shown(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && address.getHost() != null
                && Html.escape(address.toASCIIString()).length() <= MOST_CHARS;
    }
}
