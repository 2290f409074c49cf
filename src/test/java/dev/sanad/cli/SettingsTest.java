package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanad.index.EmbeddingSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path workingFolder = Path.of("");
    private CommandLineRun run = new CommandLineRun(home, home);

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectory(folder.resolve("home of sanad"));
        workingFolder = Files.createDirectory(folder.resolve("working"));
        run = new CommandLineRun(workingFolder, home);
    }

    @Test
    void withoutFileAndVariablesTheDefaultsHold() {
        Settings settings = read();

        assertThat(settings.file()).isEmpty();
        assertThat(settings.corpus())
                .isEqualTo(new Settings.Corpus(List.of(), 5 * 1024 * 1024, home.resolve("index/received")));
        assertThat(settings.indexPath()).isEqualTo(home.resolve("index"));
        assertThat(settings.promptsPath()).isEqualTo(home.resolve("prompts"));
        assertThat(settings.llm().provider()).isEqualTo(Settings.Provider.NONE);
        assertThat(settings.llm().timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.telegram().access()).isEqualTo(Settings.Access.OPEN);
        assertThat(settings.telegram().statedAccess()).isEmpty();
        assertThat(settings.storeUrl().reveal()).isEqualTo("jdbc:h2:file:" + home.resolve("index/store/sanad"));
    }

    @Test
    void relativePathsBelongToWhoStatesThem() throws IOException {
        write(home, "corpus:\n  paths: [news, '/abs/a,b']\nindex:\n  path: here");

        assertThat(read().corpus().paths()).containsExactly(home.resolve("news"), Path.of("/abs/a,b"));
        assertThat(read().indexPath()).isEqualTo(home.resolve("here"));

        run.with("SANAD_CORPUS_PATHS", "one folder, two");
        assertThat(read().corpus().paths())
                .containsExactly(workingFolder.resolve("one folder"), workingFolder.resolve("two"));
    }

    @Test
    void theWorkingFoldersFileWinsOverTheLaunchersAndANamedOneOverBoth() throws IOException {
        write(home, "llm:\n  timeout: 1s");
        assertThat(read().llm().timeout()).isEqualTo(Duration.ofSeconds(1));

        write(workingFolder, "llm:\n  timeout: 2m");
        assertThat(read().llm().timeout()).isEqualTo(Duration.ofMinutes(2));

        Files.writeString(workingFolder.resolve("other.yaml"), "llm:\n  timeout: 3s");
        assertThat(SettingsReader.read(run.surroundings(), Optional.of(Path.of("other.yaml")))
                        .llm()
                        .timeout())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void everyKeyHasItsVariable() {
        run.with("SANAD_CORPUS_MAX_FILE_BYTES", "1000")
                .with("SANAD_CORPUS_RECEIVED", "kept")
                .with("SANAD_TELEGRAM_CHANNELS", "-1001, -1002")
                .with("SANAD_INDEX_PATH", "i")
                .with("SANAD_ANSWER_MIN_CONFIDENCE", "0.4")
                .with("SANAD_ANSWER_TRANSLATE", "none")
                .with("SANAD_LLM_PROVIDER", "openai")
                .with("SANAD_LLM_BASE_URL", "http://127.0.0.1:8080/v1")
                .with("SANAD_LLM_MODEL", "m")
                .with("SANAD_LLM_API_KEY", "key")
                .with("SANAD_LLM_TIMEOUT", "1500ms")
                .with("SANAD_EMBEDDING_PROVIDER", "ollama")
                .with("SANAD_EMBEDDING_BASE_URL", "http://127.0.0.1:8081")
                .with("SANAD_EMBEDDING_MODEL", "e")
                .with("SANAD_EMBEDDING_API_KEY", "emb-key")
                .with("SANAD_EMBEDDING_QUERY_PREFIX", "find: ")
                .with("SANAD_EMBEDDING_PASSAGE_PREFIX", "text: ")
                .with("SANAD_EMBEDDING_POOLING", "cls")
                .with("SANAD_EMBEDDING_BATCH_SIZE", "8")
                .with("SANAD_EMBEDDING_MAX_CHARS", "900")
                .with("SANAD_EMBEDDING_TIMEOUT", "2m")
                .with("SANAD_EMBEDDING_QUERY_TIMEOUT", "700ms")
                .with("TELEGRAM_BOT_TOKEN", "1:a")
                .with("SANAD_TELEGRAM_API_URL", "http://localhost:1/")
                .with("SANAD_TELEGRAM_ACCESS", "allow-list")
                .with("SANAD_TELEGRAM_ALLOW", "7, -100200")
                .with("SANAD_TELEGRAM_ADMINS", "8")
                .with("SANAD_TELEGRAM_ANALYSTS", "9, 10")
                .with("SANAD_STORE_URL", "jdbc:h2:mem:x")
                .with("SANAD_PROMPTS_PATH", "p")
                .with("SANAD_MODELS_PATH", "m")
                .with("SANAD_MODELS_URL", "https://mirror.example/hub");

        Settings settings = read();

        assertThat(settings.corpus().maxFileBytes()).isEqualTo(1000);
        assertThat(settings.corpus().received()).isEqualTo(workingFolder.resolve("kept"));
        assertThat(settings.telegram().channels()).containsExactlyInAnyOrder(-1001L, -1002L);
        assertThat(settings.indexPath()).isEqualTo(workingFolder.resolve("i"));
        assertThat(settings.minConfidence()).hasValue(0.4);
        assertThat(settings.translate()).isEqualTo(Settings.Translate.NONE);
        assertThat(settings.llm().provider()).isEqualTo(Settings.Provider.OPENAI);
        assertThat(settings.llm().baseUrl())
                .hasValueSatisfying(url -> assertThat(url).hasPort(8080));
        assertThat(settings.llm().model()).hasValue("m");
        assertThat(settings.llm().apiKey().map(Secret::reveal)).hasValue("key");
        assertThat(settings.llm().timeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.embedding())
                .hasValue(new EmbeddingSettings(
                        EmbeddingSettings.Provider.OLLAMA,
                        Optional.of(URI.create("http://127.0.0.1:8081")),
                        "e",
                        Optional.empty(),
                        Optional.of("emb-key"),
                        "find: ",
                        "text: ",
                        EmbeddingSettings.Pooling.CLS,
                        8,
                        900,
                        Duration.ofMinutes(2),
                        Duration.ofMillis(700)));
        assertThat(settings.telegram().token().map(Secret::reveal)).hasValue("1:a");
        assertThat(settings.telegram().apiUrl()).isPresent();
        assertThat(settings.telegram().statedAccess()).hasValue(Settings.Access.ALLOW_LIST);
        assertThat(settings.telegram().allow()).containsExactlyInAnyOrder(7L, -100200L);
        assertThat(settings.telegram().admins()).containsExactly(8L);
        assertThat(settings.telegram().analysts()).containsExactlyInAnyOrder(9L, 10L);
        assertThat(settings.storeUrl().reveal()).isEqualTo("jdbc:h2:mem:x");
        assertThat(settings.promptsPath()).isEqualTo(workingFolder.resolve("p"));
        assertThat(settings.toString()).doesNotContain("key,", "emb-key", "1:a", "jdbc:");
    }

    @Test
    void modelsStandInTheUsersCacheUnlessToldOtherwise() {
        assertThat(read().models().path()).isEqualTo(home.resolve(".cache/sanad/models"));

        run.with("HOME", "/home/me").with("XDG_CACHE_HOME", "relative");
        assertThat(read().models().path()).isEqualTo(Path.of("/home/me/.cache/sanad/models"));

        run.with("XDG_CACHE_HOME", "/var/cache/me");
        assertThat(read().models().path()).isEqualTo(Path.of("/var/cache/me/sanad/models"));
    }

    @Test
    void allFaultsAreListedTogetherEachWithItsPlaceAndWhatIsAllowed() throws IOException {
        write(home, """
            corpus:
              max-file-byte: 7
              max-file-bytes: many
            llm:
              provider: opnai
              timeout: soon
              base-url: ftp://me:pass@host/
            telegram:
              access: closed
              allow: [me]
            lucene: 1
            """);
        run.with("SANAD_ANSWER_MIN_CONFIDENCE", "7");
        String file = home.resolve("sanad.yaml").toString();

        assertThat(faults())
                .containsExactlyInAnyOrder(
                        file + ":2: unknown key corpus.max-file-byte; did you mean corpus.max-file-bytes?",
                        file + ":11: unknown key lucene; did you mean llm.model?",
                        "corpus.max-file-bytes: many (set by " + file
                                + ":3) is not allowed; it must be a number of bytes from 1 to 100000000",
                        "llm.provider: opnai (set by " + file
                                + ":5) is not allowed; it must be one of none, openai, anthropic, gemini, ollama",
                        "llm.timeout: soon (set by " + file
                                + ":6) is not allowed; it must be a time above zero and up to an hour, such as 60s or"
                                + " 2m",
                        "llm.base-url: ftp://***@host/ (set by " + file
                                + ":7) is not allowed; it must be an http or https address",
                        "telegram.access: closed (set by " + file
                                + ":9) is not allowed; it must be one of open, allow-list, pairing",
                        "telegram.allow: me (set by " + file
                                + ":10) is not allowed; it must be numeric Telegram ids of users and chats,"
                                + " comma-separated or as a list",
                        "answer.min-confidence: 7 (set by variable SANAD_ANSWER_MIN_CONFIDENCE) is not allowed; it"
                                + " must be a number from 0 to 1");
    }

    @Test
    void aWebhookMustBeWhereTelegramDelivers() {
        assertThat(read().telegram().webhook()).isEmpty();
        run.with("SANAD_TELEGRAM_WEBHOOK_URL", "https://bot.example.org/hook");
        assertThat(read().telegram().webhook())
                .hasValue(new Settings.Webhook(
                        URI.create("https://bot.example.org/hook"), "127.0.0.1", 8443, Optional.empty()));

        run.with("SANAD_TELEGRAM_WEBHOOK_URL", "http://bot.example.org:8080/hook");
        assertThat(faults()).singleElement().asString().contains("telegram.webhook.url", "443, 80, 88 or 8443");
        run.with("SANAD_TELEGRAM_API_URL", "http://127.0.0.1:8081");
        assertThat(read().telegram().webhook()).isPresent();

        run.with("SANAD_TELEGRAM_WEBHOOK_PORT", "0").with("SANAD_TELEGRAM_WEBHOOK_SECRET", "not a secret");
        assertThat(faults())
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("telegram.webhook.port"))
                .anyMatch(fault -> fault.startsWith("telegram.webhook.secret: ***"));
    }

    @Test
    void aProviderWithoutWhatItNeedsIsAFault() {
        run.with("SANAD_LLM_PROVIDER", "anthropic");

        assertThat(faults()).hasSize(2).allMatch(fault -> fault.contains("llm.provider anthropic needs it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a list",
                "just text",
                "llm: [",
                "llm: none",
                "llm:\n  model: a\nllm:\n  model: b",
                "llm:\n\tmodel: x"
            })
    void aFileOfAWrongShapeIsAFaultOfOneLine(String text) throws IOException {
        write(home, text);

        assertThat(faults()).hasSize(1).allMatch(fault -> fault.startsWith(home.resolve("sanad.yaml") + ":"));
        assertThat(faults()).allMatch(fault -> !fault.contains("\n"));
    }

    @Test
    void blankValuesCountAsUnset() throws IOException {
        write(home, "llm:\n  provider:\n  api-key: ''\n  model: ~\ntelegram:\n# nothing\n");
        run.with("SANAD_INDEX_PATH", "  ").with("SANAD_LLM_TIMEOUT", "");

        assertThat(read().llm().provider()).isEqualTo(Settings.Provider.NONE);
        assertThat(read().indexPath()).isEqualTo(home.resolve("index"));
    }

    @Test
    void aValueIsNeverAnExpression() {
        run.with("SANAD_LLM_MODEL", "${user.home} \\ a,b");

        assertThat(read().llm().model()).hasValue("${user.home} \\ a,b");
    }

    @Test
    void aSecretIsNotShownInAFault() {
        run.with("SANAD_STORE_URL", "postgresql://me:pass@host/db");

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("store.url: ***")
                .doesNotContain("pass");
    }

    @Test
    void theBotNeedsATokenAndWithAPaidModelAnExplicitAccess() {
        run.with("SANAD_LLM_PROVIDER", "openai").with("SANAD_LLM_MODEL", "m").with("SANAD_LLM_API_KEY", "k");
        assertThat(read().botFaults())
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactly("telegram.token", "telegram.access");

        run.with("TELEGRAM_BOT_TOKEN", "1:a").with("SANAD_TELEGRAM_ACCESS", "open");
        assertThat(read().botFaults()).isEmpty();

        run.with("SANAD_TELEGRAM_ACCESS", "").with("SANAD_LLM_BASE_URL", "http://localhost:11434/v1");
        assertThat(read().llm().paid()).isFalse();
        assertThat(read().botFaults()).isEmpty();

        run.with("SANAD_TELEGRAM_ACCESS", "allow-list");
        assertThat(read().botFaults()).singleElement().asString().startsWith("telegram.allow");

        run.with("SANAD_TELEGRAM_ACCESS", "pairing");
        assertThat(read().botFaults()).singleElement().asString().startsWith("telegram.admins");
        run.with("SANAD_TELEGRAM_ADMINS", "8");
        assertThat(read().botFaults()).isEmpty();

        run.with("SANAD_TELEGRAM_ACCESS", "open").with("SANAD_TELEGRAM_ALLOW", "5");
        assertThat(read().botFaults()).singleElement().asString().contains("open to everybody");
    }

    @Test
    void theShippedFileNamesEveryKeyAndStandsWhenUncommented() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("sanad.yaml"));
        write(
                home,
                String.join(
                        "\n",
                        lines.stream()
                                .skip(4)
                                .map(line -> line.replaceFirst("^#", ""))
                                .toList()));

        Settings settings = read();

        assertThat(settings.indexPath()).isEqualTo(home.resolve("index"));
        assertThat(settings.llm())
                .isEqualTo(new CommandLineRun(workingFolder, folder).settings().llm());
        for (Key key : Key.values()) {
            assertThat(lines).as(key.path()).anyMatch(line -> line.contains("[" + key.variable() + "]"));
        }
        assertThat(Arrays.stream(Key.values()).map(Key::variable)).doesNotHaveDuplicates();
    }

    private Settings read() {
        return run.settings();
    }

    private List<String> faults() {
        return catchThrowableOfType(SettingsException.class, this::read).faults();
    }

    private static void write(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("sanad.yaml"), text);
    }
}
