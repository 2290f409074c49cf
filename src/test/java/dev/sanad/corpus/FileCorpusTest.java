package dev.sanad.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCorpusTest {
    @TempDir
    Path folder;

    @Test
    void foldersAreWalkedForTextAndMarkdown() throws IOException {
        for (String name : List.of(
                "news/b.txt",
                "news/a.md",
                "news/sub/c.MARKDOWN",
                "news/README.md",
                "news/d.pdf",
                "news/.hidden.txt",
                "news/.git/e.txt",
                "news/txt")) {
            write(name);
        }
        assertThat(ids(folder.resolve("news")))
                .containsExactly("news:README.md", "news:a.md", "news:b.txt", "news:sub/c.MARKDOWN");
    }

    @Test
    void aSingleFileBelongsToItsFolder() throws IOException {
        write("news/b.txt");
        assertThat(ids(folder.resolve("news/b.txt"))).containsExactly("news:b.txt");
    }

    @Test
    void rootsOfOneNameAreToldApart() throws IOException {
        write("one/news/a.txt");
        write("two/news/a.txt");
        assertThat(ids(folder.resolve("one/news"), folder.resolve("two/news")))
                .containsExactly("news:a.txt", "news-2:a.txt");
    }

    @Test
    void aFileThatTwoPathsReachCountsOnce() throws IOException {
        write("news/sub/a.txt");
        assertThat(ids(folder.resolve("news"), folder.resolve("news/sub"), folder.resolve("news/sub/../sub/a.txt")))
                .containsExactly("news:sub/a.txt");
    }

    @Test
    void aLoopOfLinksAndALinkToNowhereDoNoHarm() throws IOException {
        write("news/a.txt");
        Files.createSymbolicLink(folder.resolve("news/again"), folder.resolve("news"));
        Files.createSymbolicLink(folder.resolve("news/gone.txt"), folder.resolve("nowhere.txt"));
        assertThat(ids(folder.resolve("news"))).containsExactly("news:a.txt");
    }

    @Test
    void aPathThatIsNotThereIsNamed() {
        Path missing = folder.resolve("no\nsuch");
        assertThatThrownBy(() -> FileCorpus.of(List.of(missing)))
                .isInstanceOf(CorpusException.class)
                .hasMessageEndingWith("no\\u000asuch does not exist: check the path");
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        write("news/a.pdf");
        assertThatThrownBy(() -> FileCorpus.of(List.of(folder.resolve("news/a.pdf"))))
                .hasMessageContaining("give folders, .txt or .md files");
    }

    @Test
    void theSizeIsKnownBeforeReading() throws IOException {
        write("news/a.txt");
        CorpusFile file = FileCorpus.of(List.of(folder)).files().get(0);
        assertThat(file.size()).isEqualTo(file.bytes().length);
    }

    @Test
    void theSampleIsThereInAllSixLanguages() {
        List<CorpusFile> files = new SampleCorpus().files();
        assertThat(files).hasSize(24).isSorted();
        assertThat(files).allSatisfy(file -> assertThat(file.size()).isEqualTo(file.bytes().length));
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text of " + name);
    }

    private static List<String> ids(Path... paths) {
        return FileCorpus.of(List.of(paths)).files().stream()
                .map(file -> file.id().toString())
                .toList();
    }
}
