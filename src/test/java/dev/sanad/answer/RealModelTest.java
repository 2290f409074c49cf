package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Corpus;
import dev.sanad.corpus.SampleCorpus;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Indexed;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retriever;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real language model, whose OpenAI-compatible server {@code SANAD_TEST_LLM_URL} names, answers over the English sample articles by the whole road. The
 * same replies are then read without the gate, to see that it is the gate that keeps what is not supported out.
 */
@EnabledIfEnvironmentVariable(
        named = "SANAD_TEST_LLM_URL",
        matches = ".+",
        disabledReason = "no server of a language model: SANAD_TEST_LLM_URL is not set")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealModelTest {
    private static final List<String> QUESTIONS = List.of(
            "Which bases does Russia want to keep in Syria?",
            "Why were Syrian officials unhappy about the Russians being in Qamishli?",
            "What did Kirill Semenov say about relations between Russia and Iran?",
            "Which sectors does Dmitry Bridje think Syrian trade with Russia will centre on?",
            "Did the Kremlin say whether it would hand Assad over to Damascus?",
            "How long is the partnership agreement between Russia and Iran to last?",
            "When did Ahmed al-Sharaa hold talks with Vladimir Putin in the Kremlin?",
            "Who signed the partnership agreement between Russia and Iran in Moscow?",
            "From which airport is Russia moving its forces?",
            "What is the permanent obstacle to trade between Moscow and Damascus in Bridje's view?");

    /** A model this small goes on until it is stopped. */
    private static final int MOST_TOKENS = 120;

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final Analyzers analyzers = Analyzers.packed();
    private final CitationVerifier gate = new CitationVerifier(analyzers);
    private final List<Asked> asked = new ArrayList<>();

    /** A question's answer, what was released on the way, and the reply that the model wrote from the passages read. */
    private record Asked(String question, Answer answer, List<Release> released, String reply, List<Evidence> read) {
        boolean byModel() {
            return answer.outcome() instanceof Outcome.Cited cited && cited.by() instanceof Authorship.Generative;
        }
    }

    @BeforeAll
    void ask(@TempDir Path folder) throws IOException {
        Corpus english = () -> new SampleCorpus()
                .files().stream()
                        .filter(file -> file.id().path().startsWith("en-"))
                        .toList();
        Indexed.update(english, folder, false);
        try (PassageIndex index = PassageIndex.open(folder);
                RecordingProxy model = new RecordingProxy(URI.create(System.getenv("SANAD_TEST_LLM_URL")))) {
            Retriever retriever = new Retriever(analyzers);
            QuestionAnswering answering =
                    new QuestionAnswering(index, Audience.ALL, retriever, answerer(model.url()), 0);
            for (String question : QUESTIONS) {
                List<Release> released = new ArrayList<>();
                Answer answer = answering.ask(Question.of(question, Language.ENGLISH), released::add);
                asked.add(new Asked(question, answer, released, model.reply(), read(question, retriever, index)));
            }
        }
        print();
    }

    private Answerer answerer(URI url) {
        LlmSettings settings = new LlmSettings(
                LlmSettings.Provider.OPENAI,
                Optional.of(url),
                Optional.of("SmolLM2-135M-Instruct"),
                Optional.empty(),
                TIMEOUT,
                MOST_TOKENS);
        return new GenerativeAnswerer(
                new GatedModel(
                        List.of(LanguageModel.of("real", settings, Optional.empty())),
                        Prompts.packed().answer(),
                        gate,
                        new Bill()),
                new ExtractiveAnswerer());
    }

    private static List<Evidence> read(String question, Retriever retriever, PassageIndex index) {
        try (Snapshot snapshot = index.snapshot(Audience.ALL)) {
            return QuestionAnswering.evidence(retriever.retrieve(
                            Question.of(question, Language.ENGLISH), snapshot, GenerativeAnswerer.MAX_PASSAGES))
                    .ranked();
        }
    }

    private void print() {
        int written = 0;
        int passed = 0;
        int recited = 0;
        for (Asked one : asked) {
            Verified verified = gate.verify(new Reply.Text(one.reply(), true), one.read(), Language.ENGLISH);
            int all = verified.sentences().size() + verified.removed();
            System.out.printf(
                    "%s%n    written %d, released %d (cited anew %d), removed %d: %s%n",
                    one.question(),
                    all,
                    verified.sentences().size(),
                    verified.recited(),
                    verified.removed(),
                    one.reply().replaceAll("\\s+", " "));
            written += all;
            passed += verified.sentences().size();
            recited += verified.recited();
        }
        System.out.printf(
                "%d questions, %d answered by the model: written %d, released %d (cited anew %d), removed %d%n",
                asked.size(),
                asked.stream().filter(Asked::byModel).count(),
                written,
                passed,
                recited,
                written - passed);
    }

    @Test
    void atLeastThreeOfTheTenAnswersHoldASentenceOfTheModels() {
        assertThat(asked).hasSize(10);
        assertThat(asked.stream().filter(Asked::byModel).count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void noSentenceIsReleasedThatItsQuotesDoNotSupport() {
        for (Asked one : asked) {
            for (Release release : one.released()) {
                if (release instanceof Release.Passed passed) {
                    assertSupported(passed.sentence(), passed.citations());
                }
            }
            if (one.byModel() && one.answer().outcome() instanceof Outcome.Cited cited) {
                cited.sentences().forEach(sentence -> assertSupported(sentence, cited.citations()));
            }
        }
    }

    private static void assertSupported(Sentence sentence, List<Citation> citations) {
        List<String> quotes = citations.stream()
                .filter(citation -> sentence.citations().contains(citation.marker()))
                .flatMap(citation -> Stream.of(citation.quote(), citation.title()))
                .toList();
        assertThat(PlainSupport.missing(sentence.text(), String.join("\n", quotes)))
                .as("%s from %s", sentence.text(), quotes)
                .isEmpty();
    }

    @Test
    void withTheGateSwitchedOffTheSameRepliesShowSentencesThatNoPassageSupports() {
        List<String> unsupported = new ArrayList<>();
        for (Asked one : asked) {
            for (Draft draft : DraftSplitter.split(one.reply(), Language.ENGLISH, true)) {
                boolean supported = places(one.read()).stream()
                        .anyMatch(place ->
                                PlainSupport.missing(draft.text(), place).isEmpty());
                if (!supported) {
                    unsupported.add(draft.text());
                }
            }
        }
        System.out.println("without the gate, supported by no three sentences of any passage read: " + unsupported);
        assertThat(unsupported).isNotEmpty();
    }

    /** Whatever three neighbouring sentences of the passages read, with their title: more than the model cited. */
    private static List<String> places(List<Evidence> read) {
        List<String> places = new ArrayList<>();
        for (Evidence evidence : read) {
            Article article = evidence.passage().article();
            List<String> sentences = evidence.passage().sentences().stream()
                    .map(span -> span.in(article.text()))
                    .toList();
            for (int first = 0; first < sentences.size(); first++) {
                List<String> window = sentences.subList(first, Math.min(first + Quote.MAX_SENTENCES, sentences.size()));
                places.add(article.title().value() + "\n" + String.join("\n", window));
            }
        }
        return places;
    }
}
