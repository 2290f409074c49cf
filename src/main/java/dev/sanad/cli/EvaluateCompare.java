package dev.sanad.cli;

import dev.sanad.evaluation.RunComparison;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells whether two runs over the same queries differ by more than chance. */
@Command(
        name = "compare",
        description =
                "Compare two TREC runs: the difference of mean nDCG@10, RUN_B less RUN_A, with its 95 %% interval and"
                        + " p by paired bootstrap.")
final class EvaluateCompare implements Callable<Integer> {
    private final Sanad sanad;

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            required = true,
            description =
                    "Folder with the judgements: corpus.jsonl, queries.jsonl, qrels/test.tsv. Give it again for each"
                            + " set of a run that was made with --mixed, in the same order.")
    private List<Path> datasets = List.of();

    @Option(names = "--seed", paramLabel = "S", description = "Of the resampling; 1 unless given.")
    private long seed = 1;

    @Option(names = "--json", description = "JSON instead of words.")
    private boolean json;

    @Parameters(index = "0", paramLabel = "RUN_A", description = "The baseline's run, as --run writes it.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN_B", description = "The run that is compared with it.")
    private Path second = Path.of("");

    EvaluateCompare(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        RunComparison comparison =
                RunComparison.of(datasets.stream().map(this::given).toList(), given(first), given(second), seed);
        sanad.surroundings().out().println(json ? comparison.toJson() : comparison.toText());
        return 0;
    }

    private Path given(Path path) {
        return sanad.surroundings().workingFolder().resolve(path).normalize();
    }
}
