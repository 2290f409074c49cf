package dev.sanad.answer;

import java.math.BigDecimal;

/**
 * What a model costs, in a currency that the settings do not name.
 *
 * @param input for a million tokens read, not negative
 * @param output for a million tokens written, not negative
 */
public record Price(BigDecimal input, BigDecimal output) {
    private static final int MILLION = 6;

    public Price {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("a price below zero");
        }
    }

    /** To the last digit. */
    public BigDecimal of(Tokens tokens) {
        BigDecimal read = input.multiply(BigDecimal.valueOf(tokens.input()));
        BigDecimal written = output.multiply(BigDecimal.valueOf(tokens.output()));
        return read.add(written).movePointLeft(MILLION).stripTrailingZeros();
    }
}
