package dev.sanad.sandbox;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other sites out of the page. A name that an attacker has pointed at loopback (DNS rebinding) is told by {@code Host}, a foreign page that calls us
 * by {@code Origin}, which browsers send with every POST and with every call across origins. The page itself may load and call nothing but this server,
 * and may not turn text into markup ({@code require-trusted-types-for}).
 */
final class PageGuard {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private PageGuard() {}

    /** @throws ForbiddenResponse where the request does not come from the page or its address bar */
    static void check(Context request) {
        request.header("Content-Security-Policy", POLICY)
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
        int port = request.req().getLocalPort();
        Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        String host = Optional.ofNullable(request.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        if (!hosts.contains(host)) {
            throw new ForbiddenResponse(
                    "this host name is not the sandbox's: open http://127.0.0.1:%d/".formatted(port));
        }
        Optional<String> origin = Optional.ofNullable(request.header("Origin"));
        boolean own = origin.map(("http://" + host)::equals)
                .orElse(!request.method().name().equals("POST"));
        if (!own) {
            throw new ForbiddenResponse("only the sandbox's own page may do this");
        }
    }
}
