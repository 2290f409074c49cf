package dev.sanad.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Authorship;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Sentence;
import dev.sanad.brief.Brief.Section;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every town, person and sum in these articles is invented. */
class BriefWriterTest {
    private static final String OPENED = "The harbour of Velmora opened on 12 January 2026 after ten years of work.";

    @TempDir
    Path folder;

    private Library library;

    @BeforeEach
    void collect() {
        library = new Library(folder);
        english();
        others();
    }

    private void english() {
        library.with(
                        "en-1.md",
                        Language.ENGLISH,
                        "2026-01-13",
                        "Velmora has a harbour",
                        OPENED
                                + " Mayor Ilva Drenn cut a ribbon at the harbour gate. Fishermen of Velmora wait for"
                                + " cheaper harbour fees. Two ferries left the harbour before noon. Rain fell on the"
                                + " town.")
                .with(
                        "en-2.md",
                        Language.ENGLISH,
                        "2026-01-13",
                        "Ships arrive",
                        "After ten years of work the harbour of Velmora opened on 12 January 2026. It cost 40 million"
                                + " crowns, said the harbour office of Velmora.")
                .with(
                        "en-3.md",
                        Language.ENGLISH,
                        "2024-05-02",
                        "Work stops",
                        "Work on the harbour of Velmora stopped for want of money. A strike closed the Velmora harbour"
                                + " site in spring.")
                .with(
                        "en-4.md",
                        Language.ENGLISH,
                        "",
                        "Notes on harbours",
                        "The harbour of Velmora was first planned by an engineer from the capital.");
    }

