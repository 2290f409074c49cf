package dev.sanad.cli;

import dev.sanad.evaluation.SpeedEvaluation;
import dev.sanad.evaluation.SpeedScorecard;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import dev.sanad.retrieval.Retriever;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how long indexing and retrieving take, beside plain BM25 by the same analyzers, in indexes of its own. */
@Command(
        name = "speed",
        description =
                "Measure indexing and retrieving over corpora of stated sizes, beside plain BM25 in the same run. The"
                    + " corpus is the sets' own documents and generated passages in equal parts of their languages;"
                    + " half of the questions cross languages. With embedding.* set the documents have vectors of the"
                    + " model and the generated passages noisy ones; embedding a question is not measured. A million"
                    + " passages want SANAD_JAVA_OPTS=-Xmx4g, 5 GB of room for temporary files, and an hour.")
final class EvaluateSpeed implements Callable<Integer> {
    private final Sanad sanad;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SpeedOptions options = new SpeedOptions();

    @Option(
            names = "--passages",
            paramLabel = "N",
            split = ",",
            description = "Sizes to measure, commas between them; 10000,100000,1000000 unless given.")
    private List<Integer> passages = List.of(10_000, 100_000, 1_000_000);

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description =
                    "Keep the indexes here, and measure those of the same sets, size and seed that are here already."
                            + " Indexes of other code measure it only where what it indexes is the same.")
    private Optional<Path> kept = Optional.empty();

    EvaluateSpeed(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        if (options.tooFew(passages)) {
            throw new ParameterException(
                    spec.commandLine(), "give at least 2 --queries and at least 1 of --passages each time");
        }
        List<Path> folders = options.folders(sanad);
        return Embedding.during(sanad.settings(), embedder -> {
            SpeedEvaluation evaluation = evaluation(embedder);
            options.print(
                    passages,
                    size -> measured(evaluation, folders, size),
                    SpeedScorecard::toJson,
                    SpeedScorecard::toText,
                    sanad);
            return 0;
        });
    }

    private SpeedEvaluation evaluation(Optional<Embedder> embedder) {
        Analyzers analyzers = Analyzers.packed();
        return new SpeedEvaluation(
                new PassageSplitter(new SentenceBreaker()),
                analyzers,
                new Retriever(analyzers, embedder, Optional.empty(), Set.of()),
                new LanguageDetector(),
                embedder,
                sanad.surroundings().clock());
    }

    private SpeedScorecard measured(SpeedEvaluation evaluation, List<Path> folders, int size) {
        return kept.map(work -> evaluation.evaluate(
                        folders, size, options.queries(), options.seed(), SpeedOptions.resolved(work, sanad)))
                .orElseGet(() -> TemporaryFolder.during(
                        work -> evaluation.evaluate(folders, size, options.queries(), options.seed(), work)));
    }
}
