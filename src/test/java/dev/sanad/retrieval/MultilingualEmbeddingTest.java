package dev.sanad.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.ArticleParser;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.SampleCorpus;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.EmbeddingSettings;
import dev.sanad.index.IndexUpdater;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.index.VectorCache;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample corpus through a real multilingual model, whose server's address {@code SANAD_TEST_EMBEDDING_URL} names. */
@EnabledIfEnvironmentVariable(
        named = "SANAD_TEST_EMBEDDING_URL",
        matches = ".+",
        disabledReason = "no server of multilingual-e5-small: SANAD_TEST_EMBEDDING_URL is not set")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MultilingualEmbeddingTest {
    private Optional<Embedder> embedder = Optional.empty();
    private Optional<PassageIndex> index = Optional.empty();

    @BeforeAll
    void index(@TempDir Path folder) {
        embedder = Optional.of(Embedder.of(new EmbeddingSettings(
                EmbeddingSettings.Provider.OPENAI,
                Optional.of(URI.create(System.getenv("SANAD_TEST_EMBEDDING_URL"))),
                "multilingual-e5-small",
                Optional.empty(),
                Optional.empty(),
                "query: ",
                "passage: ",
                EmbeddingSettings.Pooling.MEAN,
                EmbeddingSettings.BATCH_SIZE,
                EmbeddingSettings.MAX_CHARS,
                Duration.ofMinutes(2),
                Duration.ofMinutes(1))));
        try (VectorCache cache = VectorCache.open(folder.resolve("embeddings"))) {
            new IndexUpdater(
                            Analyzers.packed(),
                            new ArticleReader(1_000_000),
                            new ArticleParser(new LanguageDetector()),
                            new PassageSplitter(new SentenceBreaker()),
                            embedder.map(model -> model.remembering(cache)),
                            Clock.systemUTC())
                    .update(new SampleCorpus(), List.of(), folder.resolve("lucene"), false, (done, all) -> {});
        }
        index = Optional.of(PassageIndex.open(folder.resolve("lucene")));
    }

    @AfterAll
    void close() {
        index.ifPresent(PassageIndex::close);
    }

    @ParameterizedTest
    @CsvSource({
        "en, How long is the treaty between Russia and Iran to last?",
        "ru, На сколько лет рассчитан договор России и Ирана?",
        "ar, كم سنة تستمر المعاهدة بين روسيا وإيران؟",
        "fa, پیمان روسیه و ایران برای چند سال است؟",
        "zh-Hans, 俄罗斯和伊朗的条约为期多少年？",
        "zh-Hant, 俄羅斯與伊朗的條約為期多少年？",
    })
    void aQuestionInAnyLanguageFindsTheTreatyInSeveralLanguages(String tag, String question) throws IOException {
        try (Snapshot snapshot = index.orElseThrow().snapshot(Audience.ALL)) {
            float[] vector = embedder.orElseThrow().query(question);
            List<Passage> found = new DenseSearch()
                    .search(vector, snapshot, Optional.empty(), 5).stream()
                            .map(hit -> snapshot.passage(hit.doc))
                            .toList();

            Set<Language> languages =
                    found.stream().map(hit -> hit.article().language().value()).collect(Collectors.toSet());
            assertThat(languages).as(tag).hasSizeGreaterThan(1);
            assertThat(found)
                    .anySatisfy(hit ->
                            assertThat(hit.text()).containsPattern("20|twenty|двадцат|عشرين|عشرون|بیست|۲۰|٢٠|二十"));
        }
    }

    @ParameterizedTest
    @CsvSource({"ar", "fa", "ru", "zh-Hans", "zh-Hant", "en"})
    void theArticlesOfOneLanguageAreFoundByAnEnglishQuestion(String tag) throws IOException {
        try (Snapshot snapshot = index.orElseThrow().snapshot(Audience.ALL)) {
            float[] vector = embedder.orElseThrow().query("Russian military bases");
            TermQuery language = new TermQuery(new Term(dev.sanad.index.Fields.LANGUAGE, tag));

            assertThat(new DenseSearch().search(vector, snapshot, Optional.of(language), 3))
                    .isNotEmpty()
                    .allSatisfy(hit -> assertThat(snapshot.passage(hit.doc)
                                    .article()
                                    .language()
                                    .value()
                                    .tag())
                            .isEqualTo(tag));
        }
    }
}
