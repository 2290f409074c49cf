package dev.sanad.sandbox;

import java.util.OptionalInt;

/** A call that the Bot API refuses: the {@code error_code} and the {@code description} of its answer, and the seconds to wait where it is 429. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;
    private final int retryAfterSeconds;

    private ApiException(int code, String description, int retryAfterSeconds) {
        super(description, null, false, false);
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static ApiException badRequest(String what) {
        return new ApiException(400, "Bad Request: " + what, 0);
    }

    static ApiException cannotParseEntities(String why) {
        return badRequest("can't parse entities: " + why);
    }

    static ApiException unauthorized() {
        return new ApiException(401, "Unauthorized", 0);
    }

    static ApiException forbidden(String why) {
        return new ApiException(403, "Forbidden: " + why, 0);
    }

    static ApiException notFound() {
        return new ApiException(404, "Not Found", 0);
    }

    static ApiException methodNotFound() {
        return new ApiException(404, "Not Found: method not found", 0);
    }

    static ApiException conflict(String why) {
        return new ApiException(409, "Conflict: " + why, 0);
    }

    static ApiException tooManyRequests(int retryAfterSeconds) {
        return new ApiException(429, "Too Many Requests: retry after " + retryAfterSeconds, retryAfterSeconds);
    }

    static ApiException internal(String why) {
        return new ApiException(500, "Internal Server Error: " + why, 0);
    }

    int code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    OptionalInt retryAfterSeconds() {
        return retryAfterSeconds > 0 ? OptionalInt.of(retryAfterSeconds) : OptionalInt.empty();
    }
}
