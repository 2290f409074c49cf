package dev.sanad.cli;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Bill;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import dev.sanad.evaluation.AnswerEvaluation;
import dev.sanad.evaluation.AnswerEvaluation.Charged;
import dev.sanad.evaluation.AnswerScorecard;
import dev.sanad.evaluation.EvaluationException;
import dev.sanad.evaluation.LabelledQuestion;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks labelled questions of the index as it stands and prints how the answers did. */
@Command(name = "answers", description = "Measure answers by labelled questions, over the corpus that is indexed.")
final class EvaluateAnswers implements Callable<Integer> {
    /** As many passages as a reader of search sees without turning a page. */
    private static final int FOUND = 5;

    private final Sanad sanad;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            required = true,
            description =
                    "JSON lines {\"id\",\"lang\",\"question\",\"answerable\",\"evidence\":[{\"file\",\"contains\"}]}.")
    private Path questions = Path.of("");

    @Option(names = "--json", description = "JSON instead of a table.")
    private boolean json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write a scorecard in Markdown there, too.")
    private Optional<Path> markdown = Optional.empty();

    @Mixin
    private ModelOption model = new ModelOption();

    EvaluateAnswers(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        Path file = sanad.surroundings().workingFolder().resolve(questions).normalize();
        try (Engine engine = Engine.open(sanad, model.name());
                Snapshot snapshot = engine.index().snapshot(Audience.ALL)) {
            Map<String, Article> articles = byFile(snapshot);
            AnswerScorecard card = new AnswerEvaluation(
                            labelled -> Question.of(
                                    labelled.text(), engine.detector().read(labelled.text(), Language.ENGLISH)),
                            question -> answer(engine, question),
                            question -> engine.retriever().retrieve(question, snapshot, FOUND),
                            name -> Optional.ofNullable(articles.get(name))
                                    .map(article -> article.language().value()),
                            Optional.of(citation ->
                                    article(articles, citation.file()).text()),
                            engine.detector())
                    .evaluate(LabelledQuestion.read(file));
            markdown.ifPresent(place -> sanad.surroundings().write(place, card.toMarkdown()));
            sanad.surroundings().out().println(json ? card.toJson() : card.toText());
            return 0;
        }
    }

    private static Charged answer(Engine engine, Question question) {
        Bill bill = new Bill();
        Answer answer = engine.answering(Audience.ALL, bill).ask(question);
        return new Charged(answer, bill.charged());
    }

    private static Map<String, Article> byFile(Snapshot snapshot) {
        Map<String, Article> articles = new HashMap<>();
        snapshot.articles().forEach(article -> articles.put(article.file(), article));
        return articles;
    }

    private static Article article(Map<String, Article> articles, String file) {
        return Optional.ofNullable(articles.get(file))
                .orElseThrow(() -> new EvaluationException(
                        "%s: cited but not in the index; evaluate again when no update runs".formatted(file)));
    }
}
