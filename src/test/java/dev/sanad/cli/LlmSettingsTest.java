package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanad.answer.Price;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings {@code llm.*} of several models. */
class LlmSettingsTest {
    private static final String TWO = """
        llm:
          provider: ollama
          model: qwen3
          price-input: 0
          price-output: 0
          fallback: [fast, big-one]
          budget:
            tokens-per-chat-day: 50000
            calls-per-user-hour: 20
            calls-per-group-hour: 60
          models:
            fast:
              provider: openai
              base-url: http://localhost:8000/v1
              model: small
              timeout: 5s
            big-one:
              provider: anthropic
              model: large
              api-key: key-of-big
              price-input: 2.5
              price-output: 10
        """;

    @TempDir
    Path folder;

    private CommandLineRun run = new CommandLineRun(Path.of(""), Path.of(""));

    @BeforeEach
    void fresh() {
        run = new CommandLineRun(folder, folder);
    }

    private Settings.Writing writing() {
        return run.settings().writing();
    }

    private List<String> faults() {
        return Objects.requireNonNull(catchThrowableOfType(SettingsException.class, run::settings))
                .faults();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("sanad.yaml"), text);
    }

    @Test
    void withoutAProviderNoModelIsThere() {
        assertThat(writing().models()).isEmpty();
        assertThat(writing().order()).isEmpty();
        assertThat(writing().tokensPerChatDay()).isEmpty();
        assertThat(writing().paid()).isFalse();
    }

    @Test
    void theKeysOfOneModelAreAModelNamedDefault() {
        run.with("SANAD_LLM_PROVIDER", "ollama").with("SANAD_LLM_MODEL", "qwen3");
        assertThat(writing().order()).containsExactly("default");
        assertThat(writing().models())
                .containsOnlyKeys("default")
                .containsValue(run.settings().llm());
    }

    @Test
    void modelsAreNamedPricedAndAskedInOrder() throws IOException {
        write(TWO);
        assertThat(writing().order()).containsExactly("default", "fast", "big-one");
        assertThat(writing().beginning("big-one").order()).containsExactly("big-one", "default", "fast");
        assertThat(writing().tokensPerChatDay()).hasValue(50_000);
        assertThat(writing().callsPerUserHour()).hasValue(20);
        assertThat(writing().callsPerGroupHour()).hasValue(60);
        assertThat(writing().paid()).isTrue();
        assertThat(model("fast").baseUrl()).hasValue(URI.create("http://localhost:8000/v1"));
        assertThat(model("fast").timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(model("fast").price()).isEmpty();
        assertThat(model("big-one").timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(model("big-one").price()).hasValue(new Price(new BigDecimal("2.5"), new BigDecimal("10")));
        assertThat(run.settings().toString()).doesNotContain("key-of-big");
    }

    @Test
    void aModelOutsideTheOrderCostsNothingUnlessItIsPicked() throws IOException {
        write(TWO.replace("[fast, big-one]", "fast"));
        assertThat(writing().order()).containsExactly("default", "fast");
        assertThat(writing().paid()).isFalse();
    }

    @Test
    void namedModelsAloneAreAskedInTheOrderOfTheFallback() throws IOException {
        write(TWO.replace("provider: ollama", "provider:"));
        assertThat(writing().order()).containsExactly("fast", "big-one");
        assertThat(writing().models()).containsOnlyKeys("fast", "big-one");
    }

    @Test
    void variablesWinOverTheFileAndMakeModelsOfTheirOwn() throws IOException {
        write(TWO);
        run.with("SANAD_LLM_MODELS_BIG_ONE_API_KEY", "key-of-variable")
                .with("SANAD_LLM_MODELS_FAST_MODEL", "smaller")
                .with("SANAD_LLM_MODELS_THIRD_2_PROVIDER", "ollama")
                .with("SANAD_LLM_MODELS_THIRD_2_MODEL", "m")
                .with("SANAD_LLM_FALLBACK", "third-2, default");
        assertThat(model("big-one").apiKey().map(Secret::reveal)).hasValue("key-of-variable");
        assertThat(model("fast").model()).hasValue("smaller");
        assertThat(model("third-2").provider()).isEqualTo(Settings.Provider.OLLAMA);
        assertThat(writing().order()).containsExactly("default", "third-2");
    }

    @Test
    void allFaultsOfNamedModelsAreToldTogether() throws IOException {
        write("""
            llm:
              fallback: [none-such]
              budget:
                tokens-per-chat-day: 0
                calls-per-user-hour: -1
                calls-per-group-hour: some
              models:
                one:
                  provider: opnai
                  modle: x
                  timeout: soon
                two:
                  provider: none
                three:
                  provider: gemini
                  price-input: 1
                four:
                  provider: openai
                  model: m
                  base-url: ftp://me:pass@host
                  api-key: key-of-four
                  price-input: -1
                  price-output: 1
                llama3.1:
                  provider: ollama
                default:
                  provider: ollama
                  model: m
            """);
        assertThat(faults())
                .anySatisfy(line -> assertThat(line).contains("llm.fallback: none-such is no model", "four, three"))
                .anySatisfy(line -> assertThat(line).contains("llm.budget.tokens-per-chat-day: 0", ":4"))
                .anySatisfy(line -> assertThat(line).contains("llm.budget.calls-per-user-hour: -1", ":5"))
                .anySatisfy(line -> assertThat(line).contains("llm.budget.calls-per-group-hour: some", ":6"))
                .anySatisfy(line -> assertThat(line).contains("llm.models.one.provider: opnai", "openai, anthropic"))
                .anySatisfy(
                        line -> assertThat(line).contains("unknown key llm.models.one.modle", "llm.models.NAME.model"))
                .anySatisfy(line -> assertThat(line).contains("llm.models.one.timeout: soon"))
                .anySatisfy(line -> assertThat(line).contains("llm.models.two.provider: none", "not allowed"))
                .anySatisfy(
                        line -> assertThat(line).contains("llm.models.three.model", "llm.models.three.provider gemini"))
                .anySatisfy(
                        line -> assertThat(line).contains("llm.models.three.api-key", "SANAD_LLM_MODELS_THREE_API_KEY"))
                .anySatisfy(line -> assertThat(line).contains("llm.models.three.price-output", "price-input needs it"))
                .anySatisfy(line -> assertThat(line).contains("llm.models.four.base-url: ftp://***@host"))
                .anySatisfy(line -> assertThat(line).contains("llm.models.four.price-input: -1"))
                .anySatisfy(line -> assertThat(line).contains("llama3.1 cannot be the name of a model"))
                .anySatisfy(line -> assertThat(line).contains("llm.models.default"))
                .noneSatisfy(line -> assertThat(line).startsWith("llm.models.one.provider: not set"))
                .allSatisfy(line -> assertThat(line).doesNotContain("key-of-four", "pass@", "\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "SANAD_LLM_PRICE_INPUT, -2",
        "SANAD_LLM_PRICE_OUTPUT, much",
        "SANAD_LLM_BUDGET_TOKENS_PER_CHAT_DAY, -1",
        "SANAD_LLM_BUDGET_TOKENS_PER_CHAT_DAY, many"
    })
    void aValueThatIsNotAllowedIsAFault(String variable, String value) {
        run.with("SANAD_LLM_PRICE_INPUT", "1")
                .with("SANAD_LLM_PRICE_OUTPUT", "1")
                .with(variable, value);
        assertThat(faults()).anySatisfy(line -> assertThat(line).contains(variable, value, "it must be"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SANAD_LLM_MODELS_FAST_KEY", "SANAD_LLM_MODELS__MODEL", "SANAD_LLM_MODELS_MODEL"})
    void aVariableOfNoSuchSettingIsFoundByDoctor(String variable) {
        run.with(variable, "x");
        assertThat(run.run("doctor")).isEqualTo(1);
        assertThat(run.out()).contains("FAULT  variable " + variable);
    }

    private Settings.Llm model(String name) {
        return Optional.ofNullable(writing().models().get(name)).orElseThrow();
    }
}
