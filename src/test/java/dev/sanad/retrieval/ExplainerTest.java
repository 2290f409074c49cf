package dev.sanad.retrieval;

import static dev.sanad.index.Indexed.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.Audience;
import dev.sanad.index.EmbeddingServer;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.index.Unit;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import dev.sanad.retrieval.Explanation.Hit;
import dev.sanad.retrieval.Explanation.Meaning;
import dev.sanad.retrieval.Explanation.Met;
import dev.sanad.retrieval.Explanation.Part;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {
    @TempDir
    Path folder;

    private Path corpus;
    private Retriever retriever = new Retriever(Indexed.ANALYZERS);

    @BeforeEach
    void inventedNews() {
        corpus = folder.resolve("news");
        article(
                corpus,
                "en.md",
                "en",
                "Sanctions",
                "The sanctions against Iran began in 2018 after a vote in Velmora.");
        article(corpus, "ru.md", "ru", "Санкции", "Санкции против Ирана начались в 2018 году.");
        article(corpus, "ar.md", "ar", "العقوبات", "بدأت العقوبات على إيران عام 2018.");
        article(corpus, "fa.md", "fa", "تحریم‌ها", "تحریم‌ها علیه ایران در سال ۲۰۱۸ آغاز شد.");
        article(corpus, "zh.md", "zh-Hant", "制裁", "對伊朗的制裁始於2018年。");
    }

    private record Explained(Retrieved retrieved, Explanation explanation) {
        Part word(String words) {
            return explanation.words().stream()
                    .filter(word -> word.words().equals(words))
                    .findFirst()
                    .orElseThrow();
        }

        Hit hit(String file) {
            List<String> files = retrieved.ranked().stream()
                    .map(evidence -> evidence.passage().article().file())
                    .toList();
            return explanation.hits().get(files.indexOf(file));
        }

        List<String> originals(String file, String id) {
            return hit(file).met().stream()
                    .filter(met -> met.by().map(Meaning::id).equals(Optional.of(id)))
                    .flatMap(met -> met.originals().stream())
                    .toList();
        }
    }

    private Explained explain(String question, Language language) {
        Path index = folder.resolve("index");
        Indexed.update(corpus, index);
        return explained(question, language, index);
    }

    private Explained explained(String question, Language language, Path index) {
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            Retrieved retrieved = retriever.retrieve(Question.of(question, language), snapshot, 10);
            return new Explained(retrieved, new Explainer(retrieved, snapshot, Indexed.ANALYZERS).explain());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, When did the sanctions against Iran begin in 2018?, sanctions, Iran",
        "RUSSIAN, Когда начались санкции против Ирана в 2018 году?, санкции, Ирана",
        "ARABIC, متى بدأت العقوبات على إيران عام ٢٠١٨؟, العقوبات, إيران",
        "PERSIAN, تحریم‌ها علیه ایران کی در سال ۲۰۱۸ آغاز شد؟, تحریم‌ها, ایران",
        "CHINESE_SIMPLIFIED, 2018年对伊朗的制裁何时开始？, 制裁, 伊朗",
        "CHINESE_TRADITIONAL, 2018年對伊朗的制裁何時開始？, 制裁, 伊朗"
    })
    void eachWordIsLedToTheOriginalWordsItMetInEveryLanguage(
            Language language, String question, String sanctions, String iran) {
        Explained explained = explain(question, language);

        assertThat(explained.word(sanctions).meanings())
                .contains(new Meaning("g:sanction", Unit.Kind.GLOSSARY, "sanction"));
        assertThat(explained.word(iran).meanings())
                .singleElement()
                .satisfies(meaning -> assertThat(meaning.id()).isEqualTo("c:IR"));
        assertThat(explained.originals("en.md", "g:sanction")).contains("Sanctions", "sanctions");
        assertThat(explained.originals("ru.md", "g:sanction")).containsExactly("Санкции");
        assertThat(explained.originals("ar.md", "g:sanction")).containsExactly("العقوبات");
        assertThat(explained.originals("fa.md", "g:sanction")).containsExactly("تحریم‌ها");
        assertThat(explained.originals("zh.md", "g:sanction")).containsExactly("制裁");
        assertThat(explained.originals("fa.md", "n:2018")).isNotEmpty();
        assertThat(explained.originals("ar.md", "c:IR")).containsExactly("إيران");
    }

    @Test
    void theSharesOfAQuestionAddUpInEachLanguageThatTheIndexHolds() {
        Explained explained = explain("Когда начались санкции против Ирана?", Language.RUSSIAN);

        for (Analysis analysis : Analysis.values()) {
            double sum = explained.explanation().words().stream()
                    .mapToDouble(word -> word.shares().getOrDefault(analysis, 0.0))
                    .sum();
            assertThat(sum).isBetween(analysis == Analysis.UNSTEMMED ? 0 : 0.999, 1.001);
        }
        assertThat(explained.word("санкции").shares())
                .containsOnlyKeys(Arrays.stream(Analysis.values())
                        .filter(one -> one != Analysis.UNSTEMMED)
                        .toList());
        assertThat(explained.explanation().leftOut()).containsExactly("Когда");
    }

    @Test
    void whatAPassageLacksIsNamedAndAStemIsNoMeaning() {
        Explained explained = explain("Did sanctioned Velmora buy xylophones?", Language.ENGLISH);

        assertThat(explained.hit("en.md").met()).contains(new Met("Velmora", Optional.empty(), List.of("Velmora")));
        assertThat(explained.hit("en.md").lacking()).contains("xylophones").doesNotContain("Velmora");
        assertThat(explained.hit("ru.md").lacking()).contains("Velmora", "xylophones");
    }

    @Test
    void aNameThatNoTableHoldsIsLedBackToItsSound() {
        article(corpus, "ru-port.md", "ru", "Порт", "Корабль пришёл в порт Вельмора.");

        Explained explained = explain("Velmora", Language.ENGLISH);

        assertThat(explained.hit("ru-port.md").met()).isNotEmpty().allSatisfy(met -> {
            assertThat(met.by().map(Meaning::kind)).hasValue(Unit.Kind.SOUND);
            assertThat(met.originals()).containsExactly("Вельмора");
        });
    }

    @Test
    void aQuestionThatFindsNothingIsExplainedAllTheSame() {
        Explained explained = explain("xylophones", Language.ENGLISH);

        assertThat(explained.explanation().hits()).isEmpty();
        assertThat(explained.explanation().words()).extracting(Part::words).containsExactly("xylophones");
    }

    @Test
    void theNearnessOfVectorsStandsWithTheEvidence() {
        try (EmbeddingServer server = new EmbeddingServer()) {
            Path index = folder.resolve("with vectors");
            Indexed.update(corpus, index, server.embedder());
            retriever = new Retriever(Indexed.ANALYZERS, Optional.of(server.embedder()), Optional.empty(), Set.of());

            Explained explained = explained("The sanctions against Iran began in 2018", Language.ENGLISH, index);

            assertThat(explained.retrieved().ranked().getFirst().near()).isPositive();
        }
    }
}
