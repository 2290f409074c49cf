package dev.sanad.cli;

import dev.sanad.answer.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the settings of language models must fulfil. */
final class LlmRules {
    private static final String SECTION = "llm.";

    private final SettingsRules rules;
    private final SettingsKeys.LlmKeys keys;

    LlmRules(SettingsRules rules, SettingsKeys.LlmKeys keys) {
        this.rules = rules;
        this.keys = keys;
    }

    /** The model of the keys that stand right below {@code llm}; of use only while no fault was added. */
    Settings.Llm own() {
        return checked(SECTION, keys.provider(), keys);
    }

    /** All models, in which order they are asked, and which judges; of use only while no fault was added. */
    Settings.Writing writing(Settings.Llm own, Optional<String> judge) {
        Map<String, Settings.Llm> models = new TreeMap<>();
        keys.models().forEach((name, model) -> models.put(name, named(SECTION + "models." + name + ".", model)));
        if (models.containsKey(Settings.Writing.OWN)) {
            rules.fault("llm.models.%s: so is called the model of llm.provider; give this one another name"
                    .formatted(Settings.Writing.OWN));
        }
        if (own.provider() != Settings.Provider.NONE) {
            models.put(Settings.Writing.OWN, own);
        }
        List<String> fallback = keys.fallback().orElse(List.of()).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        fallback.stream()
                .filter(name -> !models.containsKey(name))
                .forEach(name -> unknown("llm.fallback", name, models));
        judge.filter(name -> !models.containsKey(name)).ifPresent(name -> unknown("answer.judge", name, models));
        SettingsKeys.BudgetKeys budget = keys.budget();
        return new Settings.Writing(
                models,
                order(fallback, models),
                aboveZero(budget.tokensPerChatDay(), Key.LLM_BUDGET),
                aboveZero(budget.callsPerUserHour(), Key.LLM_BUDGET_USER),
                aboveZero(budget.callsPerGroupHour(), Key.LLM_BUDGET_GROUP),
                judge);
    }

    private OptionalLong aboveZero(OptionalLong most, Key key) {
        most.ifPresent(number -> rules.require(number > 0, key));
        return most;
    }

    private static List<String> order(List<String> fallback, Map<String, Settings.Llm> models) {
        return Stream.concat(Stream.of(Settings.Writing.OWN), fallback.stream())
                .filter(models::containsKey)
                .distinct()
                .toList();
    }

    private void unknown(String key, String name, Map<String, Settings.Llm> models) {
        rules.fault("%s: %s is no model under llm.models; there %s"
                .formatted(
                        key,
                        Printable.oneLine(name),
                        models.isEmpty() ? "is none" : "are: " + String.join(", ", models.keySet())));
    }

    private Settings.Llm named(String section, SettingsKeys.NamedLlmKeys model) {
        if (model.provider().isEmpty() && rules.faultless()) {
            rules.missing(section + "provider", "a model under llm.models");
        }
        Settings.Provider provider = model.provider().orElse(Settings.Provider.NONE);
        rules.require(provider != Settings.Provider.NONE, section + "provider");
        return checked(section, provider, model);
    }

    private Settings.Llm checked(String section, Settings.Provider provider, SettingsKeys.LanguageModelKeys stated) {
        Settings.Llm llm = new Settings.Llm(
                provider,
                stated.baseUrl(),
                stated.model(),
                stated.apiKey().map(Secret::new),
                stated.timeout(),
                price(section, stated.priceInput(), stated.priceOutput()));
        llm.baseUrl().ifPresent(address -> rules.require(SettingsRules.web(address), section + "base-url"));
        rules.require(SettingsRules.timeout(llm.timeout()), section + "timeout");
        String by = "%sprovider %s".formatted(section, SettingsRules.tag(llm.provider()));
        if (llm.provider() != Settings.Provider.NONE && llm.model().isEmpty()) {
            rules.missing(section + "model", by);
        }
        boolean needsKey = switch (llm.provider()) {
            case ANTHROPIC, GEMINI -> true;
            case OPENAI -> llm.baseUrl().isEmpty() && rules.faultless();
            case NONE, OLLAMA -> false;
        };
        if (needsKey && llm.apiKey().isEmpty()) {
            rules.missing(section + "api-key", by);
        }
        return llm;
    }

    /** Who states one price and not the other would be told a cost that is too low. */
    private Optional<Price> price(String section, Optional<BigDecimal> input, Optional<BigDecimal> output) {
        boolean allowed = Stream.of(input, output).flatMap(Optional::stream).allMatch(price -> price.signum() >= 0);
        input.ifPresent(price -> rules.require(price.signum() >= 0, section + "price-input"));
        output.ifPresent(price -> rules.require(price.signum() >= 0, section + "price-output"));
        if (input.isPresent() && output.isEmpty()) {
            rules.missing(section + "price-output", section + "price-input");
        }
        if (output.isPresent() && input.isEmpty()) {
            rules.missing(section + "price-input", section + "price-output");
        }
        return allowed ? input.flatMap(in -> output.map(out -> new Price(in, out))) : Optional.empty();
    }
}
