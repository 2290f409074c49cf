package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Origin;
import dev.sanad.corpus.ReceivedFolder;
import dev.sanad.index.IndexUpdater.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was received is brought up to date alone. */
class OneRootTest {
    @TempDir
    Path folder;

    private Path news;
    private Path index;
    private ReceivedFolder received = new ReceivedFolder(Path.of(""), new ArticleReader(1_000_000));

    @BeforeEach
    void inventedNews() {
        news = folder.resolve("received!");
        index = folder.resolve("index");
        received = new ReceivedFolder(folder.resolve("received"), new ArticleReader(1_000_000));
        Indexed.article(news, "a.md", "en", "Ferry", "The ferry sank off Velmora.");
        put(1, "The lighthouse of Sarrin is green.");
        Indexed.update(received.beside(List.of(news)), index, false);
    }

    private void put(int message, String words) {
        received.put(
                new Origin(-5, message, Optional.empty(), Optional.empty(), Optional.empty(), Audience.ALL), words);
    }

    private Update update() {
        return Indexed.updater()
                .updateRoot(ReceivedFolder.ROOT, received.alone(), List.of("/corpus", "/received"), index);
    }

    private List<String> held() {
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            return snapshot.articles().stream()
                    .map(Article::id)
                    .map(Object::toString)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theOthersStayAsTheyAreAndTheirFilesAreNotLookedAt() throws IOException {
        Files.delete(news.resolve("a.md"));
        put(2, "The museum of Sarrin burnt down.");

        Update update = update();

        assertThat(held()).containsExactly("received!:a.md", "received:-5/1.md", "received:-5/2.md");
        assertThat(List.of(update.added(), update.unchanged(), update.removed()))
                .containsExactly(1, 1, 0);
        assertThat(update.manifest().articles()).isEqualTo(3);
        assertThat(update.manifest().roots()).containsExactly("/corpus", "/received");
    }

    @Test
    void whatWasEditedAndTakenOutFollows() {
        put(2, "The museum of Sarrin burnt down.");
        update();
        put(1, "The lighthouse of Sarrin is red now.");
        received.remove(-5, 2);

        Update update = update();

        assertThat(List.of(update.added(), update.changed(), update.unchanged(), update.removed()))
                .containsExactly(0, 1, 0, 1);
        assertThat(held()).containsExactly("received!:a.md", "received:-5/1.md");
        assertThat(update().unchanged()).isEqualTo(1);
    }
}
