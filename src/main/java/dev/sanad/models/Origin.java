package dev.sanad.models;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Scheme, host and port of an address: whom a token is for (RFC 6454). */
record Origin(String scheme, String host, int port) {
    /** Empty for what is no web address. */
    static Optional<Origin> of(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            return Optional.empty();
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        return switch (scheme) {
            case "https" -> Optional.of(new Origin(scheme, lower(address.getHost()), port < 0 ? 443 : port));
            case "http" -> Optional.of(new Origin(scheme, lower(address.getHost()), port < 0 ? 80 : port));
            default -> Optional.empty();
        };
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    boolean encrypted() {
        return scheme.equals("https");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port == (encrypted() ? 443 : 80) ? "" : ":" + port);
    }
}
