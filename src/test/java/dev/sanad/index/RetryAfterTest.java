package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final String DATE = "Wed, 21 Oct 2026 07:28:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                " 120 | 120",
                "0 | 0",
                "Wed, 21 Oct 2026 07:28:30 GMT | 30",
                "Wed, 21 Oct 2026 07:27:00 GMT | 0",
                "soon | 0",
                "-1 | 0",
                "1.5 | 0",
                "99999999999999999999 | 0"
            })
    void secondsAndDatesAreReadAndAllElseIsNoWait(String stated, long seconds) {
        assertThat(RetryAfter.of(headers(Map.of("retry-after", List.of(stated), "date", List.of(DATE)))))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void withoutTheHeaderOrAClockToMeasureADateByThereIsNoWait() {
        assertThat(RetryAfter.of(headers(Map.of()))).isZero();
        assertThat(RetryAfter.of(headers(Map.of("retry-after", List.of(DATE))))).isZero();
    }

    private static HttpHeaders headers(Map<String, List<String>> headers) {
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
