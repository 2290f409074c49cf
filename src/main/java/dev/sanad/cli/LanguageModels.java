package dev.sanad.cli;

import dev.sanad.answer.LanguageModel;
import dev.sanad.answer.LlmSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Language models as the settings say. */
final class LanguageModels {
    private LanguageModels() {}

    /**
     * In the order in which they are asked; empty where answers are quoted.
     *
     * @param first the name of the one to ask first; otherwise as the settings say
     * @throws Fault where there is none of that name
     */
    static List<LanguageModel> of(Settings.Writing writing, Optional<String> first) {
        first.filter(name -> !writing.models().containsKey(name)).ifPresent(name -> {
            throw new Fault(
                    "model %s".formatted(Printable.oneLine(name)),
                    "the settings have no such model",
                    writing.models().isEmpty()
                            ? "describe it under llm.models in sanad.yaml"
                            : "name one of "
                                    + String.join(", ", writing.models().keySet()));
        });
        return first.map(writing::beginning).orElse(writing).order().stream()
                .map(name -> of(name, Objects.requireNonNull(writing.models().get(name))))
                .toList();
    }

    /**
     * The one that judges; empty for none.
     *
     * @param writing the models that write: where it is one of them, both leave it alone after it failed
     */
    static Optional<LanguageModel> judge(Settings.Writing settings, List<LanguageModel> writing) {
        return settings.judge()
                .map(name -> writing.stream()
                        .filter(model -> model.name().equals(name))
                        .findFirst()
                        .orElseGet(() -> of(
                                name, Objects.requireNonNull(settings.models().get(name)))));
    }

    static LanguageModel of(String name, Settings.Llm llm) {
        LlmSettings settings = new LlmSettings(
                LlmSettings.Provider.valueOf(llm.provider().name()),
                llm.baseUrl(),
                llm.model(),
                llm.apiKey().map(Secret::reveal),
                llm.timeout(),
                LlmSettings.MAX_TOKENS);
        return LanguageModel.of(name, settings, llm.price());
    }
}
