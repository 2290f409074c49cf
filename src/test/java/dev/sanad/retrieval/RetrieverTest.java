package dev.sanad.retrieval;

import static dev.sanad.index.Indexed.article;
import static dev.sanad.index.Indexed.dated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.corpus.Audience;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetrieverTest {
    private static final Retriever RETRIEVER = new Retriever(Indexed.ANALYZERS);

    @TempDir
    Path folder;

    private Path corpus;

    @BeforeEach
    void inventedNews() {
        corpus = folder.resolve("news");
        article(corpus, "en-ferry.md", "en", "Ferry sinks", "The ferry Orla sank off Velmora with 63,000 crates.");
        article(corpus, "en-crane.md", "en", "Crane falls", "A crane fell on the quay and nobody was hurt.");
        article(corpus, "ru-ferry.md", "ru", "Паром", "Грузовые корабли стояли у причала в порту Вельмора.");
        article(corpus, "ru-school.md", "ru", "Школа", "В деревне открыли новую школу для детей.");
        article(corpus, "ar-ferry.md", "ar", "الميناء", "أغلقت السلطات الميناء بعد غرق السفينة.");
        article(corpus, "ar-school.md", "ar", "مدرسة", "افتتحت مدرسة جديدة في القرية.");
        article(corpus, "fa-ferry.md", "fa", "بندر", "کشتی‌های باری در بندر ولمورا پهلو گرفتند.");
        article(corpus, "fa-school.md", "fa", "مدرسه", "مدرسه تازه‌ای در روستا باز شد.");
        article(corpus, "hant-port.md", "zh-Hant", "港口", "維爾莫拉港口因渡輪沉沒而關閉。");
        article(corpus, "hans-school.md", "zh-Hans", "学校", "村里新开了一所学校。");
    }

    private Retrieved ask(String question, Language language) {
        return ask(question, language, Scope.ALL, 5);
    }

    private Retrieved ask(String question, Language language, Scope scope, int k) {
        Path index = folder.resolve("index");
        Indexed.update(corpus, index);
        try (PassageIndex open = PassageIndex.open(index);
                Snapshot snapshot = open.snapshot(Audience.ALL)) {
            return RETRIEVER.retrieve(new Question(question, language, language, scope), snapshot, k);
        }
    }

    private static List<String> files(Retrieved retrieved) {
        return retrieved.ranked().stream()
                .map(evidence -> evidence.passage().article().file())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Which ferries were sinking?, en-ferry.md",
        "ru, Где стоял корабль?, ru-ferry.md",
        "ar, لماذا أغلق ميناء؟, ar-ferry.md",
        "fa, کشتی باری کجا پهلو گرفت؟, fa-ferry.md",
        "zh-Hant, 哪個港口關閉了？, hant-port.md",
        "zh-Hans, 哪个港口关闭了？, hant-port.md",
        "zh-Hant, 哪裡開了學校？, hans-school.md",
    })
    void otherFormsOfAWordFindIt(String language, String question, String file) {
        Language asked = Language.ofTag(language).orElseThrow();
        Evidence first = ask(question, asked).ranked().stream()
                .filter(found -> found.passage().article().language().value().analysis() == asked.analysis())
                .findFirst()
                .orElseThrow();
        assertThat(first.passage().article().file()).isEqualTo(file);
        assertThat(first.via()).contains(Via.OWN);
    }

    @Test
    void aWordOfTheTitleFindsThePassage() {
        assertThat(files(ask("школы", Language.RUSSIAN))).startsWith("ru-school.md");
        article(corpus, "titled.md", "en", "Quarrel over the lighthouse", "The council could not agree.");
        Retrieved retrieved = ask("lighthouse council", Language.ENGLISH);
        assertThat(files(retrieved)).containsExactly("titled.md");
        assertThat(retrieved.ranked().getFirst().coverage()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ferry AND (crane OR",
                "title: ferry",
                "ferr* f?rry ferry~2 ferry^9",
                "[1 TO ferry]",
                "NOT ferry",
                "+ferry -crane \\",
                "ferry && || ! { } / ferry"
            })
    void querySyntaxIsData(String question) {
        assertThat(files(ask(question, Language.ENGLISH))).contains("en-ferry.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "?", "* : ~ ^", "\"", "👨‍👩‍👧‍👦", "\u0640\u0640", "\uD800", "؟!"})
    void aQuestionWithoutWordsFindsNothing(String question) {
        Retrieved retrieved = ask(question, Language.ARABIC);
        assertThat(retrieved.ranked()).isEmpty();
        assertThat(retrieved.confidence()).isZero();
    }

    @Test
    void aVeryLongQuestionIsAsked() {
        String words = IntStream.range(0, 3000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        assertThat(files(ask(words + " ferry", Language.ENGLISH))).contains("en-ferry.md");
        String characters = Arbitraries.chars().range('\u4e00', '\u9fff').list().ofSize(4000).sample().stream()
                .map(String::valueOf)
                .collect(Collectors.joining());
        assertThat(ask(characters + "港口", Language.CHINESE_TRADITIONAL).ranked())
                .isNotEmpty();
    }

    @Test
    void aPeriodHoldsItsFirstAndLastDayAndNothingUndated() {
        for (String day : List.of("2026-01-09", "2026-01-10", "2026-01-12", "2026-01-13")) {
            dated(corpus, day + ".md", "en", "Storm", "The Gazette", day, "A storm of " + day.hashCode() + " passed.");
        }
        Indexed.write(corpus, "undated.txt", "A storm passed and nobody wrote down when it was or where it went.");
        Scope period = new Scope(
                Optional.of(LocalDate.of(2026, 1, 10)), Optional.of(LocalDate.of(2026, 1, 12)), Set.of(), Set.of());
        assertThat(files(ask("storm", Language.ENGLISH, period, 9)))
                .containsExactlyInAnyOrder("2026-01-10.md", "2026-01-12.md");
        Scope since = new Scope(Optional.of(LocalDate.of(2026, 1, 13)), Optional.empty(), Set.of(), Set.of());
        assertThat(files(ask("storm", Language.ENGLISH, since, 9))).containsExactly("2026-01-13.md");
        assertThat(files(ask("storm", Language.ENGLISH, Scope.ALL, 9))).hasSize(5);
        assertThatThrownBy(() -> new Scope(
                        Optional.of(LocalDate.of(2026, 1, 2)),
                        Optional.of(LocalDate.of(2026, 1, 1)),
                        Set.of(),
                        Set.of()))
                .hasMessage("the period begins (2026-01-02) after it ends (2026-01-01)");
    }

    @Test
    void outletsIgnoreCaseAndLanguagesAreThoseOfArticles() {
        dated(corpus, "a.md", "en", "Storm", "Вести Вельморы", "2026-01-10", "A storm passed the lighthouse.");
        dated(corpus, "b.md", "en", "Storm", "The Gazette", "2026-01-10", "A storm broke the northern mole.");
        Scope outlet = new Scope(Optional.empty(), Optional.empty(), Set.of("ВЕСТИ вельморы"), Set.of());
        assertThat(files(ask("storm", Language.ENGLISH, outlet, 5))).containsExactly("a.md");
        Scope russian = new Scope(Optional.empty(), Optional.empty(), Set.of(), Set.of(Language.RUSSIAN));
        assertThat(files(ask("storm", Language.ENGLISH, russian, 5))).isEmpty();
        assertThat(files(ask("порт школа", Language.RUSSIAN, russian, 5)))
                .containsExactlyInAnyOrder("ru-ferry.md", "ru-school.md");
    }

    @Test
    void aReprintIsShownOnceWithItsOriginal() {
        String[] sentences = {"The lighthouse of Velmora went dark on Friday.", "Its keeper blamed a broken lens."};
        article(corpus, "first.md", "en", "Dark", sentences);
        article(corpus, "second.md", "en", "Dark", sentences);
        article(corpus, "third.md", "en", "Dark", sentences[0].toUpperCase(java.util.Locale.ROOT), sentences[1]);
        article(corpus, "other.md", "en", "Light", "The lighthouse of Velmora was painted white in spring.");
        Retrieved retrieved = ask("lighthouse of Velmora dark", Language.ENGLISH);
        Evidence best = retrieved.ranked().getFirst();
        assertThat(best.reprints()).hasSize(2);
        assertThat(files(retrieved)).contains("other.md").doesNotHaveDuplicates();
        assertThat(retrieved.ranked().stream()
                        .filter(evidence ->
                                evidence.passage().article().title().value().equals("Dark")))
                .hasSize(1);
    }

    @Test
    void equalScoresAreOrderedByPassageIdWhateverTheOrderOfIndexing() throws IOException {
        for (int i = 10; i < 40; i++) {
            article(corpus, i + ".md", "en", "Storm", "Storm number" + i + " passed.");
        }
        Retrieved once = ask("storm", Language.ENGLISH, Scope.ALL, 5);
        assertThat(once.ranked())
                .extracting(evidence -> evidence.passage().id())
                .hasSize(5)
                .isSorted();
        try (var files = Files.walk(folder.resolve("index"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(files(ask("storm", Language.ENGLISH, Scope.ALL, 5))).isEqualTo(files(once));
    }

    @Test
    void anEmptyIndexHoldsNothing() throws IOException {
        corpus = Files.createDirectories(folder.resolve("empty"));
        Retrieved retrieved = ask("ferry", Language.ENGLISH);
        assertThat(retrieved.ranked()).isEmpty();
        assertThat(retrieved.confidence()).isZero();
    }

    @Test
    void anEmptyQuestionCannotBeAsked() {
        assertThatThrownBy(() -> Question.of(" \n", Language.RUSSIAN))
                .hasMessage("the question is empty: write a few words");
    }
}
