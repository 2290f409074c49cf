package dev.sanad.retrieval;

import static dev.sanad.index.Indexed.article;
import static dev.sanad.index.Indexed.dated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.corpus.Audience;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapingTest {
    @TempDir
    Path folder;

    private Retrieved ask(String question, String language, Scope scope, int k) {
        Indexed.update(folder.resolve("news"), folder.resolve("index"));
        Language asked = Language.ofTag(language).orElseThrow();
        try (PassageIndex open = PassageIndex.open(folder.resolve("index"));
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            return new Retriever(Indexed.ANALYZERS).retrieve(new Question(question, asked, asked, scope), snapshot, k);
        }
    }

    private Retrieved ask(String question, String language) {
        return ask(question, language, Scope.ALL, 5);
    }

    private static List<String> files(Retrieved retrieved) {
        return retrieved.ranked().stream()
                .map(evidence -> evidence.passage().article().file())
                .toList();
    }

    private void mills() {
        Path corpus = folder.resolve("news");
        String en = "The mill of Velmora belongs to the miller Orla Brandt";
        dated(corpus, "en-x.md", "en", "Mill", "Xinhua", "2026-01-10", en + ", she told the paper.");
        dated(corpus, "en-g.md", "en", "Mill", "The Velmora Gazette", "2025-06-01", en + " since spring.");
        dated(corpus, "ru-t.md", "ru", "Мельница", "ТАСС", "2026-01-12", "Мельница Вельморы принадлежит Орле Брандт.");
        dated(
                corpus,
                "ru-g.md",
                "ru",
                "Мельница",
                "Вести",
                "2025-06-02",
                "Мельница Вельморы принадлежит семье Брандт.");
        dated(corpus, "ar-j.md", "ar", "المطحنة", "الجزيرة نت", "2026-01-12", "المطحنة في فيلمورا تملكها أورلا برانت.");
        dated(corpus, "ar-g.md", "ar", "المطحنة", "أخبار", "2025-06-02", "المطحنة في فيلمورا تملكها عائلة برانت.");
        dated(corpus, "fa-i.md", "fa", "آسیاب", "ایرنا", "2026-01-12", "آسیاب ولمورا مال اورلا برانت است.");
        dated(corpus, "fa-g.md", "fa", "آسیاب", "اخبار", "2025-06-02", "آسیاب ولمورا مال خانواده برانت است.");
        dated(corpus, "hans.md", "zh-Hans", "磨坊", "新华社", "2026-01-12", "维尔莫拉的磨坊属于磨坊主奥拉。");
        dated(corpus, "hant.md", "zh-Hant", "磨坊", "地方報", "2025-06-02", "維爾莫拉的磨坊屬於布蘭特家族。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | What did Xinhua write about the mill of Velmora? | en-x.md",
                "en | Who owns the mill of Velmora, according to the Velmora Gazette? | en-g.md",
                "en | Whom does the mill of Velmora belong to, in articles published in June 2025? | en-g.md",
                "ru | По данным ТАСС, кому принадлежит мельница Вельморы? | ru-t.md",
                "ar | بحسب الجزيرة، من يملك المطحنة في فيلمورا؟ | ar-j.md",
                "fa | به گزارش ایرنا آسیاب ولمورا مال کیست؟ | fa-i.md",
                "zh-Hans | 据新华社报道，维尔莫拉的磨坊属于谁？ | hans.md",
                "zh-Hant | 據新華社報導，維爾莫拉的磨坊屬於誰？ | hans.md",
            })
    void onlyArticlesThatTheQuestionWantsAreFound(String language, String question, String file) {
        mills();
        Retrieved retrieved = ask(question, language);
        assertThat(files(retrieved)).startsWith(file);
        assertThat(retrieved.question().text()).isEqualTo(question);
        assertThat(retrieved.narrowing().kept()).isTrue();
        assertThat(retrieved.narrowing().isNone()).isFalse();
        assertThat(files(retrieved)).doesNotContainAnyElementsOf(others(file));
    }

    /** Of the other outlet in the same language. */
    private static List<String> others(String file) {
        return switch (file) {
            case "en-x.md" -> List.of("en-g.md");
            case "en-g.md" -> List.of("en-x.md");
            case "hans.md" -> List.of("hant.md");
            default -> List.of(file.substring(0, 3) + "g.md");
        };
    }

    @Test
    void whereSuchArticlesDoNotAnswerAllAreSearchedAndThatIsTold() {
        mills();
        Path corpus = folder.resolve("news");
        dated(corpus, "en-r.md", "en", "Wheat", "Reuters", "2026-01-10", "Wheat prices in Calden rose by a tenth.");
        Retrieved retrieved = ask("According to Reuters, whom does the mill of Velmora belong to?", "en");
        assertThat(files(retrieved)).contains("en-x.md");
        assertThat(retrieved.narrowing().kept()).isFalse();
        assertThat(retrieved.narrowing().outlet()).contains("Reuters");
    }

    @Test
    void whatTheAskerSetGoesBeforeWhatTheQuestionSays() {
        mills();
        Scope gazette = new Scope(Optional.empty(), Optional.empty(), Set.of("The Velmora Gazette"), Set.of());
        assertThat(files(ask("What did Xinhua write about the mill of Velmora?", "en", gazette, 5)))
                .containsExactly("en-g.md");
        Scope lastYear = new Scope(Optional.empty(), Optional.of(LocalDate.of(2025, 12, 31)), Set.of(), Set.of());
        assertThat(files(ask("What do articles published in January 2026 say of the mill?", "en", lastYear, 5)))
                .contains("en-g.md")
                .doesNotContain("en-x.md");
    }

    private void tolls() {
        Path corpus = folder.resolve("news");
        String[][] tolls = {
            {"en", "Flood in Velmora", "The flood of Velmora has killed %s people, officials said.", "The water %s."},
            {"ru", "Наводнение", "Наводнение в Вельморе унесло жизни %s человек, сообщили власти.", "Вода %s."},
            {"ar", "الفيضان", "قتل الفيضان في فيلمورا %s شخصا، بحسب السلطات.", "الماء %s."},
            {"fa", "سیل", "سیل ولمورا جان %s نفر را گرفت.", "آب %s."},
            {"zh-Hans", "洪水", "维尔莫拉的洪水已造成%s人死亡。", "水位%s。"},
            {"zh-Hant", "洪水", "維爾莫拉的洪水已造成%s人死亡。", "水位%s。"},
        };
        String[] days = {"2026-01-05", "2026-01-20", "2026-02-04"};
        for (String[] toll : tolls) {
            for (int i = 0; i < days.length; i++) {
                // the older the shorter, so that words alone prefer it
                String more = i == 0 ? "" : toll[3].formatted(1970 + i);
                dated(
                        corpus,
                        toll[0] + days[i] + ".md",
                        toll[0],
                        toll[1],
                        "Gazette " + i,
                        days[i],
                        toll[2].formatted(120 + 70 * i),
                        more);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | What is the latest number of people killed by the flood of Velmora?"
                        + " | What is the number of people killed by the flood of Velmora?",
                "ru | Сколько человек погибло от наводнения в Вельморе по последним данным?"
                        + " | Сколько человек погибло от наводнения в Вельморе по данным?",
                "ar | ما أحدث حصيلة قتلى الفيضان في فيلمورا؟ | ما حصيلة قتلى الفيضان في فيلمورا؟",
                "fa | آخرین آمار جان باختگان سیل ولمورا چند نفر است؟ | آمار جان باختگان سیل ولمورا چند نفر است؟",
                "zh-Hans | 维尔莫拉的洪水最新死亡人数是多少？ | 维尔莫拉的洪水死亡人数是多少？",
                "zh-Hant | 維爾莫拉的洪水目前死亡人數是多少？ | 維爾莫拉的洪水死亡人數是多少？",
            })
    void theNewestIsFirstOnlyWhereTheLatestIsAskedFor(String language, String latest, String other) {
        tolls();
        assertThat(first(latest, language)).isEqualTo(language + "2026-02-04.md");
        assertThat(first(other, language)).isEqualTo(language + "2026-01-05.md");
    }

    private String first(String question, String language) {
        Language own = Language.ofTag(language).orElseThrow();
        Scope scope = new Scope(Optional.empty(), Optional.empty(), Set.of(), Set.of(own));
        return files(ask(question, language, scope, 5)).getFirst();
    }

    @Test
    void withoutDatesOutletsAndLatestNothingIsMoved() {
        Path corpus = folder.resolve("news");
        for (int i = 0; i < 8; i++) {
            article(
                    corpus,
                    i + ".md",
                    "en",
                    "Storm",
                    "A storm " + "of wind ".repeat(i + 1) + "passed number" + i + ".");
        }
        assertThat(ask("storm", "en").ranked())
                .extracting(Evidence::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
}
