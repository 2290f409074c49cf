package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Origin;
import dev.sanad.corpus.ReceivedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of a folder of received documents. */
class ReceivedCommandsTest {
    @TempDir
    Path folder;

    private CommandLineRun run(int code, String... args) {
        CommandLineRun run = new CommandLineRun(folder, folder);
        assertThat(run.run(args)).as(run.out() + run.err()).isEqualTo(code);
        return run;
    }

    private JsonNode found(String query) throws IOException {
        return new JsonMapper()
                .readTree(run(0, "search", "--json", query).out())
                .path("hits");
    }

    private static void receive(Path to, int message, Audience audience, String words) {
        new ReceivedFolder(to, new ArticleReader(1_000_000))
                .put(new Origin(-5, message, Optional.empty(), Optional.empty(), Optional.empty(), audience), words);
    }

    @Test
    void theFirstReceivedDocumentEndsTheSampleAndTheLastOneTakenOutBringsItBack() throws IOException {
        Path received = folder.resolve("index/received");
        assertThat(run(0, "index").out()).contains("from the sample corpus");

        receive(received, 1, Audience.ALL, "The lighthouse of Sarrin is green.");
        // without a word from anybody: the next question sees that the roots are others
        assertThat(found("lighthouse of Sarrin")).hasSize(1);
        assertThat(found("Russian bases in Syria")).isEmpty();
        assertThat(run(0, "index").out()).contains("1 articles", "from " + received, "1 unchanged");
        assertThat(run(0, "doctor").out()).contains("corpus: %s, what chats gave".formatted(received));

        Files.delete(received.resolve("-5/1.md"));
        assertThat(found("Russian bases in Syria")).isNotEmpty();
        assertThat(run(0, "index").out()).contains("from the sample corpus");
    }

    @Test
    void itIsIndexedBesideWhateverRootsAreNamedAndMadeAnewFromTheFolder() throws IOException {
        Path received = folder.resolve("index/received");
        receive(received, 1, Audience.ALL, "The lighthouse of Sarrin is green.");
        receive(received, 2, Audience.of(77), "The vault of Sarrin has 8812 keys.");
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/a.txt"), "The bridge of Sarrin was opened in 1932.");

        assertThat(run(0, "index", "mine").out()).contains("3 articles", folder.resolve("mine") + ", " + received);
        assertThat(run(0, "index").out()).contains("3 articles", "3 unchanged");
        assertThat(run(0, "index", "--rebuild").out()).contains("3 articles", "3 added");

        assertThat(found("Sarrin").findValuesAsText("file")).containsExactlyInAnyOrder("-5/1.md", "a.txt");
        assertThat(run(0, "ask", "How many keys has the vault of Sarrin?").out())
                .doesNotContain("8812");
    }

    @Test
    void theSettingNamesAnotherFolderWhichNeedNotExist() throws IOException {
        Path elsewhere = folder.resolve("kept elsewhere");
        CommandLineRun none = new CommandLineRun(folder, folder).with("SANAD_CORPUS_RECEIVED", "kept elsewhere");
        assertThat(none.run("index")).isZero();
        assertThat(none.out()).contains("from the sample corpus");

        receive(elsewhere, 1, Audience.ALL, "The lighthouse of Sarrin is green.");
        CommandLineRun some = new CommandLineRun(folder, folder).with("SANAD_CORPUS_RECEIVED", "kept elsewhere");
        assertThat(some.run("index")).isZero();
        assertThat(some.out()).contains("1 articles", "from " + elsewhere);
    }
}
