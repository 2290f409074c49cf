package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sanad.corpus.Audience;
import dev.sanad.corpus.FileCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedIndexTest {
    private static final String LARGEST = "largest";

    @TempDir
    Path folder;

    private Path corpus;
    private Path index;

    @BeforeEach
    void anIndex() {
        corpus = folder.resolve("news");
        index = folder.resolve("index");
        Indexed.article(corpus, "en.md", "en", "Ferry sinks", "The ferry Orla sank off Velmora.");
        Indexed.article(corpus, "ru.md", "ru", "Паром затонул", "Паром «Орла» затонул у Вельморы.");
        Indexed.update(corpus, index);
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    private void everyFileBroken(Damage damage) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(index)) {
            files = all.filter(file -> !String.valueOf(file.getFileName()).startsWith("write"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(3);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            damage.to(file);
            if (!String.valueOf(file.getFileName()).equals("writer.pid")) {
                Throwable refused = catchThrowable(() -> PassageIndex.open(index));
                if (PassageIndex.exists(index)) {
                    assertThat(refused).as("%s", file).isInstanceOf(IndexException.class);
                    assertThat(refused.getMessage())
                            .contains(index.toString(), "run: sanad index --rebuild")
                            .doesNotContain("\n");
                } else {
                    assertThat(refused).hasMessageContaining("run: sanad index");
                }
            }
            Files.write(file, whole);
        }
        PassageIndex.open(index).close();
    }

    @Test
    void aMissingFileIsToldInOneLine() throws IOException {
        everyFileBroken(Files::delete);
    }

    @Test
    void aCutFileIsToldInOneLine() throws IOException {
        everyFileBroken(file -> {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        });
    }

    @Test
    void anEmptyFileIsToldInOneLine() throws IOException {
        everyFileBroken(file -> Files.write(file, new byte[0]));
    }

    @Test
    void aRebuildMendsWhateverIsBroken() throws IOException {
        for (String part : List.of("segments", ".si", LARGEST)) {
            for (Damage damage :
                    List.<Damage>of(Files::delete, file -> Files.write(file, new byte[] {1, 2, 3}), file -> {
                        byte[] bytes = Files.readAllBytes(file);
                        bytes[bytes.length / 2] ^= 0x55;
                        Files.write(file, bytes);
                    })) {
                damage.to(part.equals(LARGEST) ? largest() : file(part));
                Indexed.update(FileCorpus.of(List.of(corpus)), index, true);
                try (PassageIndex open = PassageIndex.open(index);
                        Snapshot snapshot = open.snapshot(Audience.ALL)) {
                    assertThat(snapshot.manifest().articles()).isEqualTo(2);
                }
            }
        }
    }

    /** What holds the content is called otherwise where segments were merged. */
    private Path largest() throws IOException {
        try (Stream<Path> all = Files.list(index)) {
            return all.max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private Path file(String part) throws IOException {
        try (Stream<Path> all = Files.list(index)) {
            return all.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(part) || name.endsWith(part);
                    })
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void anUpdateOfADamagedIndexSaysToRebuild() throws IOException {
        Files.write(file("segments"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> Indexed.update(corpus, index))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("run: sanad index --rebuild");
    }

    @Test
    void anIndexOfAnotherAnalysisIsNeitherReadNorAddedToButRebuilt() throws IOException {
        commit(
                Map.of(
                        "sanad",
                        "{\"analyzersVersion\":999,\"roots\":[\"/articles\"],\"articles\":2,\"passages\":2,\"committed\":1.0}"));
        for (Throwable refused : List.of(
                catchThrowable(() -> PassageIndex.open(index)), catchThrowable(() -> Indexed.update(corpus, index)))) {
            assertThat(refused)
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("made by analysis version 999")
                    .hasMessageEndingWith("run: sanad index --rebuild");
        }
        assertThat(PassageIndex.manifest(index).orElseThrow().roots())
                .as("what a rebuild goes by")
                .containsExactly("/articles");
        Indexed.update(FileCorpus.of(List.of(corpus)), index, true);
        PassageIndex.open(index).close();
    }

    @Test
    void anUnreadableManifestSaysToRebuild() throws IOException {
        commit(Map.of("sanad", "{"));
        assertThatThrownBy(() -> PassageIndex.open(index))
                .isInstanceOf(IndexException.class)
                .hasMessageEndingWith("unreadable manifest; run: sanad index --rebuild");
    }

    private void commit(Map<String, String> data) throws IOException {
        try (Directory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
    }

    @Test
    void anotherProgramsIndexIsNeverTouched() throws IOException {
        Path foreign = folder.resolve("foreign");
        try (Directory directory = FSDirectory.open(foreign);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            Document document = new Document();
            document.add(new StringField("mine", "yes", Field.Store.YES));
            writer.addDocument(document);
        }
        for (Throwable refused : List.of(
                catchThrowable(() -> PassageIndex.open(foreign)),
                catchThrowable(() -> Indexed.update(corpus, foreign)),
                catchThrowable(() -> Indexed.update(FileCorpus.of(List.of(corpus)), foreign, true)))) {
            assertThat(refused)
                    .isInstanceOf(IndexException.class)
                    .hasMessage("index %s: not made by Sanad; choose another index.path", foreign);
        }
        try (Directory directory = FSDirectory.open(foreign);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(reader.numDocs()).isEqualTo(1);
        }
    }

    @Test
    void whereNoIndexIsItSaysHowToMakeOneAndLeavesNothing() {
        Path none = folder.resolve("none");
        assertThat(PassageIndex.exists(none)).isFalse();
        assertThatThrownBy(() -> PassageIndex.open(none))
                .isInstanceOf(IndexException.class)
                .hasMessage("index %s: there is none; run: sanad index", none);
        assertThat(none).doesNotExist();
    }

    @Test
    void aFileInPlaceOfTheFolderIsToldInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Indexed.update(corpus, file))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining(file.toString());
    }
}
