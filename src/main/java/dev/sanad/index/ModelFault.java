package dev.sanad.index;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a fault of a model says: its cause, fit for a line and without keys, and whether asking again may help. */
public final class ModelFault {
    private static final int MAX_CHARS = 160;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}\\s]+");

    /** Servers repeat keys in what they say; those are longer than 15 letters, digits, hyphens, underscores and dots without a break. */
    private static final Pattern KEY_LIKE = Pattern.compile("[\\p{Alnum}_.*-]{16,}");

    private ModelFault() {}

    /** Too many requests, a fault of the server, or one of the way to it. */
    static boolean passing(Throwable fault) {
        return fault instanceof RateLimitException
                || fault instanceof InternalServerException
                || fault instanceof TimeoutException
                || among(fault, IOException.class).isPresent();
    }

    /** The innermost cause that says something, fit for a line. */
    public static String cause(Throwable fault) {
        Optional<HttpException> refused = among(fault, HttpException.class);
        if (refused.isPresent()) {
            return "HTTP %d %s"
                    .formatted(
                            refused.get().statusCode(),
                            fit(String.valueOf(refused.get().getMessage())))
                    .strip();
        }
        List<Throwable> chain = chain(fault).toList();
        Throwable told = chain.reversed().stream()
                .filter(ModelFault::saysMore)
                .findFirst()
                .or(() -> among(fault, IOException.class).map(cause -> (Throwable) cause))
                .orElse(chain.getLast());
        return told.getClass().getSimpleName() + (told.getMessage() == null ? "" : ": " + fit(told.getMessage()));
    }

    /** A wrapper often has only the name of what it wraps for a message. */
    private static boolean saysMore(Throwable cause) {
        Throwable wrapped = cause.getCause();
        return cause.getMessage() != null
                && (wrapped == null || !cause.getMessage().equals(wrapped.toString()));
    }

    private static String fit(String text) {
        String head = text.length() > 10 * MAX_CHARS ? text.substring(0, 10 * MAX_CHARS) : text;
        String line = KEY_LIKE.matcher(UNFIT.matcher(head).replaceAll(" ")).replaceAll("…");
        return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "…";
    }

    /** The outermost cause of that kind. */
    public static <T extends Throwable> Optional<T> among(Throwable fault, Class<T> kind) {
        return chain(fault).filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable fault) {
        Predicate<Throwable> there = cause -> cause != null;
        return Stream.iterate(fault, there, Throwable::getCause).limit(20);
    }
}
