package dev.sanad.brief;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.sanad.answer.Authorship;
import dev.sanad.answer.Bill;
import dev.sanad.answer.CitationVerifier;
import dev.sanad.answer.GatedModel;
import dev.sanad.answer.LlmSettings;
import dev.sanad.answer.ModelServer;
import dev.sanad.answer.Note;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.Sentence;
import dev.sanad.brief.Brief.Section;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerativeBriefTest {
    private static final Analyzers ANALYZERS = Analyzers.packed();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String TOPIC = "The harbour of Velmora";

    @TempDir
    Path folder;

    private final ModelServer server = new ModelServer();
    private Library library;

    @BeforeEach
    void index() {
        library = new Library(folder)
                .with(
                        "new.md",
                        Language.ENGLISH,
                        "2026-01-13",
                        "Open",
                        "The harbour of Velmora opened on 12 January 2026.")
                .with(
                        "old.md",
                        Language.ENGLISH,
                        "2024-05-02",
                        "Halt",
                        "Work on the harbour of Velmora stopped for want of money.")
                .indexed();
    }

    @AfterEach
    void close() {
        library.close();
        server.close();
    }

    @Test
    void whatTheModelWritesStandsUnderTheDateOfItsFirstCitationNumberedInReadingOrder() {
        Brief brief = brief(
                ModelServer.stream(
                        LlmSettings.Provider.OPENAI,
                        "The harbour of Velmora opened on 12 January 2026 [1]. The harbour of Velmora cost 90 crowns"
                                + " [1].",
                        " Work on the harbour had stopped for want of money [2]."),
                TIMEOUT);
        // whichever passage was numbered first, the gate finds the words
        assertThat(brief.sections())
                .containsExactly(
                        new Section(
                                Optional.of(LocalDate.of(2024, 5, 2)),
                                List.of(new Sentence(
                                        "Work on the harbour had stopped for want of money.", List.of(1)))),
                        new Section(
                                Optional.of(LocalDate.of(2026, 1, 13)),
                                List.of(new Sentence(
                                        "The harbour of Velmora opened on 12 January 2026.", List.of(2)))));
        assertThat(brief.by()).isEqualTo(new Authorship.Generative("model-x", "brief@1"));
        assertThat(brief.removed()).isEqualTo(1);
        assertThat(brief.notes()).extracting(Note::code).containsExactly("sentences_removed");
        assertThat(server.request()).contains("Topic:").contains(TOPIC);
        assertThat(new BriefMarkdown().of(brief)).contains("model-x");
        Soundness.check(brief, library);
    }

    @Test
    void aFaultALateReplyAndWhatNothingSupportsAreReplacedByQuotesWithANote() {
        assertQuoted(brief(aResponse().withStatus(500), TIMEOUT), "model_fault");
        assertQuoted(brief(aResponse().withStatus(429), TIMEOUT), "model_busy");
        assertQuoted(
                brief(
                        ModelServer.stream(LlmSettings.Provider.OPENAI, "Late [1].")
                                .withFixedDelay(2_000),
                        Duration.ofMillis(500)),
                "model_timeout");
        assertQuoted(
                brief(
                        ModelServer.stream(LlmSettings.Provider.OPENAI, "The mayor resigned on 3 March 2025 [1]."),
                        TIMEOUT),
                "model_unsupported");
    }

    @Test
    void aModelMayRefuseAndNoModelIsAskedWithoutEvidence() {
        assertThat(brief(ModelServer.stream(LlmSettings.Provider.OPENAI, "NO_EVIDENCE"), TIMEOUT)
                        .sections())
                .isEmpty();
        server.replies(aResponse().withStatus(500));
        Brief brief = library.brief(Question.of("Volcanoes on Mars", Language.ENGLISH), model(TIMEOUT));
        assertThat(brief.sections()).isEmpty();
        assertThat(server.requests()).isZero();
    }

    private void assertQuoted(Brief brief, String code) {
        assertThat(brief.by()).isEqualTo(new Authorship.Extractive());
        assertThat(brief.notes()).extracting(Note::code).containsExactly(code);
        Soundness.check(brief, library);
    }

    private Brief brief(ResponseDefinitionBuilder reply, Duration timeout) {
        server.replies(reply);
        return library.brief(Question.of(TOPIC, Language.ENGLISH), model(timeout));
    }

    private Optional<GatedModel> model(Duration timeout) {
        return Optional.of(new GatedModel(
                List.of(server.model(LlmSettings.Provider.OPENAI, timeout)),
                Prompts.packed().brief(),
                new CitationVerifier(ANALYZERS),
                new Bill()));
    }
}
