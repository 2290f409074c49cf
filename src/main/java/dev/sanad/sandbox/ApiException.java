package dev.sanad.sandbox;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** A call that the Bot API refuses: the {@code error_code} and the {@code description} of its answer, the seconds to wait where it is 429, and the number of the supergroup where a group became one. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;
    private final int retryAfterSeconds;
    private final long supergroup;

    private ApiException(int code, String description, int retryAfterSeconds, long supergroup) {
        super(description, null, false, false);
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
        this.supergroup = supergroup;
    }

    private ApiException(int code, String description) {
        this(code, description, 0, 0);
    }

    static ApiException badRequest(String what) {
        return new ApiException(400, "Bad Request: " + what);
    }

    static ApiException upgraded(long supergroup) {
        return new ApiException(400, "Bad Request: group chat was upgraded to a supergroup chat", 0, supergroup);
    }

    static ApiException cannotParseEntities(String why) {
        return badRequest("can't parse entities: " + why);
    }

    static ApiException unauthorized() {
        return new ApiException(401, "Unauthorized");
    }

    static ApiException forbidden(String why) {
        return new ApiException(403, "Forbidden: " + why);
    }

    static ApiException notFound() {
        return new ApiException(404, "Not Found");
    }

    static ApiException methodNotFound() {
        return new ApiException(404, "Not Found: method not found");
    }

    static ApiException conflict(String why) {
        return new ApiException(409, "Conflict: " + why);
    }

    static ApiException tooManyRequests(int retryAfterSeconds) {
        return new ApiException(429, "Too Many Requests: retry after " + retryAfterSeconds, retryAfterSeconds, 0);
    }

    static ApiException internal(String why) {
        return new ApiException(500, "Internal Server Error: " + why);
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

    OptionalLong supergroup() {
        return supergroup < 0 ? OptionalLong.of(supergroup) : OptionalLong.empty();
    }
}
