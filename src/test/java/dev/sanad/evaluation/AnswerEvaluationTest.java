package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.corpus.FileCorpus;
import dev.sanad.evaluation.AnswerScorecard.Kind;
import dev.sanad.evaluation.AnswerScorecard.Measure;
import dev.sanad.evaluation.AnswerScorecard.Row;
import dev.sanad.evaluation.AnswerScorecard.Share;
import dev.sanad.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A made-up article in each language, through the production road. */
class AnswerEvaluationTest {
    private static final List<List<String>> ARTICLES = List.of(
            List.of("ar", "افتتح عمدة البلدة جسرا جديدا فوق النهر في شهر آذار."),
            List.of("fa", "کتابخانهٔ مرکزی شهر پس از سه سال بازسازی بازگشایی شد."),
            List.of("zh-Hant", "港口的燈塔在颱風之後重新點亮，漁民可以在夜間安全回航。"),
            List.of("zh-Hans", "今年春天雨水充足，山区茶叶的收成比去年多了两成。"),
            List.of("ru", "Новая трамвайная линия соединила вокзал и университет."),
            List.of("en", "The village orchard gave forty tonnes of  apples this autumn."));

    private static final List<LabelledQuestion> QUESTIONS = List.of(
            asked("ar", "متى افتتح عمدة البلدة جسرا جديدا فوق النهر؟", "ar", "في شهر آذار"),
            asked("fa", "کتابخانهٔ مرکزی شهر پس از چند سال بازگشایی شد؟", "fa", "سه سال بازسازی"),
            asked("zh-Hant", "港口的燈塔什麼時候重新點亮？", "zh-Hant", "颱風之後"),
            asked("zh-Hans", "港口的灯塔什么时候重新点亮？", "zh-Hant", "颱風之後"),
            asked("ru", "Что соединила новая трамвайная линия?", "ru", "вокзал и университет"),
            asked("en", "How many tonnes of apples did the village orchard give?", "en", "forty tonnes of apples"),
            asked("en", "What did the tram line connect?", "ru", "вокзал и университет"),
            new LabelledQuestion("none", Language.ENGLISH, "Who won the regatta in Lisbon?", false, List.of()));

    @TempDir
    private Path folder = Path.of("");

    private Optional<Road> road = Optional.empty();

