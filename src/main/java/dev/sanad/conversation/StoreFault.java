package dev.sanad.conversation;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;

/** Why a store cannot be opened, in one line. */
final class StoreFault {
    /** What follows may hold a password: {@code ;PASSWORD=…}, {@code ?password=…}. */
    private static final Pattern PARAMETERS = Pattern.compile("[;?].*", Pattern.DOTALL);

    private static final Pattern USER = Pattern.compile("//[^/@]*@");

    private StoreFault() {}

    static StoreException opening(String jdbcUrl, RuntimeException cause) {
        String address = withoutSecrets(jdbcUrl);
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return new StoreException(
                        "store %s: another process holds it: stop that process (most likely a running bot), or set store.url to another address"
                                .formatted(address),
                        cause);
            }
        }
        return new StoreException(
                "store %s: it cannot be opened (%s): check store.url, and that its folder can be written or its server answers"
                        .formatted(address, root(cause)),
                cause);
    }

    static String withoutSecrets(String jdbcUrl) {
        return USER.matcher(PARAMETERS.matcher(jdbcUrl).replaceFirst("")).replaceFirst("//");
    }

    /** The innermost cause by kind and SQL state alone: messages of drivers repeat addresses, and these may hold a password. */
    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof SQLException sql
                ? "SQL state %s, error %d".formatted(sql.getSQLState(), sql.getErrorCode())
                : root.getClass().getSimpleName();
    }
}
