package dev.sanad.index;

import static dev.sanad.index.Indexed.article;
import static dev.sanad.index.Indexed.update;
import static dev.sanad.index.Indexed.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.FileCorpus;
import dev.sanad.corpus.Known;
import dev.sanad.index.IndexUpdater.Update;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexUpdaterTest {
    @TempDir
    Path folder;

    private Path corpus;
    private Path index;

    @BeforeEach
    void sixArticles() {
        corpus = folder.resolve("news");
        index = folder.resolve("index");
        article(corpus, "en.md", "en", "Ferry sinks", "The ferry Orla sank off Velmora.", "All were saved.");
        article(corpus, "ru.md", "ru", "Паром затонул", "Паром «Орла» затонул у Вельморы.", "Все спасены.");
        article(corpus, "ar.md", "ar", "غرق عبارة", "غرقت العبارة أورلا قرب فيلمورا.", "نجا الجميع.");
        article(corpus, "fa.md", "fa", "کشتی غرق شد", "کشتی اورلا نزدیک ولمورا غرق شد.", "همه نجات یافتند.");
        article(corpus, "hant.md", "zh-Hant", "渡輪沉沒", "渡輪奧拉號在維爾莫拉外海沉沒。", "全員獲救。");
        article(corpus, "hans.md", "zh-Hans", "渡轮沉没", "渡轮奥拉号在维尔莫拉外海沉没。", "全员获救。");
    }

    private static int[] counts(Update update) {
        return new int[] {update.added(), update.changed(), update.unchanged(), update.removed()};
    }

    private Map<String, String> texts() {
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            Map<String, String> texts = new TreeMap<>();
            for (Passage passage : passages(snapshot)) {
                texts.put(passage.article().file(), passage.article().text());
            }
            return texts;
        }
    }

    private static List<Passage> passages(Snapshot snapshot) {
        return IntStream.range(0, snapshot.searcher().getIndexReader().maxDoc())
                .filter(doc -> live(snapshot, doc))
                .mapToObj(snapshot::passage)
                .toList();
    }

    private static boolean live(Snapshot snapshot, int doc) {
        try {
            for (LeafReaderContext leaf : snapshot.searcher().getIndexReader().leaves()) {
                int at = doc - leaf.docBase;
                if (at >= 0 && at < leaf.reader().maxDoc()) {
                    boolean deleted = leaf.reader().getLiveDocs() != null
                            && !leaf.reader().getLiveDocs().get(at);
                    return !deleted && leaf.reader().storedFields().document(at).get(Fields.PASSAGE) != null;
                }
            }
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theTextOfRecordAndItsMetadataComeBackAsTheyWere() {
        String text = """
            ---
            title: Порт
            source: The "Gazette" & Co
            date: 2026-02-11
            language: ru
            url: https://example.org/a?b=1&c=2
            ---

            Первое «слово».

              Второе 👨‍👩‍👧‍👦 — e\u0301.\t
            """.replace("\n", "\r\n");
        write(corpus, "sub/crlf.md", text);
        update(corpus, index);
        assertThat(texts()).hasSize(7).containsEntry("sub/crlf.md", text);
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            Article article = passages(snapshot).stream()
                    .map(Passage::article)
                    .filter(one -> one.file().equals("sub/crlf.md"))
                    .findFirst()
                    .orElseThrow();
            assertThat(article.title()).isEqualTo(Known.given("Порт"));
            assertThat(article.source()).contains(Known.given("The \"Gazette\" & Co"));
            assertThat(article.published()).contains(Known.given(LocalDate.of(2026, 2, 11)));
            assertThat(article.language()).isEqualTo(Known.given(Language.RUSSIAN));
            assertThat(article.url()).contains(URI.create("https://example.org/a?b=1&c=2"));
            assertThat(article.id().root()).isEqualTo("news");
            List<Passage> passages = snapshot.passagesOf(article);
            assertThat(passages).hasSize(1);
            assertThat(passages.getFirst().sentences())
                    .extracting(span -> span.in(text))
                    .containsExactly("Первое «слово».", "Второе 👨‍👩‍👧‍👦 — e\u0301.");
            assertThat(snapshot.passage(passages.getFirst().id())).contains(passages.getFirst());
        }
    }

    @Test
    void onlyWhatChangedIsTouched() throws IOException {
        assertThat(counts(update(corpus, index))).containsExactly(6, 0, 0, 0);
        retitle("Not what a parser would find");
        article(corpus, "ru.md", "ru", "Паром поднят", "Паром «Орла» подняли со дна.");
        Files.delete(corpus.resolve("fa.md"));
        article(corpus, "new.md", "en", "Crane falls", "A crane fell in Velmora.");
        Update update = update(corpus, index);
        assertThat(counts(update)).containsExactly(1, 1, 4, 1);
        assertThat(update.manifest().articles()).isEqualTo(6);
        assertThat(update.manifest().passages()).isEqualTo(6);
        assertThat(texts()).containsOnlyKeys("en.md", "ru.md", "ar.md", "hant.md", "hans.md", "new.md");
        assertThat(texts().get("ru.md")).contains("подняли").doesNotContain("затонул");
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            assertThat(passages(snapshot))
                    .filteredOn(passage -> passage.article().title().value().startsWith("Not what"))
                    .extracting(passage -> passage.article().file())
                    .containsExactlyInAnyOrder("en.md", "ar.md", "hant.md", "hans.md");
        }
    }

    /** Gives every article in the index another title, under the same hash: one that is read again loses it. */
    private void retitle(String title) {
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL);
                PassageIndexWriter writer = PassageIndexWriter.open(index, Indexed.ANALYZERS, false)) {
            for (Passage passage : passages(snapshot)) {
                Article was = passage.article();
                Article now = new Article(
                        was.id(),
                        Known.inferred(title),
                        was.source(),
                        was.published(),
                        was.language(),
                        was.url(),
                        was.audience(),
                        was.text(),
                        was.sha256(),
                        was.kept());
                writer.put(
                        now,
                        List.of(new Passage(passage.id(), now, passage.start(), passage.end(), passage.sentences())));
            }
            writer.commit(List.of(), Indexed.NOW);
        }
    }

    @Test
    void nothingNewIsNoWork() {
        update(corpus, index);
        assertThat(counts(update(corpus, index))).containsExactly(0, 0, 6, 0);
        assertThat(texts()).hasSize(6);
    }

    @Test
    void noTermOfAChangedOrRemovedArticleIsLeft() throws IOException {
        update(corpus, index);
        article(corpus, "en.md", "en", "Ferry raised", "The ferry was raised.");
        Files.delete(corpus.resolve("hans.md"));
        update(corpus, index);
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            TopDocs gone =
                    snapshot.searcher().search(new TermQuery(new Term(Fields.text(Language.ENGLISH), "sank")), 5);
            assertThat(gone.scoreDocs).isEmpty();
            assertThat(passages(snapshot))
                    .noneMatch(passage -> passage.article().file().equals("hans.md"));
        }
    }

    @Test
    void whatIsNoArticleIsSkippedInOneLineAndTheRestGoesOn() throws IOException {
        write(corpus, "empty.txt", " \n");
        Files.write(corpus.resolve("binary.txt"), new byte[] {1, 0, 2, 0});
        Update update = update(corpus, index);
        assertThat(update.skipped())
                .hasSize(2)
                .allSatisfy(skip -> assertThat(skip.reason()).doesNotContain("\n"));
        assertThat(update.skipped()).extracting(skip -> skip.id().path()).containsExactly("binary.txt", "empty.txt");
        assertThat(counts(update)).containsExactly(6, 0, 0, 0);
        write(corpus, "en.md", "\n");
        assertThat(counts(update(corpus, index))).containsExactly(0, 0, 5, 1);
    }

    @Test
    void aRunningReaderSeesACommitAndAnOpenSnapshotStays() {
        update(corpus, index);
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot before = open.snapshot(Audience.ALL)) {
            article(corpus, "en.md", "en", "Ferry raised", "The ferry was raised.");
            article(corpus, "new.md", "en", "Crane falls", "A crane fell in Velmora.");
            update(corpus, index);
            try (Snapshot after = open.snapshot(Audience.ALL)) {
                assertThat(after.manifest().articles()).isEqualTo(7);
                assertThat(passages(after)).anyMatch(passage -> passage.text().contains("raised"));
            }
            assertThat(before.manifest().articles()).isEqualTo(6);
            assertThat(passages(before))
                    .hasSize(6)
                    .noneMatch(passage -> passage.text().contains("raised"));
        }
    }

    @Test
    void aRebuildKeepsReadersOnTheLastCommitUntilItsOwn() {
        update(corpus, index);
        try (PassageIndex open = PassageIndex.open(index)) {
            List<Integer> seen = new ArrayList<>();
            article(corpus, "new.md", "en", "Crane falls", "A crane fell in Velmora.");
            Update update = Indexed.updater()
                    .update(FileCorpus.of(List.of(corpus)), List.of(), index, true, (done, all) -> {
                        try (Snapshot snapshot = open.snapshot(Audience.ALL)) {
                            seen.add(passages(snapshot).size());
                        }
                    });
            assertThat(seen).hasSize(7).containsOnly(6);
            assertThat(counts(update)).containsExactly(7, 0, 0, 0);
            try (Snapshot snapshot = open.snapshot(Audience.ALL)) {
                assertThat(passages(snapshot)).hasSize(7);
                assertThat(snapshot.manifest().holdsSample()).isTrue();
                assertThat(snapshot.manifest().committed()).isEqualTo(Indexed.NOW);
            }
        }
        try (Stream<Path> files = Files.list(index)) {
            assertThat(files.filter(file -> String.valueOf(file.getFileName()).startsWith("segments_")))
                    .hasSize(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWriterThatIsClosedWithoutACommitChangesNothing() {
        update(corpus, index);
        try (PassageIndexWriter writer = PassageIndexWriter.open(index, Indexed.ANALYZERS, false)) {
            writer.hashes("").keySet().forEach(writer::remove);
        }
        assertThat(texts()).hasSize(6);
    }
}
