package dev.sanad.telegram;

import dev.sanad.answer.AnswerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** One line for each fault: control characters are escaped, the token is cut out, and what users wrote is not in it. */
final class FaultLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sanad.telegram");
    private static final int MOST_CHARS = 400;

    private final Token token;

    FaultLog(Token token) {
        this.token = token;
    }

    void error(String line) {
        LOG.error("{}", safe(line));
    }

    void warn(String line) {
        LOG.warn("{}", safe(line));
    }

    /** What failed and why: the kinds of the failure and its root, and where in this program; for a delivery its own words. */
    void error(String what, Throwable cause) {
        error(what + ": " + why(cause));
    }

    /** Why, in words that are safe to log. Only the server's description is repeated: other messages may hold what a user wrote. */
    String why(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && Delivery.code(root) == 0) {
            root = root.getCause();
        }
        return safe(
                switch (root) {
                    case DeliveryException delivery -> String.valueOf(delivery.getMessage());
                    case Throwable other when thrown instanceof AnswerException -> String.valueOf(thrown.getMessage());
                    case TelegramApiRequestException api
                    when Delivery.code(api) > 0 -> "%d %s".formatted(Delivery.code(api), api.getApiResponse());
                    default -> kind(thrown, root);
                });
    }

    private static String kind(Throwable thrown, Throwable root) {
        String kinds = thrown.getClass().getSimpleName();
        if (!thrown.getClass().equals(root.getClass())) {
            kinds += " by " + root.getClass().getSimpleName();
        }
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.sanad.")) {
                return "%s at %s:%d".formatted(kinds, frame.getFileName(), frame.getLineNumber());
            }
        }
        return kinds;
    }

    private String safe(String line) {
        StringBuilder safe = new StringBuilder();
        line.replace(token.value(), "***").codePoints().limit(MOST_CHARS).forEach(point -> {
            int type = Character.getType(point);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                safe.append("\\u%04x".formatted(point));
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }
}
