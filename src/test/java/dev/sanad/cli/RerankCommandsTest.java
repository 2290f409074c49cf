package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanad.index.Indexed;
import dev.sanad.retrieval.RerankSettings;
import dev.sanad.retrieval.RerankTestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings {@code rerank.*}, and the commands with a reranking model. */
class RerankCommandsTest {
    @TempDir
    Path folder;

    private final RerankTestServer server = new RerankTestServer();
    private CommandLineRun run = new CommandLineRun(Path.of(""), Path.of(""));

    @BeforeEach
    void news() {
        Indexed.article(folder.resolve("news"), "a.md", "en", "A", "The ferry Orla left the harbour.");
        Indexed.article(folder.resolve("news"), "b.md", "en", "B", "A ferry was painted green.");
        run = fresh();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandLineRun fresh() {
        return new CommandLineRun(folder, folder)
                .with("SANAD_CORPUS_PATHS", folder.resolve("news").toString());
    }

    private CommandLineRun reranking() {
        return fresh().with("SANAD_RERANK_PROVIDER", "cohere")
                .with("SANAD_RERANK_BASE_URL", server.url().toString())
                .with("SANAD_RERANK_MODEL", "m");
    }

    private List<String> faults() {
        return Objects.requireNonNull(catchThrowableOfType(SettingsException.class, run::settings))
                .faults();
    }

    @Test
    void withoutAProviderNoModelIsAsked() {
        assertThat(run.settings().rerank()).isEmpty();
    }

    @Test
    void theDefaultsAreThirtyPassagesAndFiveSeconds() {
        RerankSettings settings = reranking().settings().rerank().orElseThrow();

        assertThat(settings.depth()).isEqualTo(RerankSettings.DEPTH).isEqualTo(30);
        assertThat(settings.timeout()).isEqualTo(RerankSettings.TIMEOUT).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "SANAD_RERANK_PROVIDER, cohear",
        "SANAD_RERANK_BASE_URL, ftp://host",
        "SANAD_RERANK_DEPTH, 0",
        "SANAD_RERANK_DEPTH, 1001",
        "SANAD_RERANK_TIMEOUT, 0s"
    })
    void aValueThatIsNotAllowedIsAFaultThatSaysWhatIs(String variable, String value) {
        run = reranking().with(variable, value);

        assertThat(faults()).singleElement().asString().contains(variable, value, "it must be");
    }

    @ParameterizedTest
    @CsvSource({"cohere", "onnx"})
    void aProviderWithoutAModelIsAFault(String provider) {
        run = reranking().with("SANAD_RERANK_PROVIDER", provider).with("SANAD_RERANK_MODEL", "");

        assertThat(faults()).singleElement().asString().contains("rerank.model", "rerank.provider " + provider);
    }

    @Test
    void cohereItselfNeedsAKey() {
        run = reranking().with("SANAD_RERANK_BASE_URL", "");

        assertThat(faults()).singleElement().asString().contains("rerank.api-key", "SANAD_RERANK_API_KEY");
    }

    @Test
    void searchShowsTheOrderOfTheModelAndWithoutItThatOfWords() {
        server.scoring(text -> text.contains("painted") ? 1 : 0);
        CommandLineRun search = reranking();
        assertThat(search.run("search", "ferry", "harbour")).as(search.err()).isZero();
        assertThat(search.out().indexOf("painted")).isBetween(0, search.out().indexOf("Orla"));

        server.refusing(500);
        CommandLineRun without = reranking();
        assertThat(without.run("search", "ferry", "harbour")).as(without.err()).isZero();
        assertThat(without.out().indexOf("Orla")).isBetween(0, without.out().indexOf("painted"));
    }

    @Test
    void doctorAsksTheModel() {
        CommandLineRun well = reranking();
        well.run("doctor");
        assertThat(well.out()).contains("rerank: m, the first 30 passages");

        server.refusing(401);
        CommandLineRun refused = reranking();
        assertThat(refused.run("doctor")).isEqualTo(1);
        assertThat(refused.out()).contains("FAULT  reranking model cohere:m", "rerank.api-key");

        run.run("doctor");
        assertThat(run.out()).contains("rerank: none");
    }

    @Test
    void aModelFolderWithoutAModelEndsTheCommandWithOneLine() {
        CommandLineRun search = fresh().with("SANAD_RERANK_PROVIDER", "onnx").with("SANAD_RERANK_MODEL", "news");

        assertThat(search.run("search", "ferry")).isEqualTo(1);
        assertThat(search.err()).contains("there is no model.onnx").hasLineCount(1);
    }

    @Test
    void anEvaluationDoesNotGoOnWithoutTheModel() {
        Path set = Path.of("src/test/resources/evaluation/tiny").toAbsolutePath();
        CommandLineRun well = reranking();
        assertThat(well.run("evaluate", "retrieval", "--dataset", set.toString(), "--json"))
                .as(well.err())
                .isZero();
        assertThat(server.requests()).isNotEmpty();

        server.refusing(500);
        CommandLineRun refused = reranking();
        assertThat(refused.run("evaluate", "retrieval", "--dataset", set.toString(), "--json"))
                .isEqualTo(1);
        assertThat(refused.err()).contains("rerank.provider to none");
    }
}
