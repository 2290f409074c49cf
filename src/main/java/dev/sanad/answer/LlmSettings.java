package dev.sanad.answer;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which language model words the answers.
 *
 * @param baseUrl of the server; empty for the provider's own
 * @param model its name at the provider
 * @param apiKey never printed
 * @param timeout for a whole reply
 * @param maxTokens that a reply may have
 */
public record LlmSettings(
        Provider provider,
        Optional<URI> baseUrl,
        Optional<String> model,
        Optional<String> apiKey,
        Duration timeout,
        int maxTokens) {
    public static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Ten sentences with markers in the script that takes most tokens stay below it. */
    public static final int MAX_TOKENS = 2_000;

    public static final LlmSettings NONE =
            new LlmSettings(Provider.NONE, Optional.empty(), Optional.empty(), Optional.empty(), TIMEOUT, MAX_TOKENS);

    /** Whose protocol the server speaks. */
    public enum Provider {
        NONE,
        /** OpenAI, or by base address any server that speaks its protocol. */
        OPENAI,
        ANTHROPIC,
        GEMINI,
        OLLAMA;

        /** The provider of the setting's value, ignoring case; empty for any other. */
        public static Optional<Provider> of(String value) {
            return Arrays.stream(values())
                    .filter(provider -> provider.tag().equals(value.strip().toLowerCase(Locale.ROOT)))
                    .findFirst();
        }

        /** As written in the settings. */
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LlmSettings {
        model = model.map(String::strip).filter(text -> !text.isEmpty());
        apiKey = apiKey.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Without the key, and of the address only the host: an address may carry a secret too. */
    @Override
    public String toString() {
        return "LlmSettings[provider=%s, host=%s, model=%s, apiKey=%s, timeout=%s, maxTokens=%d]"
                .formatted(
                        provider.tag(),
                        baseUrl.map(URI::getHost).orElse("-"),
                        model.orElse("-"),
                        apiKey.isPresent() ? "set" : "-",
                        timeout,
                        maxTokens);
    }
}
