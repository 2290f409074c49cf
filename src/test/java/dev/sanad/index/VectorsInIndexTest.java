package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.corpus.FileCorpus;
import dev.sanad.index.IndexUpdater.Update;
import dev.sanad.language.Language;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsInIndexTest {
    private static final int ARTICLES = 60;

    @TempDir
    Path folder;

    private final EmbeddingServer server = new EmbeddingServer();
    private Path corpus = Path.of("");
    private Path index = Path.of("");
    private Path cacheFolder = Path.of("");

    @BeforeEach
    void folders() {
        corpus = folder.resolve("news");
        index = folder.resolve("index");
        cacheFolder = folder.resolve("embeddings");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void write(int articles) {
        for (int i = 0; i < articles; i++) {
            Language language = i % 2 == 0 ? Language.ENGLISH : Language.RUSSIAN;
            Indexed.article(corpus, i + ".md", language.tag(), "Report " + i, "The ferry number " + i + " sank.");
        }
    }

    private Update update(Embedder embedder, boolean rebuild) {
        try (VectorCache cache = VectorCache.open(cacheFolder)) {
            return Indexed.updater(embedder.remembering(cache))
                    .update(
                            FileCorpus.of(List.of(corpus)),
                            List.of("/corpus"),
                            index,
                            rebuild,
                            (done, all) -> assertThat(done).isBetween(1, all));
        }
    }

    /** Texts that came, but for those that every index asks for. */
    private Set<String> embedded() {
        Set<String> texts = new HashSet<>();
        server.requests().forEach(texts::addAll);
        texts.removeIf(text -> !text.contains("ferry number"));
        return texts;
    }

    @Test
    void theManifestNamesModelPrefixAndDimension() {
        write(3);

        IndexManifest manifest = update(server.embedder(), false).manifest();

        assertThat(manifest.embedded())
                .contains(new IndexManifest.Embedded(
                        new VectorSpace("openai:m", "p: ", EmbeddingSettings.MAX_CHARS), 64));
        assertThat(PassageIndex.manifest(index)).contains(manifest);
    }

    @Test
    void passagesOfSeveralArticlesShareARequestWithTheirTitles() {
        write(8);

        update(server.embedder(), false);

        assertThat(server.requests())
                .filteredOn(batch -> batch.getFirst().contains("ferry"))
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 4));
        assertThat(embedded()).contains("p: Report 0\nThe ferry number 0 sank.");
    }

    @Test
    void anUpdateEmbedsOnlyWhatIsNewAndARebuildNothing() {
        write(10);
        update(server.embedder(), false);
        write(12);
        int before = server.texts();

        assertThat(update(server.embedder(), false).added()).isEqualTo(2);
        assertThat(server.texts() - before).isEqualTo(2);

        assertThat(update(server.embedder(), true).added()).isEqualTo(12);
        assertThat(server.texts() - before).isEqualTo(2);
    }

    @Test
    void aModelThatFailsForGoodLeavesTheIndexAsItWas() {
        write(4);
        IndexManifest before = update(server.embedder(), false).manifest();
        write(40);
        server.refusing(401, 401);

        assertThatThrownBy(() -> update(server.embedder(), false))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("embedding.api-key");
        assertThat(PassageIndex.manifest(index)).contains(before);
    }

    @Test
    void vectorsOfTwoModelsAreNeverMixed() {
        write(4);
        Indexed.update(corpus, index);
        assertThatThrownBy(() -> update(server.embedder(), false))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("sanad index --rebuild");

        update(server.embedder(), true);
        assertThatThrownBy(() -> Indexed.update(corpus, index)).hasMessageContaining("sanad index --rebuild");
        server.giving(text -> EmbeddingServer.words(text, 32));
        write(5);
        assertThatThrownBy(() -> update(server.embedder(), false))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("changed under its name");
    }

    @Test
    void aKilledIndexingGoesOnWhereItStopped() throws Exception {
        write(ARTICLES);
        server.slowedBy(Duration.ofMillis(100));
        Process process = UpdatingProcess.start(
                corpus, index, "embed", cacheFolder.toString(), server.url().toString());
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("begun");
            while (process.isAlive() && server.texts() < ARTICLES / 2) {
                Thread.sleep(10);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(embedded()).hasSizeBetween(ARTICLES / 2, ARTICLES - 1);
        server.slowedBy(Duration.ZERO);

        assertThat(update(server.embedder(), false).added()).isEqualTo(ARTICLES);

        assertThat(embedded()).hasSize(ARTICLES);
        // at most the two requests under way were lost
        int again = server.requests().stream()
                        .flatMap(List::stream)
                        .filter(text -> text.contains("ferry number"))
                        .toList()
                        .size()
                - ARTICLES;
        assertThat(again).isLessThanOrEqualTo(2 * 4);
    }
}
