package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private CommandLineRun run(int code, String... args) {
        CommandLineRun run = new CommandLineRun(folder, folder);
        assertThat(run.run(args)).as(run.out() + run.err()).isEqualTo(code);
        return run;
    }

    private JsonNode json(String... args) throws IOException {
        return JSON.readTree(run(0, args).out());
    }

    @ParameterizedTest
    @CsvSource({
        "en, How long is the treaty between Russia and Iran to last?, 20",
        "ru, На сколько лет рассчитано соглашение России и Ирана?, 20",
        "ar, متى أقيمت قاعدة طرطوس البحرية؟, 1971",
        "fa, روسیه و ایران توافق همکاری را برای چند سال امضا کردند؟, بیست",
        "zh-Hans, 俄罗斯和伊朗的协议为期多少年？, 20",
        "zh-Hant, 俄羅斯與伊朗的協議為期多少年？, 20",
    })
    void aQuestionIsAnsweredInEachLanguageByQuotedWords(String language, String question, String holds)
            throws IOException {
        JsonNode answer = json("ask", "--json", question);

        assertThat(answer.path("language").asText()).isEqualTo(language);
        assertThat(answer.path("status").asText()).isEqualTo("answered");
        assertThat(answer.path("mode").asText()).isEqualTo("extractive");
        assertThat(answer.path("sentences"))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.path("citations")).isNotEmpty());
        assertThat(answer.findValuesAsText("quote"))
                .anySatisfy(quote -> assertThat(quote).contains(holds));
    }

    @Test
    void whatTheArticlesDoNotSayIsRefusedWithADoneExitCode() throws IOException {
        JsonNode refused = json("ask", "--json", "Кто выиграл чемпионат мира по футболу?");

        assertThat(refused.path("status").asText()).isEqualTo("no_evidence");
        assertThat(refused.path("sentences")).isEmpty();
        assertThat(run(0, "ask", "北京今天的天气怎么样").out()).contains("文章");
    }

    @Test
    void aFileOfQuestionsIsAnsweredInOrderAndAFaultyLineDoesNotEndIt() throws IOException {
        Files.writeString(folder.resolve("q.jsonl"), """
            {"id": "a", "question": "Which bases does Russia want to keep in Syria?"}
            not json

            {"id": 7, "question": " "}
            {"id": "d", "question": "What is the capital of Australia?"}
            """);
        List<JsonNode> lines = run(1, "ask", "--questions", "q.jsonl")
                .out()
                .lines()
                .map(CommandsTest::read)
                .toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).path("status").asText()).isEqualTo("answered");
        assertThat(lines.get(1).path("error").asText()).contains("not a JSON object");
        assertThat(lines.get(2).path("error").asText()).contains("empty");
        assertThat(lines.get(2).path("id").asInt()).isEqualTo(7);
        assertThat(lines.get(3).path("id").asText()).isEqualTo("d");
    }

    @Test
    void indexSetsTheRootsAndLaterQuestionsGoToThem() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles of mine"));
        Files.writeString(
                articles.resolve("a.txt"),
                "Bridge opened\n\nThe bridge over the Tey was opened in 1932 by Anna Hale.\n");
        Files.write(articles.resolve("b.txt"), new byte[] {0, 1, 2});
        CommandLineRun indexed = run(0, "index", "articles of mine");
        assertThat(indexed.out()).contains("1 articles in 1 passages", "1 added", "1 skipped");
        assertThat(indexed.err().lines()).singleElement().asString().contains("b.txt", "not text");

        assertThat(json("ask", "--json", "Who opened the bridge over the Tey?")
                        .at("/citations/0/file")
                        .asText())
                .isEqualTo("a.txt");

        Files.writeString(articles.resolve("c.md"), "# Ferry\n\nThe ferry stopped in 1933.\n");
        assertThat(run(0, "index").out()).contains("2 articles", "1 added", "1 unchanged");
        Files.delete(articles.resolve("a.txt"));
        assertThat(run(0, "index").out()).contains("1 articles", "1 removed");
        assertThat(run(0, "index", "--rebuild").out()).contains("1 articles", "1 added");
    }

    @Test
    void aDamagedIndexIsNeverReplacedByTheSampleUnasked() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(articles.resolve("a.txt"), "Ferry\n\nThe ferry stopped in 1933.\n");
        run(0, "index", "mine");
        assertThat(run(0, "index", "--rebuild").out()).contains("1 articles", "mine");

        try (Stream<Path> files = Files.list(folder.resolve("index/lucene"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.writeString(file, "no commit");
            }
        }
        assertThat(run(1, "index", "--rebuild").err()).contains("cannot be read", "sanad index --rebuild PATH");
        assertThat(run(0, "index", "--rebuild", "mine").out()).contains("1 articles", "mine");
    }

    @Test
    void aReprintIsCountedAndNotCitedBesideItsOriginal() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("wire"));
        String story =
                "The ferry to Orland was stopped on Monday after ice damaged its rudder. The port hopes to repair it"
                        + " by June.\n";
        Files.writeString(articles.resolve("a.txt"), "Ferry stopped\n\n" + story);
        Files.writeString(articles.resolve("b.txt"), "No ferry for now\n\n" + story);
        Files.writeString(
                articles.resolve("twice.txt"),
                "Harbour news\n\nThe harbour opens a museum.\n\nThe harbour opens a museum.\n");
        run(0, "index", "wire");

        JsonNode answer = json("ask", "--json", "Why was the ferry to Orland stopped?");
        assertThat(answer.path("citations"))
                .isNotEmpty()
                .allSatisfy(citation ->
                        assertThat(citation.path("reprints").asInt()).isEqualTo(1));
        assertThat(answer.path("citations").findValuesAsText("file").stream().distinct())
                .hasSize(1);
        assertThat(json("ask", "--json", "What museum does the harbour open?")
                        .at("/citations/0/reprints")
                        .asInt())
                .isZero();
    }

    @Test
    void searchShowsPassagesAndShowPutsOneIntoItsArticle() throws IOException {
        JsonNode found = json("search", "--json", "-k", "3", "塔尔图斯海军基地");
        assertThat(found.path("hits")).hasSizeLessThanOrEqualTo(3).isNotEmpty();
        JsonNode hit = found.at("/hits/0");
        assertThat(hit.path("rank").asInt()).isEqualTo(1);
        assertThat(hit.path("text").asText())
                .hasSize(hit.path("end").asInt() - hit.path("start").asInt());

        assertThat(run(0, "show", hit.path("passageId").asText()).out())
                .contains(hit.path("title").asText(), "> ");
        assertThat(run(1, "show", "nosuch.0").err()).contains("passage nosuch.0", ";");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Which bases does Russia want to keep in Syria?, Syria, Сирии",
        "ru, Какие базы Россия хочет сохранить в Сирии?, Сирии, سوريا",
        "ar, ما القواعد التي تريد روسيا إبقاءها في سوريا؟, سوريا, سوریه",
        "fa, روسیه می‌خواهد کدام پایگاه‌ها را در سوریه نگه دارد؟, سوریه, Syria",
        "zh-Hans, 俄罗斯想保留在叙利亚的哪些基地？, 叙利亚, 敘利亞",
        "zh-Hant, 俄羅斯想保留在敘利亞的哪些基地？, 敘利亞, 叙利亚",
    })
    void searchExplainsHowAQuestionWasCrossed(String language, String question, String syria, String original)
            throws IOException {
        JsonNode explain =
                json("search", "--explain", "--json", "-k", "42", question).path("explain");
        assertThat(explain.path("words").findValuesAsText("words")).contains(syria);
        assertThat(explain.path("words").findValuesAsText("id")).contains("c:SY");
        assertThat(explain.findValuesAsText("originals")).hasSizeGreaterThan(1);
        assertThat(explain.path("hits").toString()).contains("\"" + original + "\"");
        assertThat(explain.at("/support/own/coverage").asDouble()).isBetween(0.1, 1.0);

        String text = run(0, "search", "--explain", "-k", "42", question).out();
        assertThat(text)
                .startsWith("question in %s, confidence ".formatted(language))
                .contains("CLDR name ", " ← ", "score ", "left out: ", original);
        // each stretch from right to left is held together within its line
        assertThat(text.lines().filter(line -> line.contains(" → ")))
                .map(line -> line.replaceAll("\u2068[^\u2069]*\u2069", ""))
                .noneMatch(line -> Bidi.requiresBidi(line.toCharArray(), 0, line.length()));
    }

    @Test
    void withoutExplainNothingIsExplained() throws IOException {
        assertThat(json("search", "--json", "Syria").has("explain")).isFalse();
        assertThat(run(0, "search", "Syria").out()).doesNotContain("left out", "→");
    }

    @Test
    void theScopeNarrowsWhatIsSearched() throws IOException {
        JsonNode early = json("search", "--json", "--until", "2025-12-31", "Россия");
        assertThat(early.findValuesAsText("published")).isNotEmpty().allMatch("2025-01-18"::equals);
        assertThat(json("search", "--json", "--in", "fa", "--outlet", "sanad SAMPLE", "روسیه")
                        .findValuesAsText("language"))
                .contains("fa")
                .allMatch("fa"::equals);
        assertThat(json("search", "--json", "--outlet", "Nobody", "Россия").path("hits"))
                .isEmpty();
        assertThat(run(1, "ask", "--since", "2026-02-01", "--until", "2026-01-01", "x y")
                        .err())
                .contains("--since");
    }

    @Test
    void queriesAreDataWhateverTheyHold() {
        for (String hostile :
                List.of("a AND (b OR", "text.english:russia", "*", "\"", "[1 TO 2]", "~~^99", "\u202E\u0007", "🛰️")) {
            run(0, "search", "--json", hostile);
            run(0, "ask", "--json", hostile);
        }
    }

    @Test
    void briefsAreMarkdownAndJson() throws IOException {
        JsonNode brief = json("brief", "--format", "json", "Russian", "bases", "in", "Syria");
        assertThat(brief.path("sections")).hasSizeGreaterThan(1);
        assertThat(run(0, "brief", "Russian bases in Syria").out())
                .startsWith("# Russian bases in Syria")
                .contains("[1]");
    }

    @Test
    void wrongUseIsToldApartFromFaults() {
        assertThat(run(2, "ask").err()).contains("give either a question");
        assertThat(run(2, "search", "-k", "0", "x").err()).contains("-k 0");
        assertThat(run(2, "evaluate").err()).contains("retrieval, answers, compare, speed or overhead");
        assertThat(run(1, "index", "no/such/folder").err()).contains("no/such/folder", "does not exist");
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
