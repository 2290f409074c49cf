package dev.sanad.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sanad.evaluation.RetrievalEvaluation;
import dev.sanad.evaluation.RetrievalScorecard;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.VectorCache;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import dev.sanad.retrieval.Retriever;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures retrieval on data sets in BEIR form, in indexes of its own. */
@Command(name = "retrieval", description = "Measure retrieval on data sets in BEIR form, each alone unless --mixed.")
final class EvaluateRetrieval implements Callable<Integer> {
    private final Sanad sanad;

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
        Settings settings = sanad.settings();
        if (settings.embedding().isEmpty()) {
            return evaluate(Optional.empty());
        }
        try (VectorCache cache = VectorCache.open(Indexing.embeddings(settings))) {
            return evaluate(settings.embedding().map(Embedder::of).map(model -> model.remembering(cache)));
        }
    }

    private int evaluate(Optional<Embedder> embedder) {
        Analyzers analyzers = new Analyzers();
        RetrievalEvaluation evaluation = new RetrievalEvaluation(
                new PassageSplitter(new SentenceBreaker()),
                analyzers,
                new Retriever(analyzers, embedder, Set.of()),
                new LanguageDetector(),
                embedder,
                sanad.surroundings().clock());
        List<Path> folders = datasets.stream().map(this::given).toList();
        List<RetrievalScorecard> cards = new ArrayList<>();
        for (List<Path> together :
                mixed ? List.of(folders) : folders.stream().map(List::of).toList()) {
            cards.add(inTemporaryFolder(work -> evaluation.evaluate(together, whole, work)));
            if (!json) {
                sanad.surroundings().out().println(cards.getLast().toText());
            }
        }
        if (json) {
            ArrayNode array = new JsonMapper().createArrayNode();
            cards.forEach(card -> array.add(card.toJson()));
            sanad.surroundings().out().println(array);
        }
        run.ifPresent(file -> write(file, cards, RetrievalScorecard::toTrecRun));
        confidence.ifPresent(file -> write(file, cards, RetrievalScorecard::toConfidenceLines));
        support.ifPresent(file -> write(file, cards, RetrievalScorecard::toSupportLines));
        return 0;
    }

    private Path given(Path path) {
        return sanad.surroundings().workingFolder().resolve(path).normalize();
    }

    private void write(Path file, List<RetrievalScorecard> cards, Function<RetrievalScorecard, String> form) {
        try {
            Files.writeString(given(file), cards.stream().map(form).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new Fault(file.toString(), Faults.cause(e), "name a file that can be written", e);
        }
    }

    private static RetrievalScorecard inTemporaryFolder(Function<Path, RetrievalScorecard> task) {
        try {
            Path folder = Files.createTempDirectory("sanad-evaluation");
            try {
                return task.apply(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("using a temporary folder", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
