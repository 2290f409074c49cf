package dev.sanad.retrieval;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Which model weighs the first candidates again.
 *
 * @param baseUrl of the server, to which {@code /rerank} is added; empty for Cohere's own
 * @param model its name at the server; for {@link Provider#ONNX} the name of its folder
 * @param folder that holds {@code model.onnx} and {@code tokenizer.json}; only with {@link Provider#ONNX}
 * @param apiKey never printed
 * @param depth how many candidates, the best by words and vectors, the model weighs
 * @param timeout for a question's scores from a server, everything included; a model in process takes the time it takes
 */
public record RerankSettings(
        Provider provider,
        Optional<URI> baseUrl,
        String model,
        Optional<Path> folder,
        Optional<String> apiKey,
        int depth,
        Duration timeout) {
    public static final int DEPTH = 30;
    public static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Who runs the model. */
    public enum Provider {
        /** In this process: a cross-encoder. */
        ONNX,
        /** Cohere, or by base address any server that speaks its protocol, such as vLLM and llama.cpp. */
        COHERE;

        /** As written in the settings. */
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RerankSettings {
        if (depth < 1) {
            throw new IllegalArgumentException("reranking depth %d: give 1 or more".formatted(depth));
        }
    }

    /** Without the key, and of the address only the host: an address may carry a secret too. */
    @Override
    public String toString() {
        return "RerankSettings[provider=%s, model=%s, host=%s, apiKey=%s]"
                .formatted(
                        provider.tag(), model, baseUrl.map(URI::getHost).orElse("-"), apiKey.isPresent() ? "set" : "-");
    }
}
