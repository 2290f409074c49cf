package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.index.EmbeddingSettings;
import dev.sanad.models.LocalHub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    private static final String NAME = "multilingual-e5-small";
    private static final String ONNX = "intfloat/multilingual-e5-small/onnx/model.onnx";

    @TempDir
    private Path folder;

    private LocalHub server;

    @BeforeEach
    void serve() throws IOException {
        server = new LocalHub();
        server.put(ONNX, "weights".repeat(1000).getBytes(StandardCharsets.UTF_8));
        server.put("intfloat/multilingual-e5-small/tokenizer.json", "{}".getBytes(StandardCharsets.UTF_8));
        server.put("me/mine/model.onnx", "weights".getBytes(StandardCharsets.UTF_8));
        server.put("me/mine/tokenizer.json", "{}".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPulledModelIsListedWithItsRevisionAndFolder() throws IOException {
        assertThat(listed(NAME).path("state").asText()).isEqualTo("absent");

        CommandLineRun pull = run(0, "models", "pull", NAME);
        run(0, "models", "pull", "me/mine");

        assertThat(pull.err()).isEmpty();
        assertThat(pull.out())
                .contains("model.onnx  7000 bytes  SHA-256 ", "pinned in " + folder.resolve("models.lock"));
        JsonNode row = listed(NAME);
        assertThat(row.path("state").asText()).isEqualTo("pulled");
        assertThat(row.path("licence").asText()).isEqualTo("MIT");
        assertThat(row.path("queryPrefix").asText()).isEqualTo("query: ");
        assertThat(row.path("revision").asText()).isEqualTo(LocalHub.COMMIT);
        assertThat(Path.of(row.path("folder").asText()).resolve("model.onnx")).exists();
        assertThat(listed("me/mine").path("repository").asText()).isEqualTo("me/mine");
        assertThat(run(0, "models", "list", "--check").out())
                .contains("verified")
                .contains("absent");
    }

    @Test
    void aFileThatChangedOnDiskEndsTheCheckInOne() throws IOException {
        run(0, "models", "pull", NAME);
        Files.writeString(folder.resolve("cache/sanad/models").resolve(NAME).resolve("model.onnx"), "w".repeat(7000));

        assertThat(run(0, "models", "list").out()).contains("pulled");
        assertThat(run(1, "models", "list", "--check").out()).contains("different");
    }

    @Test
    void wrongBytesAreAFaultOfOneLineAndNothingIsPinned() {
        server.sent.put(ONNX, "w31ghts".repeat(1000).getBytes(StandardCharsets.UTF_8));

        CommandLineRun pull = run(1, "models", "pull", NAME);

        assertThat(pull.out()).isEmpty();
        assertThat(pull.err().lines())
                .singleElement()
                .asString()
                .startsWith("sanad: model " + NAME + ", onnx/model.onnx: the hub states SHA-256 ");
        assertThat(folder.resolve("models.lock")).doesNotExist();
        assertThat(run(0, "models", "list").out()).contains("begun");
    }

    @Test
    void aPullThatWasKilledIsGoneOnFromByTheNext() throws IOException, InterruptedException {
        server.slow(Duration.ofMillis(400));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.sanad.cli.Main",
                        "models",
                        "pull",
                        NAME,
                        "--cache",
                        folder.resolve("cache/sanad/models").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("SANAD_MODELS_URL", server.address().toString());
        Process process = builder.start();
        while (process.isAlive() && !partStands()) {
            Thread.sleep(20);
        }
        assertThat(process.isAlive())
                .as(Files.readString(folder.resolve("out")))
                .isTrue();
        process.destroyForcibly().waitFor();
        server.slow(Duration.ZERO);

        run(0, "models", "pull", NAME);

        assertThat(server.ranges()).singleElement().asString().matches("bytes=[1-9]\\d*-");
        assertThat(run(0, "models", "list", "--check").out()).contains("verified");
    }

    private boolean partStands() throws IOException {
        Path pulling = folder.resolve("cache/sanad/models/.pulling");
        if (!Files.isDirectory(pulling)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(pulling)) {
            return files.anyMatch(
                    file -> file.toString().endsWith(".part") && file.toFile().length() > 0);
        }
    }

    @Test
    void aPulledModelIsWhatTheEmbeddingIsMadeWith() {
        CommandLineRun run = new CommandLineRun(folder, folder)
                .with("SANAD_EMBEDDING_PROVIDER", "onnx")
                .with("SANAD_EMBEDDING_MODEL", "BAAI/bge-m3")
                .with("SANAD_MODELS_PATH", "cache");

        EmbeddingSettings embedding = run.settings().embedding().orElseThrow();

        assertThat(embedding.folder()).contains(folder.resolve("cache/bge-m3"));
        assertThat(embedding.pooling()).isEqualTo(EmbeddingSettings.Pooling.CLS);
        run.with("SANAD_EMBEDDING_POOLING", "mean");
        assertThat(run.settings().embedding().orElseThrow().pooling()).isEqualTo(EmbeddingSettings.Pooling.MEAN);
    }

    @Test
    void thePinsStandBesideTheSettingsFileAndTheCacheWhereToldTo() throws IOException {
        Files.createDirectories(folder.resolve("project"));
        Files.writeString(folder.resolve("project/sanad.yaml"), "models:\n  path: here\n");

        run(0, "--config", "project/sanad.yaml", "models", "pull", NAME);
        assertThat(folder.resolve("project/models.lock")).isRegularFile();
        assertThat(folder.resolve("project/here").resolve(NAME)).isDirectory();

        run(0, "models", "pull", NAME, "--cache", "there");
        assertThat(folder.resolve("there").resolve(NAME)).isDirectory();
    }

    @Test
    void theTokenIsNeverShownAndNoFaultOfTheDoctor() {
        server.demand("hf_secret");
        CommandLineRun refused = new CommandLineRun(folder, folder)
                .with("SANAD_MODELS_URL", server.address().toString())
                .with("SANAD_MODELS_TOKEN", "hf_wrong");
        assertThat(refused.run("models", "pull", NAME, "--verbose")).isEqualTo(1);
        assertThat(refused.out() + refused.err()).contains("SANAD_MODELS_TOKEN").doesNotContain("hf_wrong");

        CommandLineRun doctor = new CommandLineRun(folder, folder).with("SANAD_MODELS_TOKEN", "hf_wrong");
        assertThat(doctor.run("doctor")).isZero();
        assertThat(doctor.out()).doesNotContain("hf_wrong");
    }

    @Test
    void aHubThatIsNoWebAddressIsAFaultOfTheSettings() {
        CommandLineRun run = new CommandLineRun(folder, folder).with("SANAD_MODELS_URL", "ftp://me:pass@host");

        assertThat(run.run("models", "list")).isEqualTo(1);
        assertThat(run.err()).contains("models.url").doesNotContain("pass");
    }

    private JsonNode listed(String name) throws IOException {
        JsonNode rows =
                new ObjectMapper().readTree(run(0, "models", "list", "--json").out());
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private CommandLineRun run(int code, String... args) {
        CommandLineRun run = new CommandLineRun(folder, folder)
                .with("SANAD_MODELS_URL", server.address().toString())
                .with("XDG_CACHE_HOME", folder.resolve("cache").toString());
        assertThat(run.run(args)).as(run.out() + run.err()).isEqualTo(code);
        return run;
    }
}
