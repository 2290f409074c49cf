package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalEvaluationTest {
    private static final Path TINY = Path.of("src/test/resources/evaluation/tiny");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "whole: {0}")
    @ValueSource(booleans = {true, false})
    void aQuestionInEachLanguageFindsItsDocumentFirst(boolean whole) {
        RetrievalScorecard card = evaluate(whole ? RetrievalSetup.WHOLE : RetrievalSetup.PASSAGES, TINY);
        assertThat(card.rows()).hasSize(10);
        for (String language : List.of("ar", "fa", "hant", "hans", "ru", "en")) {
            assertThat(row(card, "q-" + language).ranked().getFirst()).isEqualTo(language + "-1");
        }
        assertThat(card.mean(card.groups().getOrDefault("cross=false", List.of()))
                        .ndcg10())
                .isGreaterThan(0.95);
    }

    @Test
    void aDocumentWithoutTextIsFoundByItsTitle() {
        RetrievalScorecard card = tiny();
        assertThat(row(card, "q-title").ranked().getFirst()).isEqualTo("en-2");
        assertThat(card.rows()).noneMatch(row -> row.ranked().contains("en-3"));
    }

    @Test
    void onlyJudgedQueriesAreAveragedByGroup() {
        Map<String, List<RetrievalScorecard.Row>> groups = tiny().groups();
        assertThat(groups.keySet())
                .containsExactly(
                        "all",
                        "cross=false",
                        "cross=true",
                        "lang=ar",
                        "lang=en",
                        "lang=fa",
                        "lang=ru",
                        "lang=zh-Hans",
                        "lang=zh-Hant",
                        "sample=hard",
                        "sample=random",
                        "sample=title");
        assertThat(groups.getOrDefault("all", List.of())).hasSize(8);
        assertThat(groups.getOrDefault("sample=random", List.of())).hasSize(6);
        assertThat(groups.getOrDefault("lang=en", List.of())).hasSize(3);
    }

    @Test
    void setsOfOneIndexNeverPassForEachOther() throws IOException {
        Path first =
                set("first", "the harbour office opens at dawn", "lighthouse keeper's diary", "harbour office", "2");
        Path second =
                set("second", "snow closed the mountain road", "harbour office and its clerk", "harbour office", "1");
        RetrievalScorecard card = evaluate(RetrievalSetup.WHOLE, first, second);
        assertThat(card.name()).isEqualTo("first+second");
        assertThat(card.rows()).extracting(RetrievalScorecard.Row::id).containsExactly("first:q", "second:q");
        assertThat(card.rows().getFirst().ranked()).containsExactlyInAnyOrder("first:1", "second:2");
        // both look for what only the other set has under that id
        assertThat(card.rows()).allMatch(row -> row.metrics().ndcg10() == 0);
        assertThat(card.groups().keySet()).containsExactly("all", "set=first", "set=second");
    }

    @Test
    void setsWhoseIdsDifferKeepThem() throws IOException {
        Path other = set("other", "the harbour office opens at dawn", "a diary", "harbour office", "1");
        RetrievalScorecard card = evaluate(RetrievalSetup.WHOLE, TINY, other);
        assertThat(card.rows()).extracting(RetrievalScorecard.Row::id).contains("q-ar", "q");
        assertThat(row(card, "q").ranked().getFirst()).isEqualTo("1");
    }

    @Test
    void theRunIsWellFormed() {
        RetrievalScorecard card = tiny();
        List<String> lines = card.toTrecRun().lines().toList();
        int ranks = card.rows().stream().mapToInt(row -> row.ranked().size()).sum();
        assertThat(lines).hasSize(ranks).allMatch(line -> line.matches("\\S+ Q0 \\S+ \\d+ \\d+ sanad"));
        assertThat(lines.getFirst()).startsWith("q-ar Q0 ar-1 1 ");
        assertThat(card.rows()).allMatch(row -> row.ranked().size() <= 20);
        assertThat(card.rows()).allSatisfy(row -> assertThat(row.ranked()).doesNotHaveDuplicates());
        assertThat(card.toConfidenceLines().lines()).hasSize(10).allMatch(line -> line.matches("\\S+\t[01]\\.\\d{6}"));
    }

    @Test
    void theJsonHoldsTheFiguresOfTheTable() {
        RetrievalScorecard card = tiny();
        JsonNode json = card.toJson(OptionalDouble.empty());
        assertThat(json.path("name").asText()).isEqualTo("tiny");
        assertThat(json.path("mode").asText()).isEqualTo("whole");
        assertThat(json.path("queries").asInt()).isEqualTo(10);
        assertThat(json.path("latencyMs").path("p99").asDouble()).isEqualTo(card.latencyMs(0.99));
        assertThat(json.path("groups").path("all").path("n").asInt()).isEqualTo(8);
        assertThat(json.path("auroc").asDouble())
                .isEqualTo(card.auroc().orElse(-1))
                .isBetween(0.5, 1.0);
        assertThat(card.toText(OptionalDouble.empty())).contains("AUROC", "sample=hard", "whole documents");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "corpus.jsonl, 'queries.jsonl and qrels/test.tsv'",
        "queries.jsonl, 'queries.jsonl and qrels/test.tsv'",
        "qrels/test.tsv, 'queries.jsonl and qrels/test.tsv'"
    })
    void aMissingFileIsNamedWithWhatTheFolderNeeds(String file, String need) throws IOException {
        Path set = set("set", "one text", "another", "text", "1");
        Files.delete(set.resolve(file));
        refused(set, file + " does not exist", need);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "corpus.jsonl | {\"_id\": | line 1: not JSON",
                "corpus.jsonl | [1] | line 1: not a JSON object",
                "corpus.jsonl | {\"_id\": \"a b\", \"text\": \"x\"} | line 1: \"_id\" is missing or has white space",
                "queries.jsonl | {\"_id\": \"q\", \"text\": \" \"} | line 1: no \"text\"",
                "qrels/test.tsv | q 1 high | line 1: not a judgement",
                "qrels/test.tsv | other\t1\t1 | judges none of the queries"
            })
    void aBrokenLineIsNamed(String file, String content, String fault) throws IOException {
        Path set = set("set", "one text", "another", "text", "1");
        Files.writeString(set.resolve(file), content);
        refused(set, file, fault);
    }

    @Test
    void anIdThatStandsTwiceIsRefused() throws IOException {
        Path set = set("set", "one text", "another", "text", "1");
        Files.writeString(set.resolve("queries.jsonl"), """
            {"_id": "q", "text": "one"}
            {"_id": "q", "text": "two"}
            """);
        refused(set, "queries.jsonl line 2", "stands twice");
    }

    @Test
    void aFolderInUseIsNotWrittenInto() throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "mine");
        assertThatThrownBy(() -> Road.retrieval().evaluate(List.of(TINY), RetrievalSetup.WHOLE, false, folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("is not empty");
        assertThat(note).hasContent("mine");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    private void refused(Path set, String... words) {
        assertThatThrownBy(() -> evaluate(RetrievalSetup.WHOLE, set))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("\n");
    }

    private RetrievalScorecard evaluate(RetrievalSetup setup, Path... sets) {
        return Road.retrieval()
                .evaluate(List.of(sets), setup, false, folder.resolve("index"))
                .sanad();
    }

    private RetrievalScorecard tiny() {
        return evaluate(RetrievalSetup.WHOLE, TINY);
    }

    private static RetrievalScorecard.Row row(RetrievalScorecard card, String query) {
        return card.rows().stream()
                .filter(row -> row.id().equals(query))
                .findFirst()
                .orElseThrow();
    }

    /** Two documents, {@code 1} and {@code 2}, and one query {@code q}. */
    private Path set(String name, String one, String two, String query, String right) throws IOException {
        Path set = folder.resolve(name);
        Files.createDirectories(set.resolve("qrels"));
        Files.writeString(
                set.resolve("corpus.jsonl"),
                "{\"_id\": \"1\", \"text\": \"%s\"}\n{\"_id\": \"2\", \"text\": \"%s\"}\n".formatted(one, two));
        Files.writeString(set.resolve("queries.jsonl"), "{\"_id\": \"q\", \"text\": \"%s\"}\n".formatted(query));
        Files.writeString(set.resolve("qrels/test.tsv"), "query-id\tcorpus-id\tscore\nq\t%s\t1\n".formatted(right));
        return set;
    }
}
