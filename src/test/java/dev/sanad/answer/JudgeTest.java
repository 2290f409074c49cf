package dev.sanad.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.answer.GatedModel.Written;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class JudgeTest {
    private static final String OPENED = "The harbour of Velmora opened on 12 January 2026.";
    private static final String COST = "Building the harbour cost 40 million crowns.";
    private static final Evidence FIRST = Given.passage("opened.md", Language.ENGLISH, OPENED);
    private static final Evidence SECOND = Given.passage("cost.md", Language.ENGLISH, COST);

    private final ModelServer writer = new ModelServer();
    private final ModelServer judge = new ModelServer();
    private final Bill bill = new Bill();

    @AfterEach
    void stop() {
        writer.close();
        judge.close();
    }

    @Test
    void whatTheJudgeDoubtsIsRemovedWholeWithItsCitationAndCounted() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Judge.class);
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
        Written.Supported written;
        try {
            written = supported(verdict("{\"doubtful\": [1]}"));
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("sentence removed: doubted by model tested: " + OPENED);
        Verified verified = written.verified();
        assertThat(verified.sentences()).containsExactly(new Sentence(COST, List.of(1)));
        assertThat(verified.citations()).extracting(Citation::marker).containsExactly(1);
        assertThat(verified.citations()).extracting(Citation::quote).containsExactly(COST);
        assertThat(verified.removed()).isEqualTo(1);
        assertThat(written.notes()).extracting(Note::code).containsExactly("sentences_removed");
        assertThat(bill.charged()).hasSize(2);
        assertThat(judge.requests()).isEqualTo(1);
    }

    @Test
    void whatItDoesNotDoubtStandsAsItWas() {
        Written.Supported written = supported(verdict("```json\n{\"doubtful\": []}\n```"));
        assertThat(written.verified().sentences()).hasSize(2);
        assertThat(written.notes()).isEmpty();
    }

    @Test
    void itReadsSentencesAndQuotesBetweenADelimiterDrawnForTheCall() {
        supported(verdict("{\"doubtful\": []}"));
        assertThat(judge.request())
                .containsPattern("=====[0-9a-f]{32}=====\\\\n\\[1] \\Q" + OPENED + "\\E\\\\nQuote: \\Q" + OPENED
                        + "\\E\\\\n=====")
                .contains("[2] " + COST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sentence 1 is doubtful.",
                "{\"doubtful\": [3]}",
                "{\"doubtful\": [0]}",
                "{\"doubtful\": [1.5]}",
                "{\"doubtful\": [\"1\"]}",
                "{\"doubtful\": 1}",
                "{\"doubtful\": [1], \"why\": \"so\"}",
                "{\"doubtful\": [1]} and more",
                "[1]",
                "{}",
                ""
            })
    void aReplyThatIsNoVerdictLeavesTheGatesWithANote(String reply) {
        Written.Supported written = supported(verdict(reply));
        assertThat(written.verified().sentences()).hasSize(2);
        assertThat(written.notes()).extracting(Note::code).containsExactly("judge_unavailable");
    }

    @ParameterizedTest
    @CsvSource({"en", "ar", "fa", "ru", "zh-Hans", "zh-Hant"})
    void aJudgeThatIsAwayLeavesTheGatesVerdictAndTheReaderIsTold(String tag) {
        Language language = Language.ofTag(tag).orElseThrow();
        assertThat(new Messages("answer").text(language, "note.judge_unavailable"))
                .doesNotContain("{");
        assertThat(supported(aResponse().withStatus(401)).notes())
                .extracting(Note::code)
                .containsExactly("judge_unavailable");
    }

    @Test
    void aJudgeThatIsLateLeavesTheGatesVerdict() {
        Written.Supported written = supported(verdict("{\"doubtful\": [1]}").withFixedDelay(2_000));
        assertThat(written.verified().sentences()).hasSize(2);
        assertThat(written.notes()).extracting(Note::code).containsExactly("judge_unavailable");
    }

    @Test
    void whereItDoubtsAllNothingIsLeft() {
        assertThat(write(verdict("{\"doubtful\": [1, 2]}")))
                .isInstanceOfSatisfying(
                        Written.Failed.class,
                        failed -> assertThat(failed.note().code()).isEqualTo("model_unsupported"));
    }

    @Test
    void whatTheGateDidNotLetThroughIsNotJudged() {
        writer.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, "The mayor resigned on 3 March 2025 [1]."));
        judge.replies(verdict("{\"doubtful\": []}"));
        assertThat(model().write(question(), "question", List.of(FIRST, SECOND)))
                .isInstanceOf(Written.Failed.class);
        assertThat(judge.requests()).isZero();
    }

    private static ResponseDefinitionBuilder verdict(String reply) {
        return ModelServer.stream(LlmSettings.Provider.GEMINI, reply);
    }

    private Written.Supported supported(ResponseDefinitionBuilder verdict) {
        return (Written.Supported) write(verdict);
    }

    private Written write(ResponseDefinitionBuilder verdict) {
        writer.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, OPENED + " [1]\n" + COST + " [2]"));
        judge.replies(verdict);
        return model().write(question(), "question", List.of(FIRST, SECOND));
    }

    private static Question question() {
        return Question.of("When did the harbour of Velmora open, and what did it cost?", Language.ENGLISH);
    }

    private GatedModel model() {
        return new GatedModel(
                List.of(writer.model(LlmSettings.Provider.OPENAI, Duration.ofSeconds(10))),
                Prompts.packed().answer(),
                new CitationVerifier(Analyzers.packed()),
                bill,
                Optional.of(new Judge(
                        judge.model(LlmSettings.Provider.GEMINI, Duration.ofSeconds(1)),
                        Prompts.packed().judge())));
    }
}
