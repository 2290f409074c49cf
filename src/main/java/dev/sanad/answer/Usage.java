package dev.sanad.answer;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one reply of a language model took.
 *
 * @param name of the model in the settings
 * @param model its name at the provider
 * @param cost in the currency of the prices; empty where no price is set
 */
public record Usage(String name, String model, Tokens tokens, Optional<BigDecimal> cost) {}
