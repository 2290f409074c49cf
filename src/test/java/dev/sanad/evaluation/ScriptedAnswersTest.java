package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Account;
import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.CitationVerifier;
import dev.sanad.answer.ExtractiveAnswerer;
import dev.sanad.answer.GatedModel;
import dev.sanad.answer.GenerativeAnswerer;
import dev.sanad.answer.LanguageModel;
import dev.sanad.answer.LlmSettings;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.Sentence;
import dev.sanad.corpus.SampleCorpus;
import dev.sanad.evaluation.AnswerEvaluation.Charged;
import dev.sanad.evaluation.AnswerScorecard.Kind;
import dev.sanad.evaluation.AnswerScorecard.Measure;
import dev.sanad.evaluation.AnswerScorecard.Share;
import dev.sanad.index.Analyzers;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole road with a model: our own questions over the sample articles, worded by a {@link ScriptedModel} that spoils many of its sentences. The
 * counts must be the pinned ones. {@code mvn -B test -Dtest=ScriptedAnswersTest -Dpin=write} pins what is measured.
 */
class ScriptedAnswersTest {
    private static final Path PINNED = Path.of("src/test/resources/evaluation/scripted.properties");
    private static final Path QUESTIONS = Path.of("src/test/resources/collection/questions.jsonl");
    private static final long SEED = 20260130;

    @TempDir
    Path folder;

    private final List<Answer> answers = new ArrayList<>();

    @Test
    void theFiguresAreThePinnedOnesAndNoSpoiltSentenceIsShown() throws IOException {
        try (ScriptedModel model = new ScriptedModel(SEED);
                Road road = new Road(new SampleCorpus(), folder, account -> answerer(model, account))) {
            AnswerScorecard card = overheard(road.answers()).evaluate(LabelledQuestion.read(QUESTIONS));
            System.out.println(card.toMarkdown());
            assertThat(model.wrong()).hasSizeGreaterThan(10);
            assertThat(sentences()).isNotEmpty().doesNotContainAnyElementsOf(model.wrong());
            assertThat(card.share(Measure.ALTERED).count()).isZero();
            assertThat(card.share(Measure.UNCITED).count()).isZero();
            assertThat(card.toJson().at("/groups/all/tokens/replies").asInt()).isPositive();
            assertThat(pinned(figures(card))).isEqualTo(figures(card));
        }
    }

    private AnswerEvaluation overheard(AnswerEvaluation all) {
        return new AnswerEvaluation(
                all.asking(),
                question -> {
                    Charged charged = all.answer().apply(question);
                    answers.add(charged.answer());
                    return charged;
                },
                all.search(),
                all.languageOf(),
                all.textOfRecord(),
                all.detector());
    }

    private Set<String> sentences() {
        return answers.stream()
                .flatMap(answer -> answer.outcome() instanceof Outcome.Cited cited
                        ? cited.sentences().stream()
                        : Stream.<Sentence>of())
                .map(Sentence::text)
                .collect(Collectors.toSet());
    }

    private static Answerer answerer(ScriptedModel model, Account account) {
        LlmSettings settings = new LlmSettings(
                LlmSettings.Provider.OPENAI,
                Optional.of(model.url()),
                Optional.of("scripted"),
                Optional.empty(),
                Duration.ofSeconds(60),
                LlmSettings.MAX_TOKENS);
        return new GenerativeAnswerer(
                new GatedModel(
                        List.of(LanguageModel.of("scripted", settings, Optional.empty())),
                        Prompts.packed().answer(),
                        new CitationVerifier(Analyzers.packed()),
                        account),
                new ExtractiveAnswerer());
    }

    private static Map<String, String> figures(AnswerScorecard card) {
        Map<String, String> figures = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            for (Kind kind : Kind.values()) {
                put(figures, kind.key + "." + measure.key, card.share(measure, EnumSet.of(kind)));
            }
            put(figures, "all." + measure.key, card.share(measure));
        }
        return figures;
    }

    private static void put(Map<String, String> figures, String key, Share share) {
        if (share.of() > 0) {
            figures.put(key, share.count() + "/" + share.of());
        }
    }

    private static Map<String, String> pinned(Map<String, String> measured) throws IOException {
        if ("write".equals(System.getProperty("pin"))) {
            Files.writeString(
                    PINNED,
                    "# Reproduce: mvn -B test -Dtest=ScriptedAnswersTest; pin anew: add -Dpin=write\n"
                            + measured.entrySet().stream()
                                    .map(figure -> figure.getKey() + "=" + figure.getValue() + "\n")
                                    .collect(Collectors.joining()));
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(PINNED)) {
            properties.load(reader);
        }
        Map<String, String> pinned = new TreeMap<>();
        properties.forEach((key, value) -> pinned.put(key.toString(), value.toString()));
        return pinned;
    }
}
