package dev.sanad.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.evaluation.RetrievalEvaluation;
import dev.sanad.evaluation.RetrievalEvaluation.Measured;
import dev.sanad.evaluation.RetrievalScorecard;
import dev.sanad.evaluation.RetrievalSetup;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import dev.sanad.retrieval.Reranker;
import dev.sanad.retrieval.Retriever;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures retrieval on data sets in BEIR form, in indexes of its own. */
@Command(name = "retrieval", description = "Measure retrieval on data sets in BEIR form, each alone unless --mixed.")
final class EvaluateRetrieval implements Callable<Integer> {
    private final Sanad sanad;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            required = true,
            arity = "1..*",
            description = "Folders with corpus.jsonl, queries.jsonl, qrels/test.tsv.")
    private List<Path> datasets = List.of();

    @Option(names = "--mixed", description = "All sets in one index.")
    private boolean mixed;

    @Option(names = "--whole", description = "Documents unsplit, as rivals index them.")
    private boolean whole;

    @Option(
            names = "--without",
            paramLabel = "WAY",
            split = ",",
            description = "Leave out ways of finding, commas between them: " + Ways.ALL + ".")
    private List<String> without = List.of();

    @Option(
            names = "--distractors",
            paramLabel = "N",
            description =
                    "Add N generated passages that answer nothing: words of the sets' own documents in new order, with"
                            + " invented names; each language that has 20 documents gets as many.")
    private int distractors;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of the distractors and of --plain's test; 1 unless given.")
    private long seed = 1;

    @Option(
            names = "--plain",
            description =
                    "Ask plain BM25 by the same analyzers, too, and test the difference (paired bootstrap). With --run"
                            + " its rankings go to FILE.plain.")
    private boolean plain;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description =
                    "Where sets mark what is answerable: tell also what answering from this confidence on would do.")
    private Optional<Double> threshold = Optional.empty();

    @Option(names = "--run", paramLabel = "FILE", description = "Write the rankings as a TREC run, 20 ranks.")
    private Optional<Path> run = Optional.empty();

    @Option(names = "--confidence", paramLabel = "FILE", description = "Write query id, tab, confidence.")
    private Optional<Path> confidence = Optional.empty();

    @Option(
            names = "--support",
            paramLabel = "FILE",
            description = "Write query id, whether it is answerable, and what the confidence rests on, between tabs.")
    private Optional<Path> support = Optional.empty();

    @Option(names = "--json", description = "JSON instead of tables.")
    private boolean json;

    EvaluateRetrieval(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        RetrievalSetup setup = setup();
        return Embedding.during(sanad.settings(), embedder -> measure(setup, evaluation(embedder)));
    }

    private int measure(RetrievalSetup setup, RetrievalEvaluation evaluation) {
        List<Path> folders = datasets.stream().map(this::given).toList();
        List<Measured> all = new ArrayList<>();
        for (List<Path> together :
                mixed ? List.of(folders) : folders.stream().map(List::of).toList()) {
            all.add(TemporaryFolder.during(work -> evaluation.evaluate(together, setup, plain, work)));
            if (!json) {
                print(all.getLast());
            }
        }
        if (json) {
            ArrayNode array = new JsonMapper().createArrayNode();
            all.forEach(measured -> add(array, measured));
            sanad.surroundings().out().println(array);
        }
        write(all.stream().map(Measured::sanad).toList());
        writePlain(all.stream().flatMap(measured -> measured.plain().stream()).toList());
        return 0;
    }

    private RetrievalSetup setup() {
        if (distractors < 0) {
            throw wrong("--distractors %d: give 0 or more".formatted(distractors));
        }
        try {
            return new RetrievalSetup(whole, Ways.of(without), distractors, seed);
        } catch (IllegalArgumentException e) {
            throw wrong("--without: " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private RetrievalEvaluation evaluation(Optional<Embedder> embedder) {
        Optional<Reranker> reranker = sanad.settings().rerank().map(Reranker::of);
        Analyzers analyzers = Analyzers.packed();
        return new RetrievalEvaluation(
                new PassageSplitter(new SentenceBreaker()),
                analyzers,
                left -> new Retriever(analyzers, embedder, reranker, left),
                new LanguageDetector(),
                embedder,
                sanad.surroundings().clock());
    }

    private OptionalDouble threshold() {
        return threshold.stream().mapToDouble(x -> x).findFirst();
    }

    private void print(Measured measured) {
        PrintStream out = sanad.surroundings().out();
        out.println(measured.sanad().toText(threshold()));
        measured.plain().ifPresent(card -> out.println(card.toText(threshold())));
        measured.gain(seed).ifPresent(gain -> out.println(gain.toText()));
    }

    /** The baseline follows what it is the baseline of. */
    private void add(ArrayNode array, Measured measured) {
        ObjectNode card = measured.sanad().toJson(threshold());
        measured.gain(seed).ifPresent(gain -> card.set("gain", gain.toJson()));
        array.add(card);
        measured.plain().ifPresent(baseline -> array.add(baseline.toJson(threshold())));
    }

    private Path given(Path path) {
        return sanad.surroundings().workingFolder().resolve(path).normalize();
    }

    private void write(List<RetrievalScorecard> cards) {
        run.ifPresent(file -> write(file, cards, RetrievalScorecard::toTrecRun));
        confidence.ifPresent(file -> write(file, cards, RetrievalScorecard::toConfidenceLines));
        support.ifPresent(file -> write(file, cards, RetrievalScorecard::toSupportLines));
    }

    private void writePlain(List<RetrievalScorecard> cards) {
        run.filter(file -> plain)
                .ifPresent(file -> write(
                        file.resolveSibling(file.getFileName() + ".plain"), cards, RetrievalScorecard::toTrecRun));
    }

    private void write(Path file, List<RetrievalScorecard> cards, Function<RetrievalScorecard, String> form) {
        sanad.surroundings().write(file, cards.stream().map(form).collect(Collectors.joining()));
    }
}
