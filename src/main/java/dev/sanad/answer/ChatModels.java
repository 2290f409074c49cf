package dev.sanad.answer;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds the language model that the settings name: temperature 0, nothing of requests or replies logged. */
public final class ChatModels {
    private static final String OLLAMA = "http://localhost:11434";
    private static final double TEMPERATURE = 0.0;

    private ChatModels() {}

    /**
     * The model; empty where the provider is {@code none}.
     *
     * @throws IllegalArgumentException listing all {@link #faults}, one a line
     */
    public static Optional<StreamingChatModel> of(LlmSettings settings) {
        List<String> faults = faults(settings);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
        return switch (settings.provider()) {
            case NONE -> Optional.empty();
            case OPENAI -> Optional.of(openAi(settings));
            case ANTHROPIC -> Optional.of(anthropic(settings));
            case GEMINI -> Optional.of(gemini(settings));
            case OLLAMA -> Optional.of(ollama(settings));
        };
    }

    /** What is missing or wrong, a line each: setting, cause, what to do; empty where the model can be built. Never holds a secret. */
    public static List<String> faults(LlmSettings settings) {
        List<String> faults = new ArrayList<>();
        if (settings.provider() == LlmSettings.Provider.NONE) {
            return faults;
        }
        String provider = settings.provider().tag();
        if (settings.model().isEmpty()) {
            faults.add("llm.model: not set, but llm.provider is %s: name a model there or in SANAD_LLM_MODEL"
                    .formatted(provider));
        }
        if (settings.apiKey().isEmpty() && needsKey(settings)) {
            faults.add("llm.api-key: not set, but llm.provider is %s: set it there or in SANAD_LLM_API_KEY"
                    .formatted(provider));
        }
        if (settings.baseUrl().filter(url -> !usable(url)).isPresent()) {
            faults.add("llm.base-url: not an http or https address without user name, query and fragment: "
                    + "correct it there or in SANAD_LLM_BASE_URL");
        }
        if (settings.timeout().isNegative() || settings.timeout().isZero()) {
            faults.add("llm.timeout: not above zero: write a duration such as 60s there or in SANAD_LLM_TIMEOUT");
        }
        if (settings.maxTokens() < 1) {
            faults.add("llm.max-tokens: not above zero: correct it there or in SANAD_LLM_MAX_TOKENS");
        }
        return faults;
    }

    /** A server of one's own behind {@code openai} often takes no key; Ollama never does. */
    private static boolean needsKey(LlmSettings settings) {
        return switch (settings.provider()) {
            case NONE, OLLAMA -> false;
            case OPENAI -> settings.baseUrl().isEmpty();
            case ANTHROPIC, GEMINI -> true;
        };
    }

    private static boolean usable(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private static StreamingChatModel openAi(LlmSettings settings) {
        var builder = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http(settings))
                .modelName(settings.model().orElseThrow())
                .temperature(TEMPERATURE)
                .timeout(settings.timeout());
        settings.apiKey().ifPresent(builder::apiKey);
        if (settings.baseUrl().isPresent()) {
            // compatible servers know the older name of the limit, OpenAI's newer models only the newer one
            return builder.baseUrl(settings.baseUrl().get().toString())
                    .maxTokens(settings.maxTokens())
                    .build();
        }
        return builder.maxCompletionTokens(settings.maxTokens()).build();
    }

    private static StreamingChatModel anthropic(LlmSettings settings) {
        var builder = AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http(settings))
                .apiKey(settings.apiKey().orElseThrow())
                .modelName(settings.model().orElseThrow())
                .temperature(TEMPERATURE)
                .maxTokens(settings.maxTokens())
                .timeout(settings.timeout());
        settings.baseUrl().map(URI::toString).ifPresent(builder::baseUrl);
        return builder.build();
    }

    private static StreamingChatModel gemini(LlmSettings settings) {
        var builder = GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(http(settings))
                .apiKey(settings.apiKey().orElseThrow())
                .modelName(settings.model().orElseThrow())
                .temperature(TEMPERATURE)
                .maxOutputTokens(settings.maxTokens())
                .timeout(settings.timeout());
        settings.baseUrl().map(URI::toString).ifPresent(builder::baseUrl);
        return builder.build();
    }

    private static StreamingChatModel ollama(LlmSettings settings) {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(http(settings))
                .baseUrl(settings.baseUrl().map(URI::toString).orElse(OLLAMA))
                .modelName(settings.model().orElseThrow())
                .temperature(TEMPERATURE)
                .numPredict(settings.maxTokens())
                .timeout(settings.timeout())
                .build();
    }

    private static HttpClientBuilder http(LlmSettings settings) {
        return new BoundedHttp.Builder(settings.timeout());
    }
}
