package dev.sanad.cli;

import dev.sanad.index.EmbeddingSettings;
import dev.sanad.models.KnownModel;
import dev.sanad.models.ModelCache;
import dev.sanad.models.ModelFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the settings of the embedding model must fulfil, and the defaults that depend on the model's name. */
final class EmbeddingRules {
    private static final int MOST_TEXTS = 2_048;
    private static final int LEAST_CHARS = 100;
    private static final int MOST_CHARS = 100_000;

    /** The models of the E5 family were trained with these prefixes and lose without them (Wang et al. 2024, arXiv:2402.05672). */
    private static final Pattern E5 = Pattern.compile("(?i)(?<![a-z0-9])e5(?![a-z0-9])");

    private static final String E5_QUERY = "query: ";
    private static final String E5_PASSAGE = "passage: ";

    /** A blank value counts as unset everywhere, so that no prefix needs a word. */
    private static final String NO_PREFIX = "none";

    private final SettingsRules rules;
    private final Path models;

    /** @param models the cache of pulled models */
    EmbeddingRules(SettingsRules rules, Path models) {
        this.rules = rules;
        this.models = models;
    }

    /** Empty where the provider is {@code none}; of use only while no fault was added. */
    Optional<EmbeddingSettings> check(SettingsKeys.EmbeddingKeys keys) {
        keys.baseUrl().ifPresent(address -> rules.require(SettingsRules.web(address), Key.EMBEDDING_BASE_URL));
        rules.require(keys.batchSize() > 0 && keys.batchSize() <= MOST_TEXTS, Key.EMBEDDING_BATCH_SIZE);
        rules.require(keys.maxChars() >= LEAST_CHARS && keys.maxChars() <= MOST_CHARS, Key.EMBEDDING_MAX_CHARS);
        rules.require(SettingsRules.timeout(keys.timeout()), Key.EMBEDDING_TIMEOUT);
        rules.require(SettingsRules.timeout(keys.queryTimeout()), Key.EMBEDDING_QUERY_TIMEOUT);
        if (keys.provider() == Settings.EmbeddingProvider.NONE) {
            return Optional.empty();
        }
        if (keys.model().isEmpty()) {
            rules.missing(Key.EMBEDDING_MODEL, Key.EMBEDDING_PROVIDER, keys.provider());
        }
        if (keys.provider() == Settings.EmbeddingProvider.OPENAI
                && keys.baseUrl().isEmpty()
                && keys.apiKey().isEmpty()
                && rules.faultless()) {
            rules.missing(Key.EMBEDDING_API_KEY, Key.EMBEDDING_PROVIDER, keys.provider());
        }
        return Optional.of(settings(keys, keys.model().orElse("")));
    }

    private EmbeddingSettings settings(SettingsKeys.EmbeddingKeys keys, String stated) {
        Optional<Path> folder = keys.provider() == Settings.EmbeddingProvider.ONNX && !stated.isEmpty()
                ? onnxFolder(stated)
                : Optional.empty();
        String model = folder.map(path -> String.valueOf(path.getFileName())).orElse(stated);
        Optional<KnownModel> known = folder.flatMap(path -> KnownModel.of(stated));
        boolean e5 = E5.matcher(model).find();
        return new EmbeddingSettings(
                EmbeddingSettings.Provider.valueOf(keys.provider().name()),
                keys.baseUrl(),
                model,
                folder,
                keys.apiKey(),
                prefix(keys.queryPrefix(), known.flatMap(KnownModel::queryPrefix), e5 ? E5_QUERY : ""),
                prefix(keys.passagePrefix(), known.flatMap(KnownModel::passagePrefix), e5 ? E5_PASSAGE : ""),
                keys.pooling().orElseGet(() -> pooling(known)),
                keys.batchSize(),
                keys.maxChars(),
                keys.timeout(),
                keys.queryTimeout());
    }

    private static String prefix(Optional<String> stated, Optional<String> known, String fallback) {
        return stated.map(text -> text.strip().equals(NO_PREFIX) ? "" : text)
                .or(() -> known)
                .orElse(fallback);
    }

    private Optional<Path> onnxFolder(String stated) {
        return rules.resolved(Key.EMBEDDING_MODEL, stated)
                .map(own -> ModelFolder.place(stated, own, new ModelCache(models)));
    }

    /** As the list of known models has it, for the family of BGE was trained otherwise than most. */
    private static EmbeddingSettings.Pooling pooling(Optional<KnownModel> model) {
        return model.flatMap(KnownModel::pooling)
                .map(known -> EmbeddingSettings.Pooling.valueOf(known.name()))
                .orElse(EmbeddingSettings.Pooling.MEAN);
    }
}
