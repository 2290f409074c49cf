package dev.sanad.cli;

import dev.sanad.evaluation.OverheadEvaluation;
import dev.sanad.evaluation.OverheadScorecard;
import dev.sanad.index.Analyzers;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import dev.sanad.retrieval.Retriever;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what an answer of a model takes beside the model, in indexes of its own. */
@Command(
        name = "overhead",
        description = "Measure what an answer of a language model takes beside the model: finding passages, checking a"
                + " reply, and the time from a sentence's last token to its release. No model is asked: a local"
                + " server copies sentences. Corpus and questions are those of evaluate speed.")
final class EvaluateOverhead implements Callable<Integer> {
    private final Sanad sanad;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SpeedOptions options = new SpeedOptions();

    @Option(
            names = "--passages",
            paramLabel = "N",
            split = ",",
            description = "Sizes to measure, commas between them; 100000 unless given.")
    private List<Integer> passages = List.of(100_000);

    @Option(
            names = "--streamed",
            paramLabel = "N",
            description = "Of how many of them the reply is streamed, half a second each; 100 unless given.")
    private int streamed = 100;

    EvaluateOverhead(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        if (streamed < 0 || options.tooFew(passages)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "give at least 2 --queries, no negative --streamed and at least 1 of --passages each time");
        }
        Analyzers analyzers = Analyzers.packed();
        OverheadEvaluation evaluation = new OverheadEvaluation(
                new PassageSplitter(new SentenceBreaker()),
                analyzers,
                new Retriever(analyzers),
                new LanguageDetector(),
                sanad.surroundings().clock());
        List<Path> folders = options.folders(sanad);
        options.print(
                passages,
                size -> TemporaryFolder.during(
                        work -> evaluation.evaluate(folders, size, options.queries(), streamed, options.seed(), work)),
                OverheadScorecard::toJson,
                OverheadScorecard::toText,
                sanad);
        return 0;
    }
}
