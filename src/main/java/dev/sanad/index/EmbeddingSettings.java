package dev.sanad.index;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Which embedding model makes the vectors.
 *
 * @param baseUrl of the server; empty for the provider's own
 * @param model its name at the provider; for {@link Provider#ONNX} the name of its folder
 * @param folder that holds {@code model.onnx} and {@code tokenizer.json}; only with {@link Provider#ONNX}
 * @param apiKey never printed
 * @param queryPrefix put before each question, exactly as it is
 * @param passagePrefix put before each passage, exactly as it is
 * @param pooling how token vectors become one; only with {@link Provider#ONNX}
 * @param batchSize texts a request
 * @param maxChars a longer text is cut, in UTF-16 units
 * @param timeout for one request while indexing
 * @param queryTimeout for a question's vector, everything included
 */
public record EmbeddingSettings(
        Provider provider,
        Optional<URI> baseUrl,
        String model,
        Optional<Path> folder,
        Optional<String> apiKey,
        String queryPrefix,
        String passagePrefix,
        Pooling pooling,
        int batchSize,
        int maxChars,
        Duration timeout,
        Duration queryTimeout) {
    public static final int BATCH_SIZE = 32;

    /** Three hundred to five hundred tokens in the languages here; passages with their titles are shorter. */
    public static final int MAX_CHARS = 1_500;

    public static final Duration TIMEOUT = Duration.ofSeconds(60);
    public static final Duration QUERY_TIMEOUT = Duration.ofSeconds(5);

    /** Who runs the model. */
    public enum Provider {
        /** In this process. */
        ONNX,
        /** OpenAI, or by base address any server that speaks its protocol. */
        OPENAI,
        OLLAMA;

        /** As written in the settings. */
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the vectors of a text's tokens become one. */
    public enum Pooling {
        MEAN,
        CLS
    }

    /** Without the key, and of the address only the host: an address may carry a secret too. */
    @Override
    public String toString() {
        return "EmbeddingSettings[provider=%s, model=%s, host=%s, apiKey=%s]"
                .formatted(
                        provider.tag(), model, baseUrl.map(URI::getHost).orElse("-"), apiKey.isPresent() ? "set" : "-");
    }
}
