package dev.sanad.retrieval;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.query.Query;
import dev.sanad.corpus.Audience;
import dev.sanad.index.EmbeddingServer;
import dev.sanad.index.IndexException;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanadContentRetrieverTest {
    private static final String MODEL_REPLY = """
        {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop",
         "message":{"role":"assistant","content":"Off Velmora."}}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}
        """;

    @TempDir
    Path folder;

    private Path news;
    private Path index;

    @BeforeEach
    void inventedNews() {
        news = folder.resolve("news");
        index = folder.resolve("index");
        Indexed.article(news, "en.md", "en", "Ferry sinks", "The ferry Orla sank off Velmora with 63,000 crates.");
        Indexed.article(news, "ru.md", "ru", "Порт", "Грузовые корабли стояли у причала в порту Вельмора.");
        Indexed.article(news, "ar.md", "ar", "الميناء", "أغلقت السلطات الميناء بعد غرق السفينة.");
        Indexed.article(news, "fa.md", "fa", "بندر", "کشتی‌های باری در بندر ولمورا پهلو گرفتند.");
        Indexed.article(news, "hant.md", "zh-Hant", "港口", "維爾莫拉港口因渡輪沉沒而關閉。");
        Indexed.article(news, "hans.md", "zh-Hans", "学校", "村里新开了一所学校。");
        Indexed.write(news, "bare.txt", "The lighthouse of Sarrin was painted green.");
        Indexed.update(news, index);
    }

    private Retrieved retrieved(String question, Language language) {
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            return new Retriever(Indexed.ANALYZERS).retrieve(Question.of(question, language), snapshot, 5);
        }
    }

    private static List<Content> contents(SanadContentRetriever retriever, String query) {
        return retriever.retrieve(Query.from(query));
    }

    private static List<String> files(List<Content> contents) {
        return contents.stream()
                .map(content -> content.textSegment().metadata().getString("file"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Where did the ferry sink?, en.md",
        "ru, Где стояли корабли?, ru.md",
        "ar, لماذا أغلق الميناء؟, ar.md",
        "fa, کشتی باری کجا پهلو گرفت؟, fa.md",
        "zh-Hant, 哪個港口關閉了？, hant.md",
        "zh-Hans, 哪里新开了学校？, hans.md"
    })
    void inEveryLanguageTheContentsAreTheEvidenceInItsOrder(String tag, String question, String file) {
        Retrieved expected = retrieved(question, Language.ofTag(tag).orElseThrow());

        try (SanadContentRetriever retriever = SanadContentRetriever.open(index)) {
            List<Content> contents = contents(retriever, question);

            assertThat(files(contents)).contains(file);
            assertThat(contents).hasSameSizeAs(expected.ranked());
            for (int i = 0; i < contents.size(); i++) {
                Evidence evidence = expected.ranked().get(i);
                Metadata metadata = contents.get(i).textSegment().metadata();
                assertThat(contents.get(i).textSegment().text())
                        .isEqualTo(evidence.passage().text());
                assertThat(metadata.getString("passageId"))
                        .isEqualTo(evidence.passage().id().value());
                assertThat(metadata.getDouble("score")).isEqualTo(evidence.score());
                assertThat(metadata.getDouble("confidence")).isEqualTo(expected.confidence());
                assertThat(contents.get(i).metadata()).containsEntry(ContentMetadata.SCORE, evidence.score());
            }
        }
    }

    @Test
    void theMetadataLeadBackToTheExactWordsOfTheArticle() throws IOException {
        try (SanadContentRetriever retriever = SanadContentRetriever.open(index)) {
            Content first = contents(retriever, "Where did the ferry sink?").getFirst();
            Metadata metadata = first.textSegment().metadata();

            assertThat(metadata.toMap())
                    .containsEntry("title", "Ferry sinks")
                    .containsEntry("source", "The Velmora Gazette")
                    .containsEntry("published", "2026-02-10")
                    .containsEntry("language", "en")
                    .containsEntry("articleId", "news:en.md");
            assertThat(Files.readString(news.resolve("en.md"))
                            .substring(metadata.getInteger("start"), metadata.getInteger("end")))
                    .isEqualTo(first.textSegment().text());
        }
    }

    @Test
    void whatIsNotKnownOfAnArticleIsLacking() {
        try (SanadContentRetriever retriever = SanadContentRetriever.open(index)) {
            Metadata metadata = contents(retriever, "the lighthouse of Sarrin")
                    .getFirst()
                    .textSegment()
                    .metadata();

            assertThat(metadata.getString("file")).isEqualTo("bare.txt");
            assertThat(metadata.toMap()).doesNotContainKeys("source", "published", "url");
        }
    }

    @Test
    void belowTheLeastConfidenceThereIsNothing() {
        String question = "Who won the chess title in Sarrin?";
        double confidence = retrieved(question, Language.ENGLISH).confidence();

        try (SanadContentRetriever sure = SanadContentRetriever.builder(index)
                        .leastConfidence(0.5)
                        .open();
                SanadContentRetriever all = SanadContentRetriever.open(index)) {
            assertThat(confidence).isLessThan(0.5);
            assertThat(contents(sure, question)).isEmpty();
            assertThat(contents(all, question)).isNotEmpty();
            assertThat(contents(sure, "Where did the ferry Orla sink?")).isNotEmpty();
        }
    }

    @Test
    void kAndScopeBoundWhatIsFound() {
        Scope russian =
                new Scope(Optional.empty(), Optional.of(LocalDate.of(2026, 2, 28)), Set.of(), Set.of(Language.RUSSIAN));

        try (SanadContentRetriever one =
                        SanadContentRetriever.builder(index).k(1).open();
                SanadContentRetriever scoped =
                        SanadContentRetriever.builder(index).scope(russian).open()) {
            assertThat(contents(one, "the port of Velmora")).hasSize(1);
            assertThat(files(contents(scoped, "the port of Velmora"))).containsExactly("ru.md");
        }
    }

    @Test
    void eachCallSeesTheNewestCommit() {
        try (SanadContentRetriever retriever = SanadContentRetriever.open(index)) {
            assertThat(files(contents(retriever, "the museum of Tarn"))).doesNotContain("new.md");

            Indexed.article(news, "new.md", "en", "Museum", "The museum of Tarn has opened again.");
            Indexed.update(news, index);

            assertThat(files(contents(retriever, "the museum of Tarn"))).startsWith("new.md");
        }
    }

    @Test
    void aModelThatTheIndexHasNoVectorsOfIsAFault() {
        try (EmbeddingServer server = new EmbeddingServer()) {
            assertThatThrownBy(() -> SanadContentRetriever.builder(index)
                            .embedder(server.embedder())
                            .open())
                    .isInstanceOf(IndexException.class)
                    .hasMessageContainingAll("no vectors", "openai:m", "sanad index");
        }
    }

    @Test
    void aFolderWithoutAnIndexAndBoundsOutOfRangeAreFaults() {
        assertThatThrownBy(() -> SanadContentRetriever.open(folder.resolve("none")))
                .isInstanceOf(IndexException.class)
                .hasMessageContainingAll("none", "sanad index");
        assertThatThrownBy(() -> SanadContentRetriever.builder(index).k(0)).hasMessageContaining("from 1 to 1000");
        assertThatThrownBy(() -> SanadContentRetriever.builder(index).leastConfidence(Double.NaN))
                .hasMessageContaining("from 0 to 1");
    }

    @Test
    void anIndexThatCannotBeReadAnyMoreIsAFaultAndNoEmptyList() {
        SanadContentRetriever retriever = SanadContentRetriever.open(index);
        retriever.close();

        assertThatThrownBy(() -> contents(retriever, "ferry")).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Where did the ferry sink?, The ferry Orla sank off Velmora, title: Ferry sinks",
        "Где стояли корабли?, Грузовые корабли стояли у причала, title: Порт",
        "لماذا أغلق الميناء؟, أغلقت السلطات الميناء بعد غرق السفينة, title: الميناء",
        "کشتی باری کجا پهلو گرفت؟, کشتی‌های باری در بندر ولمورا پهلو گرفتند, title: بندر",
        "哪個港口關閉了？, 維爾莫拉港口因渡輪沉沒而關閉, title: 港口",
        "哪里新开了学校？, 村里新开了一所学校, title: 学校"
    })
    void theAssistantOfTheReadmeHandsPassagesAndTheirMetadataToTheModel(String question, String passage, String title)
            throws IOException {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        try {
            server.stubFor(post("/v1/chat/completions").willReturn(okJson(MODEL_REPLY)));
            ChatModel model = OpenAiChatModel.builder()
                    .baseUrl(server.baseUrl() + "/v1")
                    .apiKey("k")
                    .modelName("m")
                    .build();

            assertThat(NewsAssistant.ask(question, model, index)).isEqualTo("Off Velmora.");

            JsonNode messages = new ObjectMapper()
                    .readTree(server.getAllServeEvents().getFirst().getRequest().getBody())
                    .path("messages");
            assertThat(messages.path(0).path("role").asText()).isEqualTo("system");
            assertThat(messages.path(1).path("content").asText())
                    .startsWith(question)
                    .contains(passage, title, "source: The Velmora Gazette", "published: 2026-02-10");
        } finally {
            server.stop();
        }
    }

    @Test
    void theReadmeHoldsThatAssistant() throws IOException {
        String example = words(Files.readString(Path.of("src/test/java/dev/sanad/retrieval/NewsAssistant.java")));
        Stream<String> blocks = Pattern.compile("(?s)```java\n(.*?)```")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult block) -> words(block.group(1)));

        assertThat(blocks).isNotEmpty().allSatisfy(block -> assertThat(example).contains(block));
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
