package dev.sanad.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sanad.corpus.Audience;
import dev.sanad.index.Embedder;
import dev.sanad.index.EmbeddingServer;
import dev.sanad.index.Fields;
import dev.sanad.index.IndexException;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a model like real ones: a text's vector tells its script more loudly than its subject. */
class DenseSearchTest {
    private static final List<String> SUBJECTS = List.of("ferry", "budget", "planet", "museum", "harvest");
    private static final int LANGUAGES = 3;

    @TempDir
    Path folder;

    private final EmbeddingServer server = new EmbeddingServer().giving(DenseSearchTest::vector);
    private final DenseSearch search = new DenseSearch();

    @AfterEach
    void stop() {
        server.close();
    }

    private static float[] vector(String text) {
        float[] vector = new float[LANGUAGES + SUBJECTS.size() + 1];
        vector[text.codePoints().anyMatch(c -> c >= 0x400 && c < 0x500) ? 0 : text.contains("的") ? 1 : 2] = 3;
        for (int i = 0; i < SUBJECTS.size(); i++) {
            vector[LANGUAGES + i] = text.contains(SUBJECTS.get(i)) ? 1 : 0;
        }
        vector[vector.length - 1] = text.length() % 7 * 0.02f;
        return vector;
    }

    private PassageIndex index(List<String> subjects) {
        for (String subject : subjects) {
            Indexed.article(folder.resolve("news"), "en-" + subject + ".md", "en", "News", "On a " + subject + ".");
            Indexed.article(folder.resolve("news"), "ru-" + subject + ".md", "ru", "Весть", "Это " + subject + ".");
        }
        Indexed.update(folder.resolve("news"), folder.resolve("index"), server.embedder());
        return PassageIndex.open(folder.resolve("index"));
    }

    private static String file(Snapshot snapshot, ScoreDoc hit) {
        return snapshot.passage(hit.doc).article().file();
    }

    @Test
    void thePassageOfAnotherLanguageOnTheSubjectComesBeforeOthersOfTheQuestionsOwn() throws IOException {
        try (PassageIndex index = index(SUBJECTS);
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            float[] question = server.embedder().query("where is the planet");

            List<ScoreDoc> hits = search.search(question, snapshot, Optional.empty(), 4);

            assertThat(hits).hasSize(4);
            assertThat(hits.stream().limit(2).map(hit -> file(snapshot, hit)))
                    .containsExactlyInAnyOrder("en-planet.md", "ru-planet.md");
            assertThat(hits).isSortedAccordingTo((a, b) -> Float.compare(b.score, a.score));
        }
    }

    @Test
    void oneArticleALanguageIsFoundToo() throws IOException {
        Indexed.article(folder.resolve("news"), "ru-only.md", "ru", "Весть", "Это planet.");
        try (PassageIndex index = index(List.of("budget"));
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            float[] question = server.embedder().query("where is the planet");

            assertThat(file(
                            snapshot,
                            search.search(question, snapshot, Optional.empty(), 3)
                                    .getFirst()))
                    .isEqualTo("ru-only.md");
        }
    }

    @Test
    void theFilterBoundsWhatIsFound() throws IOException {
        try (PassageIndex index = index(SUBJECTS);
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            float[] question = server.embedder().query("where is the planet");
            TermQuery russian = new TermQuery(new Term(Fields.LANGUAGE, Language.RUSSIAN.tag()));
            TermQuery none = new TermQuery(new Term(Fields.LANGUAGE, Language.PERSIAN.tag()));

            assertThat(search.search(question, snapshot, Optional.of(russian), 9))
                    .hasSize(SUBJECTS.size())
                    .allSatisfy(hit -> assertThat(file(snapshot, hit)).startsWith("ru-"));
            assertThat(search.search(question, snapshot, Optional.of(none), 9)).isEmpty();
        }
    }

    @Test
    void theSimilaritiesOfGivenPassagesAreThoseOfTheSearch() throws IOException {
        try (PassageIndex index = index(SUBJECTS);
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            float[] question = server.embedder().query("a museum");
            List<ScoreDoc> hits = search.search(question, snapshot, Optional.empty(), 10);
            int[] documents = hits.reversed().stream().mapToInt(hit -> hit.doc).toArray();

            double[] exact = search.similarities(question, documents, snapshot);

            IntStream.range(0, documents.length)
                    .forEach(i -> assertThat(exact[i]).isCloseTo(hits.reversed().get(i).score, within(1e-3)));
        }
    }

    @Test
    void aQuestionsVectorOfAnotherLengthIsAFaultThatSaysWhatToRun() {
        try (PassageIndex index = index(SUBJECTS);
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            assertThatThrownBy(() -> search.search(new float[] {1}, snapshot, Optional.empty(), 3))
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("sanad index --rebuild");
        }
    }

    @Test
    void anIndexWithoutVectorsFindsNothing() throws IOException {
        Indexed.article(folder.resolve("news"), "a.md", "en", "News", "On a ferry.");
        Indexed.update(folder.resolve("news"), folder.resolve("index"));
        Embedder embedder = server.embedder();
        try (PassageIndex index = PassageIndex.open(folder.resolve("index"));
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            assertThat(search.possible(snapshot)).isFalse();
            assertThat(search.search(embedder.query("a ferry"), snapshot, Optional.empty(), 3))
                    .isEmpty();
        }
    }
}
