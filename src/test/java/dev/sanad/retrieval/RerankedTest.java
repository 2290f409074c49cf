package dev.sanad.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.Audience;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Retrieved.Reranking;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a question finds where a model behind a real server puts the first candidates in order. */
class RerankedTest {
    @TempDir
    Path folder;

    private final RerankTestServer server = new RerankTestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private void article(String name, String language, String title, String text) {
        Indexed.article(folder.resolve("news"), name, language, title, text);
    }

    private Retrieved ask(String question, String tag, Optional<Reranker> reranker, int k) {
        Indexed.update(folder.resolve("news"), folder.resolve("index"));
        try (PassageIndex index = PassageIndex.open(folder.resolve("index"));
                Snapshot snapshot = index.snapshot(Audience.ALL)) {
            return new Retriever(Indexed.ANALYZERS, Optional.empty(), reranker, Set.of())
                    .retrieve(Question.of(question, Language.ofTag(tag).orElseThrow()), snapshot, k);
        }
    }

    private static List<String> files(Retrieved retrieved) {
        return retrieved.ranked().stream()
                .map(evidence -> evidence.passage().article().file())
                .toList();
    }

    private static List<Double> scores(Retrieved retrieved) {
        return retrieved.ranked().stream().map(Evidence::score).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "en, ferry harbour, The ferry left the harbour today., A ferry was painted.",
        "ru, паром порт, Паром покинул порт сегодня., Паром покрасили.",
        "ar, السفينة الميناء, غادرت السفينة الميناء اليوم., السفينة خضراء.",
        "fa, کشتی بندر, کشتی امروز از بندر رفت., کشتی سبز شد.",
        "zh-Hant, 渡輪港口, 渡輪今天離開了港口。, 渡輪漆成綠色。",
        "zh-Hans, 渡轮港口, 渡轮今天离开了港口。, 渡轮漆成绿色。"
    })
    void inEveryLanguageTheModelsOrderStandsAndTheConfidenceStays(
            String tag, String question, String best, String other) {
        article("best.md", tag, "1", best);
        article("other.md", tag, "2", other);
        Retrieved byWords = ask(question, tag, Optional.empty(), 5);
        server.scoring(text -> text.contains(other) ? 7 : -7);

        Retrieved reranked = ask(question, tag, Optional.of(server.reranker(9)), 5);

        assertThat(files(byWords)).containsExactly("best.md", "other.md");
        assertThat(byWords.reranking()).isEqualTo(Reranking.NONE);
        assertThat(files(reranked)).containsExactly("other.md", "best.md");
        assertThat(reranked.reranking()).isEqualTo(Reranking.USED);
        assertThat(reranked.confidence()).isEqualTo(byWords.confidence());
        assertThat(scores(reranked)).isEqualTo(scores(byWords));
        assertThat(server.requests().getFirst().path("query").asText()).isEqualTo(question);
        assertThat(server.requests().getFirst().path("documents").path(0).asText())
                .isEqualTo("1\n" + best);
    }

    @Test
    void onlyTheFirstCandidatesAreWeighedAndTheOthersFollowAsTheyWere() {
        IntStream.rangeClosed(1, 6)
                .forEach(i -> article(
                        i + ".md",
                        "en",
                        "Report " + i,
                        "On quay " + i + " stood a " + "ferry ".repeat(7 - i) + "yesterday."));
        List<String> byWords = files(ask("ferry", "en", Optional.empty(), 6));
        server.scoring(text -> text.startsWith("Report 3") ? 2 : 1);

        List<String> reranked = files(ask("ferry", "en", Optional.of(server.reranker(3)), 6));

        assertThat(server.requests().getFirst().path("documents")).hasSize(3);
        assertThat(reranked.subList(3, 6)).isEqualTo(byWords.subList(3, 6));
        assertThat(reranked).containsExactlyInAnyOrderElementsOf(byWords);
    }

    @Test
    void equalScoresAreOrderedByPassageIdWhateverTheOrderBefore() {
        article("a.md", "en", "A", "The ferry left the harbour.");
        article("b.md", "en", "B", "A ferry was painted.");
        server.scoring(text -> 1);

        Retrieved reranked = ask("ferry harbour", "en", Optional.of(server.reranker(9)), 5);

        assertThat(reranked.ranked().stream().map(evidence -> evidence.passage().id()))
                .isSorted();
    }

    @Test
    void ofPassagesThatSayTheSameTheOneThatTheModelPrefersIsShown() {
        article("a.md", "en", "Ferry leaves harbour", "The ferry left the harbour at noon.");
        article("b.md", "en", "Reprint", "The ferry left the harbour at noon.");
        server.scoring(text -> text.startsWith("Reprint") ? 1 : 0);

        Retrieved reranked = ask("ferry harbour", "en", Optional.of(server.reranker(9)), 5);

        assertThat(files(reranked)).containsExactly("b.md");
        assertThat(reranked.ranked().getFirst().reprints()).hasSize(1);
    }

    @Test
    void aModelThatFailsLeavesTheOrderAndIsToldInTheResult() {
        article("a.md", "en", "A", "The ferry left the harbour.");
        article("b.md", "en", "B", "A ferry was painted.");
        Retrieved byWords = ask("ferry harbour", "en", Optional.empty(), 5);
        server.refusing(500);

        Retrieved without = ask("ferry harbour", "en", Optional.of(server.reranker(9)), 5);

        assertThat(without.reranking()).isEqualTo(Reranking.UNAVAILABLE);
        assertThat(without.ranked()).isEqualTo(byWords.ranked());
    }

    @Test
    void aSinglePassageIsNotSentToTheModel() {
        article("a.md", "en", "A", "The ferry left the harbour.");

        assertThat(ask("ferry", "en", Optional.of(server.reranker(9)), 5).reranking())
                .isEqualTo(Reranking.NONE);
        assertThat(server.requests()).isEmpty();
    }
}