    private void others() {
        library.with(
                        "ru-1.md",
                        Language.RUSSIAN,
                        "2026-01-13",
                        "Порт открыт",
                        "Порт Вельмора открылся после десяти лет работ. Его строительство обошлось в 40 млн крон.")
                .with(
                        "ru-2.md",
                        Language.RUSSIAN,
                        "2024-05-02",
                        "Стройка стоит",
                        "Строительство порта Вельмора остановили из-за нехватки денег.")
                .with(
                        "ar-1.md",
                        Language.ARABIC,
                        "2026-01-13",
                        "افتتاح الميناء",
                        "افتتح ميناء فيلمورا بعد عشر سنوات من العمل. وبلغت كلفة بناء الميناء ٤٠ مليون كرونة.")
                .with(
                        "ar-2.md",
                        Language.ARABIC,
                        "2024-05-02",
                        "توقف العمل",
                        "توقف العمل في ميناء فيلمورا بسبب نقص المال.")
                .with(
                        "fa-1.md",
                        Language.PERSIAN,
                        "2026-01-13",
                        "گشایش بندر",
                        "بندر ولمورا پس از ده سال کار گشوده شد. ساخت این بندر ۴۰ میلیون کرون هزینه داشت.")
                .with(
                        "fa-2.md",
                        Language.PERSIAN,
                        "2024-05-02",
                        "توقف کار",
                        "کار ساخت بندر ولمورا به دلیل کمبود پول متوقف شد.")
                .with("hans-1.md", Language.CHINESE_SIMPLIFIED, "2026-01-13", "港口启用", "维尔莫拉港经过十年施工后正式启用。港口造价4000万克朗。")
                .with("hans-2.md", Language.CHINESE_SIMPLIFIED, "2024-05-02", "工程停工", "维尔莫拉港的工程因为缺钱而停工。")
                .with("hant-1.md", Language.CHINESE_TRADITIONAL, "2025-03-01", "工程復工", "維爾莫拉港的工程在籌到貸款以後復工了。");
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void sectionsAreByDateOldestFirstAndUndatedLast() {
        Brief brief = library.indexed().brief("The harbour of Velmora", Language.ENGLISH);
        assertThat(brief.sections())
                .extracting(Section::date)
                .containsExactly(
                        Optional.of(LocalDate.of(2024, 5, 2)),
                        Optional.of(LocalDate.of(2026, 1, 13)),
                        Optional.empty());
        assertThat(brief.by()).isEqualTo(new Authorship.Extractive());
        assertThat(brief.asOf()).isEqualTo(Library.NOW);
        assertSound(brief);
    }

    @Test
    void aFactThatTwoArticlesReportStandsOnceFirstAndCitesBoth() {
        Brief brief = library.indexed().brief("The harbour of Velmora", Language.ENGLISH);
        List<Sentence> ofTheDay = brief.sections().get(1).sentences();
        assertThat(ofTheDay.getFirst().text()).contains("opened on 12 January 2026");
        assertThat(ofTheDay.getFirst().citations())
                .extracting(marker -> brief.citations().get(marker - 1).file())
                .containsExactlyInAnyOrder("en-1.md", "en-2.md");
        assertThat(ofTheDay.stream().skip(1)).extracting(Sentence::text).noneMatch(text -> text.contains("opened"));
    }

    @Test
    void aSentenceHasItsOwnQuoteAndAtMostTwoSupportingOnes() {
        for (int i = 0; i < 5; i++) {
            library.with(
                    "more-" + i + ".md",
                    Language.ENGLISH,
                    "2026-01-14",
                    "More " + i,
                    OPENED + " Number " + i + " of many reports followed.");
        }
        Brief brief = library.indexed().brief("The harbour of Velmora", Language.ENGLISH);
        assertThat(sentences(brief))
                .extracting(sentence -> sentence.citations().size())
                .allMatch(count -> count <= 3);
        assertThat(sentences(brief))
                .filteredOn(sentence -> sentence.text().contains("12 January"))
                .hasSize(1);
        assertSound(brief);
    }

    @Test
    void noDateHasMoreThanThreeSentencesAndTheWholeNotMoreThanTwelve() {
        String[] deeds = {
            "dredged its basin", "hired twelve pilots", "sold an old crane", "built a lighthouse", "banned diesel boats"
        };
        for (int day = 1; day <= 9; day++) {
            int first = day;
            String body = IntStream.range(0, deeds.length)
                    .mapToObj(i -> "In phase %d%d Velmora harbour %s for %d crowns."
                            .formatted(first, i, deeds[i], 1000 * first + i))
                    .collect(Collectors.joining(" "));
            library.with("day-" + day + ".md", Language.ENGLISH, "2026-02-0" + day, "Day " + day, body);
        }
        Brief brief = library.indexed().brief("Velmora harbour", Language.ENGLISH);
        assertThat(sentences(brief)).hasSizeBetween(8, 12);
        assertSound(brief);
    }

    @Test
    void otherArticlesOfADayAreHeardBeforeOneArticleSpeaksAThirdTime() {
        Brief brief = library.indexed().brief("The harbour of Velmora", Language.ENGLISH);
        Set<String> files = brief.sections().get(1).sentences().stream()
                .map(sentence -> brief.citations()
                        .get(sentence.citations().getFirst() - 1)
                        .file())
                .collect(Collectors.toSet());
        assertThat(brief.sections().get(1).sentences()).hasSize(3);
        assertThat(files).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The harbour of Velmora | en | en",
                "Порт Вельмора | ru | ru",
                "ميناء فيلمورا | ar | ar",
                "بندر ولمورا | fa | fa",
                "维尔莫拉港工程 | zh-Hans | han",
                "維爾莫拉港工程 | zh-Hant | han"
            })
    void aTopicGathersTheArticlesOfItsLanguageAmongOthers(String topic, String tag, String files) {
        Brief brief = library.indexed().brief(topic, Language.ofTag(tag).orElseThrow());
        assertThat(brief.sections()).hasSizeGreaterThan(1);
        assertThat(brief.citations().stream()
                        .map(Citation::file)
                        .filter(file -> file.startsWith(files))
                        .distinct())
                .hasSizeGreaterThan(1);
        assertSound(brief);
    }

    @Test
    void aTopicThatNoArticleSpeaksOfHasNoSections() {
        library.indexed();
        for (String topic : List.of("Volcanoes on Mars", "?!")) {
            Brief brief = library.brief(topic, Language.ENGLISH);
            assertThat(brief.sections()).isEmpty();
            assertThat(brief.citations()).isEmpty();
        }
    }

    @Test
    void theScopeBoundsThePeriod() {
        Scope scope = new Scope(
                Optional.of(LocalDate.of(2025, 1, 1)), Optional.of(LocalDate.of(2026, 12, 31)), Set.of(), Set.of());
        Question topic = new Question("The harbour of Velmora", Language.ENGLISH, Language.ENGLISH, scope);
        Brief brief = library.indexed().brief(topic, Optional.empty());
        assertThat(brief.sections()).extracting(Section::date).containsExactly(Optional.of(LocalDate.of(2026, 1, 13)));
    }

    private static List<Sentence> sentences(Brief brief) {
        return brief.sections().stream()
                .flatMap(section -> section.sentences().stream())
                .toList();
    }

    private void assertSound(Brief brief) {
        Soundness.check(brief, library);
    }
}
