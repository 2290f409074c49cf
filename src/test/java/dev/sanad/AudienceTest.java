package dev.sanad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.rag.query.Query;
import dev.sanad.answer.Answer;
import dev.sanad.answer.ExtractiveAnswerer;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.answer.Outcome.Cited;
import dev.sanad.answer.Outcome.NoEvidence;
import dev.sanad.answer.Outcome.Related;
import dev.sanad.answer.QuestionAnswering;
import dev.sanad.brief.Brief;
import dev.sanad.brief.BriefWriter;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import dev.sanad.index.Embedder;
import dev.sanad.index.EmbeddingServer;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.DenseSearch;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retriever;
import dev.sanad.retrieval.SanadContentRetriever;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was given to one chat, asked for by that chat, by another, and for all, on every road to it. */
class AudienceTest {
    private static final long DESK = -1_001_234_567_890L;
    private static final Audience OWN = Audience.of(DESK);
    private static final List<Audience> OTHERS = List.of(Audience.ALL, Audience.of(77));

    @TempDir
    static Path folder;

    private static final EmbeddingServer SERVER = new EmbeddingServer();
    private static PassageIndex words;
    private static PassageIndex vectors;

    @BeforeAll
    static void inventedNews() {
        Path news = folder.resolve("news");
        Indexed.article(news, "open.md", "en", "Harbour news", "The ferry Orla sails to Velmora on Mondays.");
        Indexed.article(news, "copied.md", "en", "Old wall", "The wall of Sarrin was built in 1404 by masons.");
        given(news, "copy.md", "en", "Old wall", "The wall of Sarrin was built in 1404 by masons.");
        given(news, "en.md", "en", "Vault of Tarn", "The vault of Tarn opens with 8,812 keys.", "It is deep.");
        given(news, "ru.md", "ru", "Хранилище", "В хранилище Тарна лежат 5 417 рукописей.");
        given(news, "ar.md", "ar", "الخزنة", "تضم مكتبة تارن السرية 2,903 خرائط.");
        given(news, "fa.md", "fa", "گنجینه", "در گنجینهٔ تارن ۶٬۱۲۵ سکه نگهداری می‌شود.");
        given(news, "hans.md", "zh-Hans", "密室", "塔恩密室藏有7,339幅画。");
        given(news, "hant.md", "zh-Hant", "寶庫", "塔恩寶庫收藏了9,046件瓷器。");
        words = index(news, folder.resolve("words"), Optional.empty());
        vectors = index(news, folder.resolve("vectors"), Optional.of(SERVER.embedder()));
    }

    /** An article that the desk alone may read, of an outlet and a day of its own. */
    private static void given(Path news, String file, String language, String title, String... sentences) {
        Indexed.write(
                news,
                file,
                "---\ntitle: %s\nsource: The Secret Herald\ndate: 2026-02-27\nlanguage: %s\naudience: %d\n---\n%s\n"
                        .formatted(title, language, DESK, String.join(" ", sentences)));
    }

    private static PassageIndex index(Path news, Path to, Optional<Embedder> embedder) {
        embedder.ifPresentOrElse(model -> Indexed.update(news, to, model), () -> Indexed.update(news, to));
        return PassageIndex.open(to);
    }

    @AfterAll
    static void close() {
        words.close();
        vectors.close();
        SERVER.close();
    }

    private static List<String> found(PassageIndex index, Question question, Audience audience) {
        boolean embedded = index == vectors;
        Retriever retriever = new Retriever(
                Indexed.ANALYZERS,
                embedded ? Optional.of(SERVER.embedder()) : Optional.empty(),
                Optional.empty(),
                Set.of());
        try (Snapshot snapshot = index.snapshot(audience)) {
            return retriever.retrieve(question, snapshot, 50).ranked().stream()
                    .map(evidence -> evidence.passage().article().file())
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, How many keys open the vault of Tarn?, en.md",
        "ru, Сколько рукописей лежит в хранилище Тарна?, ru.md",
        "ar, كم خريطة تضم مكتبة تارن السرية؟, ar.md",
        "fa, چند سکه در گنجینهٔ تارن است؟, fa.md",
        "zh-Hans, 塔恩密室藏有多少幅画？, hans.md",
        "zh-Hant, 塔恩寶庫收藏了多少件瓷器？, hant.md",
        "en, What has 5417 manuscripts?, ru.md",
        "ru, Где хранится 2903 карты?, ar.md",
    })
    void onlyTheChatItWasGivenToFindsItByWordsAndByVectors(String tag, String asked, String file) {
        Question question = Question.of(asked, Language.ofTag(tag).orElseThrow());
        for (PassageIndex index : List.of(words, vectors)) {
            assertThat(found(index, question, OWN)).contains(file);
            for (Audience other : OTHERS) {
                assertThat(found(index, question, other)).isSubsetOf("open.md", "copied.md");
            }
        }
    }