    @BeforeEach
    void index() throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        for (List<String> article : ARTICLES) {
            Files.writeString(
                    corpus.resolve(article.getFirst() + ".md"),
                    "---\ntitle: %s\nlanguage: %s\n---\n%s\n"
                            .formatted(article.getFirst(), article.getFirst(), article.getLast()));
        }
        road = Optional.of(new Road(FileCorpus.of(List.of(corpus)), folder.resolve("index")));
    }

    @AfterEach
    void close() {
        road.ifPresent(Road::close);
    }

    private AnswerEvaluation answers() {
        return road.orElseThrow().answers();
    }

    @Test
    void aRightAnswerInEachLanguageIsSeenAsRight() {
        AnswerScorecard card = answers().evaluate(QUESTIONS);
        assertThat(card.share(Measure.PASSAGE_AMONG_FIVE, Kind.SAME_LANGUAGE)).isEqualTo(new Share(6, 6));
        assertThat(card.share(Measure.FIRST_RIGHT, Kind.SAME_LANGUAGE)).isEqualTo(new Share(6, 6));
        assertThat(card.share(Measure.ANY_RIGHT, Kind.SAME_LANGUAGE)).isEqualTo(new Share(6, 6));
        assertThat(card.share(Measure.REFUSED, Kind.SAME_LANGUAGE)).isEqualTo(new Share(0, 6));
        assertThat(card.share(Measure.UNANSWERABLE_REFUSED)).isEqualTo(new Share(1, 1));
        assertThat(card.share(Measure.UNCITED).count()).isZero();
        assertThat(card.share(Measure.ALTERED).count()).isZero();
        assertThat(card.share(Measure.ALTERED).of()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void bothFormsOfChineseCountAsOneLanguageAndAnyOtherEvidenceAsCrossing() {
        assertThat(answers().evaluate(QUESTIONS).rows())
                .extracting(Row::kind)
                .containsExactly(
                        Kind.SAME_LANGUAGE,
                        Kind.SAME_LANGUAGE,
                        Kind.SAME_LANGUAGE,
                        Kind.SAME_LANGUAGE,
                        Kind.SAME_LANGUAGE,
                        Kind.SAME_LANGUAGE,
                        Kind.CROSSING,
                        Kind.UNANSWERABLE);
    }

    @Test
    void whiteSpaceOfAnyKindIsFoldedWhenEvidenceIsLookedFor() {
        LabelledQuestion question = asked("en", "How many?", "en", "forty  tonnes\u00A0of apples");
        assertThat(question.answeredBy("en.md", "gave forty\ntonnes of\u3000apples."))
                .isTrue();
        assertThat(question.answeredBy("en.md", "gave fortytonnes of apples.")).isFalse();
        assertThat(question.answeredBy("ru.md", "gave forty tonnes of apples.")).isFalse();
    }

    @Test
    void anAnswerWithoutTheEvidenceIsWrong() {
        AnswerScorecard card = answers()
                .evaluate(List.of(
                        asked("en", "How many tonnes of apples did the village orchard give?", "ru", "вокзал")));
        assertThat(card.share(Measure.WITHOUT_EVIDENCE)).isEqualTo(new Share(1, 1));
        assertThat(card.share(Measure.FIRST_RIGHT)).isEqualTo(new Share(0, 1));
        assertThat(card.share(Measure.PASSAGE_AMONG_FIVE)).isEqualTo(new Share(0, 1));
        assertThat(card.share(Measure.CITATIONS_RIGHT).count()).isZero();
    }

    @Test
    void anAnsweredUnanswerableQuestionIsSeen() {
        LabelledQuestion said = new LabelledQuestion(
                "said", Language.ENGLISH, "How many tonnes of apples did the village orchard give?", false, List.of());
        AnswerScorecard card = answers().evaluate(List.of(said));
        assertThat(card.share(Measure.UNANSWERABLE_REFUSED)).isEqualTo(new Share(0, 1));
        assertThat(card.share(Measure.FIRST_RIGHT)).isEqualTo(new Share(0, 0));
    }

    @Test
    void aQuoteThatIsNotTheTextOfRecordIsSeen() {
        AnswerEvaluation real = answers();
        AnswerScorecard other = new AnswerEvaluation(
                        real.asking(),
                        real.answer(),
                        real.search(),
                        real.languageOf(),
                        Optional.of(citation -> "another text"),
                        real.detector())
                .evaluate(QUESTIONS);
        assertThat(other.share(Measure.ALTERED).count())
                .isEqualTo(other.share(Measure.ALTERED).of())
                .isPositive();
    }

    @Test
    void withoutATextOfRecordQuotesAreNotCompared() {
        AnswerEvaluation real = answers();
        AnswerScorecard card = new AnswerEvaluation(
                        real.asking(),
                        real.answer(),
                        real.search(),
                        real.languageOf(),
                        Optional.empty(),
                        real.detector())
                .evaluate(QUESTIONS);
        assertThat(card.share(Measure.ALTERED)).isEqualTo(new Share(0, 0));
        assertThat(card.toJson()
                        .path("groups")
                        .path("all")
                        .path("quotesAltered")
                        .isNull())
                .isTrue();
    }

    @Test
    void aQuestionAboutFilesThatTheCorpusLacksIsAFault() {
        List<LabelledQuestion> lost = List.of(asked("en", "Where?", "de", "hier"));
        assertThatThrownBy(() -> answers().evaluate(lost))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("question en-de: the corpus has no file de.md; index the corpus that it asks about");
    }

    @Test
    void tableMarkdownAndJsonSayTheSame() {
        AnswerScorecard card = answers().evaluate(QUESTIONS);
        assertThat(card.toText()).containsPattern("right passage among the first five +6/6 +\\d/1 +– +\\d/7");
        assertThat(card.toMarkdown())
                .contains("|  | same language | crossing | unanswerable | all |\n|---|---|---|---|---|\n")
                .contains("| questions | 6 | 1 | 1 | 8 |");
        JsonNode json = card.toJson();
        assertThat(json.path("groups")
                        .path("sameLanguage")
                        .path("firstSentenceRight")
                        .toString())
                .isEqualTo("{\"count\":6,\"of\":6}");
        assertThat(json.path("questions")).hasSize(8);
        assertThat(json.path("questions").get(0).path("passageRank").asInt()).isEqualTo(1);
        assertThat(json.path("questions").get(7).path("status").asText()).isEqualTo("no_evidence");
    }

    @Test
    void anIdIsNoMarkdown() {
        LabelledQuestion odd = new LabelledQuestion("a|b*[c](d)", Language.ENGLISH, "Who?", false, List.of());
        assertThat(answers().evaluate(List.of(odd)).toMarkdown()).contains("| a\\|b\\*\\[c\\](d) |");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | not JSON",
                "{\"lang\":\"en\",\"question\":\"Who?\",\"answerable\":false} | \"id\" is missing",
                "{\"id\":\"a\",\"lang\":\"de\",\"question\":\"Wer?\",\"answerable\":false} | \"lang\" is none of [ar,"
                        + " fa,",
                "{\"id\":\"a\",\"lang\":\"en\",\"answerable\":false} | no \"question\"",
                "{\"id\":\"a\",\"lang\":\"en\",\"question\":\"Who?\"} | write \"answerable\"",
                "{\"id\":\"a\",\"lang\":\"en\",\"question\":\"Who?\",\"answerable\":true} | with \"evidence\""
            })
    void aBrokenLineOfQuestionsIsNamed(String line, String fault) throws IOException {
        Path file = Files.writeString(folder.resolve("questions.jsonl"), "\n" + line + "\n");
        assertThatThrownBy(() -> LabelledQuestion.read(file))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContainingAll("questions.jsonl line 2: ", fault)
                .hasMessageNotContaining("\n");
    }

    @Test
    void theProjectsOwnQuestionsAreReadable() {
        assertThat(LabelledQuestion.read(Path.of("src/test/resources/collection/questions.jsonl")))
                .hasSizeGreaterThanOrEqualTo(120);
    }

    private static LabelledQuestion asked(String language, String text, String article, String contains) {
        return new LabelledQuestion(
                language + "-" + article,
                Language.ofTag(language).orElseThrow(),
                text,
                true,
                List.of(new LabelledQuestion.Place(article + ".md", contains)));
    }
}
