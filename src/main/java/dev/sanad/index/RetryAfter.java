package dev.sanad.index;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When a server wants to be asked again: {@code Retry-After}, in seconds or as a date (RFC 9110, 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    /** Zero where it says nothing, nothing that can be read, or a moment that has passed. A date is measured by the server's own clock. */
    static Duration of(HttpHeaders headers) {
        String stated = headers.firstValue("Retry-After").orElse("").strip();
        if (stated.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(stated));
        }
        Optional<ZonedDateTime> then = date(stated);
        Optional<ZonedDateTime> now = headers.firstValue("Date").flatMap(RetryAfter::date);
        return now.isEmpty()
                ? Duration.ZERO
                : then.map(moment -> Duration.between(now.get(), moment))
                        .filter(Duration::isPositive)
                        .orElse(Duration.ZERO);
    }

    private static Optional<ZonedDateTime> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
