package dev.sanad.telegram;

import dev.sanad.conversation.CallBudgets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the newsroom works with.
 *
 * @param model that words the answers, by its name in the settings; empty where they are quoted
 * @param models all that can word them, by name
 * @param embedding that finds more across languages, by name
 * @param tokensPerChatDay of the models; empty for no bound
 */
public record Equipment(
        Optional<String> model,
        List<String> models,
        Optional<String> embedding,
        OptionalLong tokensPerChatDay,
        CallBudgets calls) {
    public Equipment {
        models = List.copyOf(models);
    }
}
