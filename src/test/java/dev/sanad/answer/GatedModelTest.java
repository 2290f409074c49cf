package dev.sanad.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.GatedModel.Written;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatedModelTest {
    private static final String SENTENCE = "The harbour of Velmora opened on 12 January 2026";
    private static final Evidence HARBOUR = Given.passage("harbour.md", Language.ENGLISH, SENTENCE + ".");

    private final ModelServer first = new ModelServer();
    private final ModelServer second = new ModelServer();
    private final Bill bill = new Bill();

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void whereTheFirstAnswersTheSecondIsNotAsked() {
        first.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, SENTENCE + " [1]."));
        assertThat(write(Language.ENGLISH, bill))
                .isInstanceOfSatisfying(
                        Written.Supported.class,
                        supported -> assertThat(supported.notes()).isEmpty());
        assertThat(second.requests()).isZero();
        assertThat(bill.charged()).extracting(Usage::tokens).containsExactly(new Tokens(120, 30, true));
    }

    @ParameterizedTest
    @CsvSource({
        "en, The harbour of Velmora opened on 12 January 2026.",
        "ar, افتتح ميناء Velmora في 12 يناير 2026.",
        "fa, بندر Velmora در 12 ژانویه 2026 گشایش یافت.",
        "ru, Порт Velmora открылся 12 января 2026 года.",
        "zh-Hans, Velmora港口于2026年1月12日开放。",
        "zh-Hant, Velmora港口於2026年1月12日開放。"
    })
    void theSecondAnswersWhereTheFirstFailsAndANoteNamesIt(String tag, String sentence) {
        Language language = Language.ofTag(tag).orElseThrow();
        first.replies(aResponse().withStatus(401));
        second.replies(ModelServer.stream(LlmSettings.Provider.ANTHROPIC, sentence + " [1]"));
        assertThat(write(language, bill, Given.passage("harbour.md", language, sentence)))
                .isInstanceOfSatisfying(Written.Supported.class, supported -> {
                    assertThat(supported.by()).isEqualTo(new Authorship.Generative("model-x", "answer@1"));
                    assertThat(supported.notes()).extracting(Note::code).containsExactly("model_replaced");
                    assertThat(supported.notes().getFirst().text())
                            .contains("model-x")
                            .doesNotContain("{");
                });
        assertThat(bill.charged()).hasSize(1);
    }

    @Test
    void whatNothingSupportsIsReplacedTooAndIsChargedAllTheSame() {
        first.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, "The mayor resigned on 3 March 2025 [1]."));
        second.replies(ModelServer.stream(LlmSettings.Provider.ANTHROPIC, SENTENCE + " [1]."));
        assertThat(write(Language.ENGLISH, bill)).isInstanceOf(Written.Supported.class);
        assertThat(bill.charged()).hasSize(2);
    }

    @Test
    void whereTheFirstRefusesNoOtherIsAskedUntilOneDoesNot() {
        first.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, "NO_EVIDENCE"));
        assertThat(write(Language.ENGLISH, bill)).isInstanceOf(Written.Refused.class);
        assertThat(second.requests()).isZero();
    }

    @Test
    void whereAllFailTheNoteTellsOfTheFirst() {
        first.replies(aResponse().withStatus(429).withHeader("Retry-After", "60"));
        second.replies(aResponse().withStatus(401));
        assertFailed(write(Language.ENGLISH, bill), "model_busy");
        assertThat(second.requests()).isEqualTo(1);
        assertThat(bill.charged()).isEmpty();
    }

    @Test
    void anAccountThatIsUsedUpAsksNoModelAndSaysSo() {
        first.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, SENTENCE + " [1]."));
        assertFailed(write(Language.RUSSIAN, new OneReply(true)), "model_budget");
        assertThat(first.requests()).isZero();
    }

    @Test
    void anAccountThatTheFirstUsesUpPaysForNoOther() {
        first.replies(ModelServer.stream(LlmSettings.Provider.OPENAI, "The mayor resigned on 3 March 2025 [1]."));
        assertFailed(write(Language.ENGLISH, new OneReply(false)), "model_budget");
        assertThat(second.requests()).isZero();
    }

    private static void assertFailed(Written written, String code) {
        assertThat(written)
                .isInstanceOfSatisfying(
                        Written.Failed.class,
                        failed -> assertThat(failed.note().code()).isEqualTo(code));
    }

    private Written write(Language language, Account account) {
        return write(language, account, HARBOUR);
    }

    private Written write(Language language, Account account, Evidence evidence) {
        Duration timeout = Duration.ofSeconds(10);
        return new GatedModel(
                        List.of(
                                first.model(LlmSettings.Provider.OPENAI, timeout),
                                second.model(LlmSettings.Provider.ANTHROPIC, timeout)),
                        Prompts.packed().answer(),
                        new CitationVerifier(Analyzers.packed()),
                        account)
                .write(Question.of("When did the harbour of Velmora open?", language), "question", List.of(evidence));
    }

    /** Open for a single reply. */
    private static final class OneReply implements Account {
        private boolean used;

        OneReply(boolean used) {
            this.used = used;
        }

        @Override
        public boolean open() {
            return !used;
        }

        @Override
        public void charge(Usage usage) {
            used = true;
        }
    }
}
