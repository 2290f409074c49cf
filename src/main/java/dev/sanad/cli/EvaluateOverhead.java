package dev.sanad.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            required = true,
            arity = "1..*",
            description = "Folders with corpus.jsonl, queries.jsonl, qrels/test.tsv, together in one index.")
    private List<Path> datasets = List.of();

    @Option(
            names = "--passages",
            paramLabel = "N",
            split = ",",
            description = "Sizes to measure, commas between them; 100000 unless given.")
    private List<Integer> passages = List.of(100_000);

    @Option(names = "--queries", paramLabel = "N", description = "Questions to measure by; 500 unless given.")
    private int queries = 500;

    @Option(
            names = "--streamed",
            paramLabel = "N",
            description = "Of how many of them the reply is streamed, half a second each; 100 unless given.")
    private int streamed = 100;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of the passages and the choice of questions; 1 unless given.")
    private long seed = 1;

    @Option(names = "--json", description = "JSON instead of tables.")
    private boolean json;

    EvaluateOverhead(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        if (queries < 2 || streamed < 0 || passages.stream().anyMatch(size -> size < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "give at least 2 --queries, no negative --streamed and at least 1 of --passages each time");
        }
        Analyzers analyzers = new Analyzers();
        OverheadEvaluation evaluation = new OverheadEvaluation(
                new PassageSplitter(new SentenceBreaker()),
                analyzers,
                new Retriever(analyzers),
                new LanguageDetector(),
                sanad.surroundings().clock());
        List<Path> folders = datasets.stream()
                .map(path -> sanad.surroundings().workingFolder().resolve(path).normalize())
                .toList();
        ArrayNode array = new JsonMapper().createArrayNode();
        for (int size : passages) {
            OverheadScorecard card =
                    TemporaryFolder.during(work -> evaluation.evaluate(folders, size, queries, streamed, seed, work));
            array.add(card.toJson());
            if (!json) {
                sanad.surroundings().out().println(card.toText());
            }
        }
        if (json) {
            sanad.surroundings().out().println(array);
        }
        return 0;
    }
}
