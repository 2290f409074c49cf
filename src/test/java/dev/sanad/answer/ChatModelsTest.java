package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatModelsTest {
    @Test
    void noProviderIsNoModel() {
        assertThat(ChatModels.of(LlmSettings.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = LlmSettings.Provider.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyProviderHasAModel(LlmSettings.Provider provider) {
        assertThat(ChatModels.of(settings(provider, "m", "k"))).isPresent();
    }

    @Test
    void aMissingKeyAndModelAreNamedTogetherWithTheirVariables() {
        assertThatThrownBy(() -> ChatModels.of(settings(LlmSettings.Provider.ANTHROPIC, " ", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("llm.model", "SANAD_LLM_MODEL", "llm.api-key", "SANAD_LLM_API_KEY", "anthropic");
    }

    @Test
    void onlyOllamaAndServersOfOnesOwnNeedNoKey() {
        assertThat(ChatModels.faults(settings(LlmSettings.Provider.OLLAMA, "m", "")))
                .isEmpty();
        assertThat(ChatModels.faults(settings(LlmSettings.Provider.OPENAI, "m", "")))
                .hasSize(1);
        assertThat(ChatModels.faults(at("http://localhost:8080/v1", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://host/v1", "/v1", "https://user:pass@host/v1", "https://host/v1?key=secret", "mailto:a"})
    void anAddressThatIsNotPlainHttpIsAFaultThatDoesNotRepeatIt(String url) {
        assertThat(ChatModels.faults(at(url, "k")))
                .singleElement()
                .asString()
                .contains("llm.base-url", "SANAD_LLM_BASE_URL")
                .doesNotContain(url, "pass", "secret");
    }

    @Test
    void theKeyIsNeverPrinted() {
        assertThat(settings(LlmSettings.Provider.OPENAI, "m", "sk-very-secret").toString())
                .doesNotContain("secret")
                .contains("openai", "apiKey=set");
        assertThat(at("https://user:pass@host/v1?key=secret", "k").toString()).doesNotContain("pass", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "OpenAI", " openai "})
    void aProviderIsNamedInAnyCase(String value) {
        assertThat(LlmSettings.Provider.of(value)).contains(LlmSettings.Provider.OPENAI);
    }

    @Test
    void anUnknownProviderIsNone() {
        assertThat(LlmSettings.Provider.of("closedai")).isEmpty();
    }

    @Test
    void whatGoesToTheLogIsOneLineWithoutKeysAndBounded() {
        String line = LogLine.of(new IllegalStateException(
                "no\r\n2026 WARN forged \u001B[31m Bearer sk-proj-0123456789abcdefXYZ " + "x ".repeat(900)));
        assertThat(line)
                .doesNotContain("\n", "\r", "\u001B", "0123456789abcdef")
                .hasSizeLessThan(260);
    }

    private static LlmSettings settings(LlmSettings.Provider provider, String model, String key) {
        return new LlmSettings(
                provider, Optional.empty(), Optional.of(model), Optional.of(key), Duration.ofSeconds(60), 100);
    }

    private static LlmSettings at(String url, String key) {
        return new LlmSettings(
                LlmSettings.Provider.OPENAI,
                Optional.of(URI.create(url)),
                Optional.of("m"),
                Optional.of(key),
                Duration.ofSeconds(60),
                100);
    }
}
