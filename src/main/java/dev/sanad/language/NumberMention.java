package dev.sanad.language;

import java.math.BigDecimal;

/**
 * A number where it stands in a text, with its magnitude word.
 *
 * @param value without trailing zeros behind the point and never in powers of ten, so that equal numbers are {@code equals}
 */
public record NumberMention(Span span, BigDecimal value) {
    public NumberMention {
        value = value.stripTrailingZeros();
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }
}
