package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import dev.sanad.index.IndexUpdater.Update;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed, or hold the index. {@code -Dsanad.kills=200 -Dsanad.seed=7} asks for more than the build does. */
class KilledUpdateTest {
    private static final int KILLS = Integer.getInteger("sanad.kills", 5);
    private static final long SEED = Long.getLong("sanad.seed", 20260301L);
    private static final int ARTICLES = 300;

    @TempDir
    Path folder;

    /** Files as of {@code edition}: every one differs between editions, and says which it is of. */
    private void write(int edition) throws IOException {
        List<Language> languages = Language.spoken();
        Path corpus = Files.createDirectories(folder.resolve("news"));
        for (int i = 0; i < ARTICLES; i++) {
            Language language = languages.get(i % languages.size());
            String body = IntStream.range(0, 12)
                    .mapToObj(n -> "Velmora %d 維爾 порт ميناء بندر %d.".formatted(n, n * 31))
                    .reduce("", (a, b) -> a + " " + b);
            Indexed.article(corpus, i + ".md", language.tag(), "Report " + i, "edition" + edition + body);
        }
    }

    private static long of(IndexSearcher searcher, int edition) throws IOException {
        return searcher.count(new TermQuery(new Term(Fields.text(Language.OTHER), "edition" + edition)));
    }

    @Test
    void aKilledUpdateLeavesTheLastCommitAndTheNextRunCompletes() throws Exception {
        Path corpus = folder.resolve("news");
        Path index = folder.resolve("index");
        write(0);
        Indexed.update(corpus, index);
        Random random = new Random(SEED);
        int killed = 0;
        for (int edition = 1; edition <= KILLS; edition++) {
            write(edition);
            killed += killAtSomeMoment(corpus, index, random.nextInt(1, 900)) ? 1 : 0;
            long committed = wholeEdition(index, edition);
            Update update = Indexed.update(corpus, index);
            assertThat(update.changed()).isEqualTo(committed == edition ? 0 : ARTICLES);
            assertThat(update.added() + update.removed()).isZero();
            assertThat(wholeEdition(index, edition)).isEqualTo(edition);
            everyTextIsThatOfItsFile(corpus, index);
        }
        assertThat(killed).as("kills that came before the end").isPositive();
    }

    /** Whether the process was still at work. */
    private static boolean killAtSomeMoment(Path corpus, Path index, int afterMillis) throws Exception {
        Process process = UpdatingProcess.start(corpus, index, "update");
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("begun");
            boolean ended = process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
            return !ended;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The edition that the whole index is of. */
    private static long wholeEdition(Path index, int newest) throws IOException {
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            assertThat(snapshot.manifest().articles()).isEqualTo(ARTICLES);
            long fresh = of(snapshot.searcher(), newest);
            long old = of(snapshot.searcher(), newest - 1);
            assertThat(List.of(fresh, old)).containsExactlyInAnyOrder((long) ARTICLES, 0L);
            return fresh == ARTICLES ? newest : newest - 1;
        }
    }

    private static void everyTextIsThatOfItsFile(Path corpus, Path index) throws IOException {
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            int passages = 0;
            for (int i = 0; i < ARTICLES; i++) {
                Term id = new Term(Fields.ARTICLE, "news:" + i + ".md");
                int doc = snapshot.searcher().search(new TermQuery(id), 1).scoreDocs[0].doc + 1;
                Article article = snapshot.passage(doc).article();
                assertThat(article.text()).isEqualTo(Files.readString(corpus.resolve(i + ".md")));
                List<Passage> all = snapshot.passagesOf(article);
                passages += all.size();
                assertThat(all.getFirst().text()).startsWith("edition");
            }
            assertThat(snapshot.manifest().passages()).isEqualTo(passages);
        }
    }

    @Test
    void aSecondWriterIsRefusedWithTheProcessIdOfTheFirst() throws Exception {
        Path corpus = folder.resolve("news");
        Path index = folder.resolve("index");
        Indexed.article(corpus, "a.md", "en", "Ferry sinks", "The ferry Orla sank off Velmora.");
        Indexed.update(corpus, index);
        Process holder = UpdatingProcess.start(corpus, index, "hold");
        try (BufferedReader said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo("holding");
            assertThatThrownBy(() -> Indexed.update(corpus, index))
                    .isInstanceOf(IndexException.class)
                    .hasMessage("index %s: process %d is writing it; wait until it is done", index, holder.pid());
            PassageIndex.open(index).close();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(Indexed.update(corpus, index).unchanged()).isEqualTo(1);
    }
}
