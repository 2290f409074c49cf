package dev.sanad.cli;

import dev.sanad.answer.LanguageModel;
import dev.sanad.answer.LlmSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Language models as the settings say, each one once: after it failed all leave it alone. Safe for use by many threads. */
final class LanguageModels {
    private final Settings.Writing settings;
    private final Map<String, LanguageModel> made = new ConcurrentHashMap<>();

    LanguageModels(Settings.Writing settings) {
        this.settings = settings;
    }

    /**
     * In the order in which they are asked; empty where answers are quoted.
     *
     * @param first the name of the one to ask first; otherwise as the settings say
     * @throws Fault where there is none of that name
     */
    List<LanguageModel> inOrder(Optional<String> first) {
        first.filter(name -> !has(name)).ifPresent(name -> {
            throw new Fault(
                    "model %s".formatted(Printable.oneLine(name)),
                    "the settings have no such model",
                    settings.models().isEmpty()
                            ? "describe it under llm.models in sanad.yaml"
                            : "name one of "
                                    + String.join(", ", settings.models().keySet()));
        });
        return first.map(settings::beginning).orElse(settings).order().stream()
                .map(this::model)
                .toList();
    }

    boolean has(String name) {
        return settings.models().containsKey(name);
    }

    /** The one that judges; empty for none. */
    Optional<LanguageModel> judge() {
        return settings.judge().map(this::model);
    }

    private LanguageModel model(String name) {
        return made.computeIfAbsent(
                name, own -> of(own, Objects.requireNonNull(settings.models().get(own))));
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