    @Test
    void theQuestionItselfCannotAskForItsOutletOrItsDay() {
        Question question =
                Question.of("According to The Secret Herald, what opened on 27 February 2026?", Language.ENGLISH);
        for (Audience other : OTHERS) {
            assertThat(found(words, question, other)).doesNotContain("en.md", "copy.md");
        }
    }

    @Test
    void itsPassagesAreFoundByIdAndByArticleByItsChatAlone() {
        Passage secret;
        try (Snapshot snapshot = words.snapshot(OWN)) {
            Article article = article(snapshot, "en.md");
            secret = snapshot.passagesOf(article).getFirst();
            assertThat(snapshot.passage(secret.id())).isPresent();
            assertThat(article.audience()).isEqualTo(OWN);
        }
        for (Audience other : OTHERS) {
            try (Snapshot snapshot = words.snapshot(other)) {
                assertThat(snapshot.passage(secret.id())).isEmpty();
                assertThat(snapshot.passagesOf(secret.article())).isEmpty();
                assertThat(snapshot.articles()).extracting(Article::file).containsOnly("open.md", "copied.md");
            }
        }
    }

    @Test
    void neitherItsOutletNorItsLanguageNorItsDayIsToldToOthers() {
        try (Snapshot snapshot = words.snapshot(OWN)) {
            assertThat(snapshot.outlets()).containsExactly("the secret herald", "the velmora gazette");
            assertThat(snapshot.languages()).hasSize(Language.spoken().size());
            assertThat(snapshot.newest()).contains(LocalDate.parse("2026-02-27"));
        }
        for (Audience other : OTHERS) {
            try (Snapshot snapshot = words.snapshot(other)) {
                assertThat(snapshot.outlets()).containsExactly("the velmora gazette");
                assertThat(snapshot.languages()).containsExactly(Language.ENGLISH);
                assertThat(snapshot.newest()).contains(LocalDate.parse("2026-02-10"));
            }
        }
    }

    @Test
    void aCopyThatOneChatHasHidesTheOriginalFromNobody() {
        Question question = Question.of("When was the wall of Sarrin built?", Language.ENGLISH);
        for (PassageIndex index : List.of(words, vectors)) {
            for (Audience other : OTHERS) {
                assertThat(found(index, question, other).getFirst()).isEqualTo("copied.md");
            }
            assertThat(found(index, question, OWN)).containsAnyOf("copied.md", "copy.md");
        }
    }

    @Test
    void anAnswerAndItsRelatedTitlesDrawOnItForItsChatAlone() {
        Question question = Question.of("How many keys open the vault of Tarn?", Language.ENGLISH);
        assertThat(answer(question, OWN, 0.5).outcome())
                .isInstanceOfSatisfying(
                        Cited.class,
                        cited -> assertThat(cited.citations().getFirst().file()).isEqualTo("en.md"));
        // a bound that nothing reaches, so that all that is close is named
        assertThat(related(answer(question, OWN, 1.1))).contains("Vault of Tarn");
        for (Audience other : OTHERS) {
            assertThat(answer(question, other, 0.5).outcome()).isInstanceOf(NoEvidence.class);
            assertThat(related(answer(question, other, 1.1))).isSubsetOf("Harbour news", "Old wall");
        }
    }

    private static Answer answer(Question question, Audience audience, double minConfidence) {
        return new QuestionAnswering(
                        words, audience, new Retriever(Indexed.ANALYZERS), new ExtractiveAnswerer(), minConfidence)
                .ask(question);
    }

    private static List<String> related(Answer answer) {
        return ((NoEvidence) answer.outcome())
                .related().stream().map(Related::title).toList();
    }

    @Test
    void aBriefDrawsOnItForItsChatAlone() {
        assertThat(brief(OWN).citations()).isNotEmpty();
        for (Audience other : OTHERS) {
            assertThat(brief(other).citations()).isEmpty();
        }
    }

    private static Brief brief(Audience audience) {
        return new BriefWriter(
                        words,
                        audience,
                        new Retriever(Indexed.ANALYZERS),
                        0.5,
                        Optional.empty(),
                        new ForeignQuotes(Indexed.ANALYZERS, Optional.empty()))
                .write(Question.of("Vault of Tarn", Language.ENGLISH));
    }

