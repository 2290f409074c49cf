package dev.sanad.cli;

import dev.sanad.models.ModelCache;
import dev.sanad.models.ModelFolder;
import dev.sanad.retrieval.RerankSettings;
import java.nio.file.Path;
import java.util.Optional;

/** What the settings of the reranking model must fulfil. */
final class RerankRules {
    private static final int LEAST_PASSAGES = 2;
    private static final int MOST_PASSAGES = 1_000;

    private final SettingsRules rules;
    private final Path models;

    /** @param models the cache of pulled models */
    RerankRules(SettingsRules rules, Path models) {
        this.rules = rules;
        this.models = models;
    }

    /** Empty where the provider is {@code none}; of use only while no fault was added. */
    Optional<RerankSettings> check(SettingsKeys.RerankKeys keys) {
        keys.baseUrl().ifPresent(address -> rules.require(SettingsRules.web(address), Key.RERANK_BASE_URL));
        boolean allowedDepth = keys.depth() >= LEAST_PASSAGES && keys.depth() <= MOST_PASSAGES;
        rules.require(allowedDepth, Key.RERANK_DEPTH);
        rules.require(SettingsRules.timeout(keys.timeout()), Key.RERANK_TIMEOUT);
        if (keys.provider() == Settings.RerankProvider.NONE || !allowedDepth) {
            return Optional.empty();
        }
        if (keys.model().isEmpty()) {
            rules.missing(Key.RERANK_MODEL, Key.RERANK_PROVIDER, keys.provider());
        }
        if (keys.provider() == Settings.RerankProvider.COHERE
                && keys.baseUrl().isEmpty()
                && keys.apiKey().isEmpty()
                && rules.faultless()) {
            rules.missing(Key.RERANK_API_KEY, Key.RERANK_PROVIDER, keys.provider());
        }
        return Optional.of(settings(keys, keys.model().orElse("")));
    }

    private RerankSettings settings(SettingsKeys.RerankKeys keys, String stated) {
        Optional<Path> folder = keys.provider() == Settings.RerankProvider.ONNX && !stated.isEmpty()
                ? rules.resolved(Key.RERANK_MODEL, stated)
                        .map(own -> ModelFolder.place(stated, own, new ModelCache(models)))
                : Optional.empty();
        return new RerankSettings(
                RerankSettings.Provider.valueOf(keys.provider().name()),
                keys.baseUrl(),
                folder.map(path -> String.valueOf(path.getFileName())).orElse(stated),
                folder,
                keys.apiKey(),
                keys.depth(),
                keys.timeout());
    }
}
