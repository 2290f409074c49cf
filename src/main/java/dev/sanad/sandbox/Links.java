package dev.sanad.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses may stand behind words or buttons: {@code http}, {@code https} (the default is {@code http}) and {@code tg}. */
final class Links {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:([a-z][a-z0-9+.-]*)://)?(?:[^/?#@]*@)?([^/?#:]*)(?::([0-9]{1,5}))?([/?#].*)?", Pattern.DOTALL);
    private static final Pattern USER = Pattern.compile("(?i)tg:(?://)?user\\?id=([0-9]{1,18})");
    private static final Pattern TG = Pattern.compile("(?i)tg:(?://)?([a-z0-9_-]+(?:[/?#].*)?)", Pattern.DOTALL);

    private Links() {}

    /** An address in its full form, or why there is none, in the real server's words. */
    record Checked(Optional<String> address, String fault) {}

    /** The user whom {@code tg://user?id=…} names. */
    static Optional<Long> user(String address) {
        Matcher user = USER.matcher(address.strip());
        return user.matches() ? Optional.of(Long.valueOf(user.group(1))) : Optional.empty();
    }

    static Checked check(String given) {
        String address = given.strip();
        Matcher telegram = TG.matcher(address);
        if (telegram.matches()) {
            return new Checked(Optional.of("tg://" + telegram.group(1)), "");
        }
        Matcher parts = ADDRESS.matcher(address);
        if (address.isEmpty() || !parts.matches()) {
            return wrong("Wrong HTTP URL");
        }
        String protocol = group(parts, 1).isEmpty() ? "http" : group(parts, 1).toLowerCase(Locale.ROOT);
        if (!protocol.equals("http") && !protocol.equals("https")) {
            return wrong("Unsupported URL protocol");
        }
        String host = group(parts, 2).toLowerCase(Locale.ROOT);
        if (!isHost(host)) {
            return wrong("Wrong HTTP URL");
        }
        String port = group(parts, 3).isEmpty() ? "" : ":" + group(parts, 3);
        String rest = group(parts, 4);
        return new Checked(
                Optional.of(protocol + "://" + host + port + (rest.startsWith("/") ? "" : "/") + escaped(rest)), "");
    }

    /** A name with a dot between its parts; letters of any script. */
    private static boolean isHost(String host) {
        return host.indexOf('.') > 0
                && !host.startsWith(".")
                && !host.endsWith(".")
                && !host.contains("..")
                && host.codePoints()
                        .allMatch(c -> c >= 128 || Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
    }

    private static String escaped(String rest) {
        StringBuilder safe = new StringBuilder();
        rest.chars().forEach(c -> safe.append(c <= ' ' ? "%%%02X".formatted(c) : String.valueOf((char) c)));
        return safe.toString();
    }

    private static String group(Matcher parts, int group) {
        String found = parts.group(group);
        return found == null ? "" : found;
    }

    private static Checked wrong(String fault) {
        return new Checked(Optional.empty(), fault);
    }
}
