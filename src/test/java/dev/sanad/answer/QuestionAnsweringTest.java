package dev.sanad.answer;

import static dev.sanad.index.Indexed.article;
import static dev.sanad.index.Indexed.dated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Outcome.Cited;
import dev.sanad.answer.Outcome.NoEvidence;
import dev.sanad.answer.Outcome.Reason;
import dev.sanad.answer.Outcome.Related;
import dev.sanad.corpus.Audience;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retriever;
import dev.sanad.retrieval.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionAnsweringTest {
    /** Whoever asks it has asked without evidence. */
    private static final Answerer NEVER_ASKED = (evidence, released) -> {
        throw new AssertionError(
                "asked without evidence: " + evidence.question().text());
    };

    @TempDir
    static Path folder;

    private static PassageIndex index;

    @BeforeAll
    static void inventedNews() {
        Path corpus = folder.resolve("news");
        article(corpus, "en.md", "en", "Ferry sinks", "The ferry Orla sank off Velmora.", "All were saved.");
        article(corpus, "ru.md", "ru", "Паром затонул", "Паром «Орла» затонул у Вельморы.", "Все спасены.");
        article(corpus, "ar.md", "ar", "غرق عبارة", "غرقت العبارة أورلا قرب فيلمورا.", "نجا الجميع.");
        article(corpus, "fa.md", "fa", "غرق کشتی", "کشتی اورلا نزدیک ولمورا غرق شد.", "همه نجات یافتند.");
        article(corpus, "hant.md", "zh-Hant", "渡輪沉沒", "渡輪奧拉號在維爾莫拉外海沉沒。");
        article(corpus, "hans.md", "zh-Hans", "学校开学", "村里新开了一所学校。");
        Indexed.update(corpus, folder.resolve("index"));
        index = PassageIndex.open(folder.resolve("index"));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Where did the ferry Orla sink?",
        "ar, أين غرقت العبارة أورلا؟",
        "fa, کشتی اورلا کجا غرق شد؟",
        "zh-Hans, 渡轮奥拉号在哪里沉没？",
        "zh-Hant, 渡輪奧拉號在哪裡沉沒？",
        "ru, Где затонул паром «Орла»?"
    })
    void whatIsSearchedAndFoundIsToldBeforeItIsJudged(String tag, String question) {
        Language language = Language.ofTag(tag).orElseThrow();
        QuestionAnswering answering = new QuestionAnswering(
                index, Audience.ALL, new Retriever(Indexed.ANALYZERS), new ExtractiveAnswerer(), 1.1);
        List<Release> told = new ArrayList<>();
        answering.ask(Question.of(question, language), told::add);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isEqualTo(new Release.Searching(Set.copyOf(Language.spoken())));
        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Release.Found.class,
                        found -> assertThat(found.passages()).isBetween(1, 8));

        told.clear();
        Scope russian = new Scope(Optional.empty(), Optional.empty(), Set.of(), Set.of(Language.RUSSIAN));
        answering.ask(new Question(question, language, language, russian), told::add);
        assertThat(told.getFirst()).isEqualTo(new Release.Searching(Set.of(Language.RUSSIAN)));
    }

    private static Answer ask(String question, String language, Answerer answerer, double minConfidence) {
        return new QuestionAnswering(index, Audience.ALL, new Retriever(Indexed.ANALYZERS), answerer, minConfidence)
                .ask(Question.of(question, Language.ofTag(language).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Which ferry sank?, The ferry Orla sank off Velmora.",
        "ru, Какой паром затонул?, Паром «Орла» затонул у Вельморы.",
        "ar, أي عبارة غرقت؟, غرقت العبارة أورلا قرب فيلمورا.",
        "fa, کدام کشتی غرق شد؟, کشتی اورلا نزدیک ولمورا غرق شد.",
        "zh-Hant, 哪艘渡輪沉沒？, 渡輪奧拉號在維爾莫拉外海沉沒。",
        "zh-Hans, 哪里开了学校？, 村里新开了一所学校。",
    })
    void whatTheCorpusAnswersIsQuoted(String language, String question, String sentence) {
        Answer answer = ask(question, language, new ExtractiveAnswerer(), 0.5);
        assertThat(answer.outcome())
                .isInstanceOfSatisfying(
                        Cited.class,
                        cited ->
                                assertThat(cited.citations().getFirst().quote()).isEqualTo(sentence));
        assertThat(answer.asOf()).isEqualTo(Indexed.NOW);
        assertThat(answer.confidence()).isBetween(0.5, 1.0);
    }

    @Test
    void belowTheBoundTheClosestTitlesAreNamedAndNobodyIsAsked() {
        Answer answer = ask("Did the ferry Orla of Velmora carry elephants?", "en", NEVER_ASKED, 0.9);
        assertThat(answer.confidence()).isBetween(0.1, 0.9);
        assertThat(answer.outcome()).isInstanceOfSatisfying(NoEvidence.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.ONLY_RELATED);
            assertThat(refusal.related())
                    .startsWith(new Related("Ferry sinks", "en.md"))
                    .doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeppelins over Calden?", "!!!", "*", "дирижабли?"})
    void whereNothingIsCloseNothingIsNamedAndNobodyIsAsked(String question) {
        for (double bound : new double[] {0.5, 0}) {
            assertThat(ask(question, "en", NEVER_ASKED, bound).outcome())
                    .isEqualTo(new NoEvidence(Reason.NOTHING, java.util.List.of()));
        }
    }

    @Test
    void whatOnlyOlderArticlesAnswerIsRefusedAndSaysSo() {
        Question asked = Question.of("Which ferry sank?", Language.ENGLISH);
        Scope since = new Scope(Optional.of(LocalDate.of(2026, 2, 11)), Optional.empty(), Set.of(), Set.of());
        QuestionAnswering answering =
                new QuestionAnswering(index, Audience.ALL, new Retriever(Indexed.ANALYZERS), NEVER_ASKED, 0.5);
        Answer answer = answering.ask(new Question(asked.text(), asked.language(), asked.answerLanguage(), since));
        assertThat(answer.outcome()).isInstanceOfSatisfying(NoEvidence.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.ONLY_OLDER);
            assertThat(refusal.related()).first().isEqualTo(new Related("Ferry sinks", "en.md"));
        });
    }

    @Test
    void evidenceOfOneOutletIsToldFromEvidenceOfTwo() {
        assertThat(ask("哪里开了学校？", "zh-Hans", new ExtractiveAnswerer(), 0.5).outcome())
                .isInstanceOfSatisfying(
                        Cited.class, cited -> assertThat(cited.singleSource()).isTrue());
        Path corpus = folder.resolve("two");
        dated(
                corpus,
                "a.md",
                "en",
                "Ferry sinks",
                "The Velmora Gazette",
                "2026-02-10",
                "The ferry Orla sank off Velmora.");
        dated(
                corpus,
                "b.md",
                "en",
                "Lost at sea",
                "Orland Post",
                "2026-02-11",
                "Off Velmora the ferry Orla sank in a storm.");
        Indexed.update(corpus, folder.resolve("index-of-two"));
        try (PassageIndex two = PassageIndex.open(folder.resolve("index-of-two"))) {
            Answer answer = new QuestionAnswering(
                            two, Audience.ALL, new Retriever(Indexed.ANALYZERS), new ExtractiveAnswerer(), 0)
                    .ask(Question.of("Where did the ferry Orla sink?", Language.ENGLISH));
            assertThat(answer.outcome())
                    .isInstanceOfSatisfying(
                            Cited.class,
                            cited -> assertThat(cited.singleSource()).isFalse());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | How many people did the ferry Orla hold? | The ferry Orla held 63 people. | 71 people were on the ferry Orla.
        ru | Сколько людей вёз паром «Орла»? | Паром «Орла» вёз 63 людей. | По другим данным, паром «Орла» вёз 71 людей.
        ar | كم شخصا كان على العبارة أورلا؟ | كان على العبارة أورلا 63 شخصا. | حملت العبارة أورلا ٧١ شخصا.
        fa | کشتی اورلا چند مسافر داشت؟ | کشتی اورلا ۶۳ مسافر داشت. | در کشتی اورلا ۷۱ مسافر بودند.
        zh-Hans | 渡轮奥拉号载了多少名乘客？ | 渡轮奥拉号载了63名乘客。 | 据报道，渡轮奥拉号载了71名乘客。
        zh-Hant | 渡輪奧拉號哪一年沉沒？ | 渡輪奧拉號於2024年沉沒。 | 渡輪奧拉號在2025年沉沒。
        """)
    void outletsThatDifferAreQuotedBesideEachOther(
            String language, String question, String one, String other, @TempDir Path own) {
        Answer answer = ofTwoOutlets(language, question, one, other, own);
        assertThat(answer.notes()).extracting(Note::code).containsExactly("sources_differ");
        assertThat(answer.notes().getFirst().text()).contains("The Velmora Gazette: ", "Orland Post: ");
        assertThat(((Cited) answer.outcome()).sentences().subList(0, 2))
                .extracting(Sentence::text)
                .containsExactlyInAnyOrder(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | How many people did the ferry Orla hold? | The ferry Orla held 63,000 people. | 63 thousand people were on the ferry Orla.
        zh-Hant | 渡輪奧拉號哪一年沉沒？ | 渡輪奧拉號於2025年沉沒。 | 渡輪奧拉號在2025年5月沉沒。
        """)
    void theSameFactInOtherWordsIsNoConflict(
            String language, String question, String one, String other, @TempDir Path own) {
        assertThat(ofTwoOutlets(language, question, one, other, own).notes()).isEmpty();
    }

    private static Answer ofTwoOutlets(String language, String question, String one, String other, Path folder) {
        Path corpus = folder.resolve("corpus");
        dated(corpus, "a.md", language, "A", "The Velmora Gazette", "2026-02-10", one);
        dated(corpus, "b.md", language, "B", "Orland Post", "2026-02-11", other);
        Indexed.update(corpus, folder.resolve("index"));
        try (PassageIndex two = PassageIndex.open(folder.resolve("index"))) {
            return new QuestionAnswering(
                            two, Audience.ALL, new Retriever(Indexed.ANALYZERS), new ExtractiveAnswerer(), 0)
                    .ask(Question.of(question, Language.ofTag(language).orElseThrow()));
        }
    }
}
