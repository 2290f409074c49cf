package dev.sanad.index;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a fault of an embedding model means: whether asking again may help, and what to tell the user. */
final class EmbeddingFault {
    private static final int MAX_CHARS = 160;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}\\s]+");

    /** Servers repeat keys in what they say; those are longer than 15 letters, digits, hyphens, underscores and dots without a break. */
    private static final Pattern KEY_LIKE = Pattern.compile("[\\p{Alnum}_.*-]{16,}");

    private EmbeddingFault() {}

    /** Too many requests, a fault of the server, or one of the way to it. */
    static boolean passing(Throwable fault) {
        return fault instanceof RateLimitException
                || fault instanceof InternalServerException
                || fault instanceof TimeoutException
                || among(fault, IOException.class).isPresent();
    }

    /** One line: the model, the cause, what to do. */
    static String line(String model, Throwable fault) {
        return "embedding model %s: %s".formatted(model, causeAndRemedy(fault));
    }

    private static String causeAndRemedy(Throwable fault) {
        return switch (fault) {
            case AuthenticationException e ->
                "the key was refused (%s); set embedding.api-key or SANAD_EMBEDDING_API_KEY".formatted(cause(e));
            case ModelNotFoundException e ->
                "the server has no such model or address (%s); correct embedding.model and embedding.base-url"
                        .formatted(cause(e));
            case InvalidRequestException e ->
                "the texts were refused (%s); check embedding.model, or lower embedding.max-chars or embedding.batch-size"
                        .formatted(cause(e));
            case RateLimitException e ->
                "it is busy or its quota is used up (%s); wait and run the command again, what was embedded is kept"
                        .formatted(cause(e));
            case TimeoutException e ->
                "it did not reply in time (%s); raise embedding.timeout or lower embedding.batch-size"
                        .formatted(cause(e));
            default ->
                "it failed or cannot be reached (%s); start its server, or correct embedding.base-url and embedding.model"
                        .formatted(cause(fault));
        };
    }

    /** The innermost cause that says something, fit for a line. */
    static String cause(Throwable fault) {
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
                .filter(cause -> cause.getMessage() != null)
                .findFirst()
                .orElse(chain.getLast());
        return told.getClass().getSimpleName() + (told.getMessage() == null ? "" : ": " + fit(told.getMessage()));
    }

    private static String fit(String text) {
        String head = text.length() > 10 * MAX_CHARS ? text.substring(0, 10 * MAX_CHARS) : text;
        String line = KEY_LIKE.matcher(UNFIT.matcher(head).replaceAll(" ")).replaceAll("…");
        return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "…";
    }

    /** The outermost cause of that kind. */
    static <T extends Throwable> Optional<T> among(Throwable fault, Class<T> kind) {
        return chain(fault).filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable fault) {
        Predicate<Throwable> there = cause -> cause != null;
        return Stream.iterate(fault, there, Throwable::getCause).limit(20);
    }
}
