package dev.sanad.telegram;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the newsroom works with.
 *
 * @param model that words the answers, by its name in the settings; empty where they are quoted
 * @param embedding that finds more across languages, by name
 * @param tokensPerChatDay of the models; empty for no bound
 */
public record Equipment(Optional<String> model, Optional<String> embedding, OptionalLong tokensPerChatDay) {}