    @Test
    void theContentRetrieverFindsItOnlyWhereItsBuilderNamesTheChat() {
        Query query = Query.from("How many keys open the vault of Tarn?");
        try (SanadContentRetriever all = SanadContentRetriever.open(folder.resolve("words"));
                SanadContentRetriever own = SanadContentRetriever.builder(folder.resolve("words"))
                        .audience(OWN)
                        .open();
                SanadContentRetriever other = SanadContentRetriever.builder(folder.resolve("vectors"))
                        .embedder(SERVER.embedder())
                        .audience(Audience.of(77))
                        .open()) {
            assertThat(files(own, query)).contains("en.md");
            assertThat(files(all, query)).isSubsetOf("open.md", "copied.md");
            assertThat(files(other, query)).isSubsetOf("open.md", "copied.md");
        }
    }

    private static List<String> files(SanadContentRetriever retriever, Query query) {
        return retriever.retrieve(query).stream()
                .map(content -> content.textSegment().metadata().getString("file"))
                .toList();
    }

    @Test
    void manyNearerOnesOfAnotherChatTakeNoPlaceFromWhatMayBeRead(@TempDir Path fresh) throws IOException {
        Path news = fresh.resolve("news");
        for (int i = 0; i < 60; i++) {
            given(news, i + ".md", "en", "Note " + i, "The comet Quill returns in year " + (3000 + i) + ".");
        }
        Indexed.article(news, "open.md", "en", "Comets", "Astronomers await the comet.");
        try (PassageIndex index = index(news, fresh.resolve("index"), Optional.of(SERVER.embedder()));
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            float[] question = SERVER.embedder().query("The comet Quill returns in year 3001.");
            assertThat(new DenseSearch().search(question, snapshot, Optional.empty(), 1))
                    .singleElement()
                    .satisfies(hit -> assertThat(
                                    snapshot.passage(hit.doc).article().file())
                            .isEqualTo("open.md"));
        }
    }

    /** Articles come, go and change hands over many commits, so that the index has many segments with deleted documents. */
    @Test
    void whateverWasIndexedInWhateverOrderEachReadsAllOfItsOwnAndNothingElse(@TempDir Path fresh) throws IOException {
        Random random = new Random(7);
        Path news = Files.createDirectories(fresh.resolve("news"));
        List<Audience> audiences = List.of(Audience.ALL, Audience.of(5), OWN);
        Map<String, Audience> expected = new HashMap<>();
        Retriever retriever = new Retriever(Indexed.ANALYZERS);
        for (int round = 0; round < 8; round++) {
            for (int change = 0; change < 5; change++) {
                String file = random.nextInt(12) + ".md";
                if (expected.containsKey(file) && random.nextInt(4) == 0) {
                    Files.delete(news.resolve(file));
                    expected.remove(file);
                } else {
                    Audience audience = audiences.get(random.nextInt(3));
                    expected.put(file, audience);
                    Indexed.write(
                            news,
                            file,
                            "---\ntitle: Report %s\naudience: %s\nlanguage: en\n---\nThe lantern of round %d burns near %s.\n"
                                    .formatted(file, audience, round, file));
                }
            }
            Indexed.update(news, fresh.resolve("index"));
            try (PassageIndex index = PassageIndex.open(fresh.resolve("index"))) {
                for (Audience audience : audiences) {
                    Set<String> readable = expected.keySet().stream()
                            .filter(file -> expected.get(file).equals(Audience.ALL)
                                    || expected.get(file).equals(audience))
                            .collect(Collectors.toSet());
                    try (Snapshot snapshot = index.snapshot(audience)) {
                        assertThat(snapshot.articles().stream().map(Article::file))
                                .containsExactlyInAnyOrderElementsOf(readable);
                        assertThat(retriever
                                        .retrieve(Question.of("lantern report", Language.ENGLISH), snapshot, 50)
                                        .ranked()
                                        .stream()
                                        .flatMap(AudienceTest::files))
                                .containsExactlyInAnyOrderElementsOf(readable);
                    }
                }
            }
        }
    }

    private static Stream<String> files(Evidence evidence) {
        return Stream.concat(Stream.of(evidence.passage()), evidence.reprints().stream())
                .map(passage -> passage.article().file());
    }

    private static Article article(Snapshot snapshot, String file) {
        return snapshot.articles().stream()
                .filter(article -> article.file().equals(file))
                .findFirst()
                .orElseThrow();
    }
}
