package dev.sanad.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import picocli.CommandLine.Option;

/** What the commands that measure over corpora of stated sizes have in common. */
final class SpeedOptions {
    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            required = true,
            arity = "1..*",
            description = "Folders with corpus.jsonl, queries.jsonl, qrels/test.tsv, together in one index.")
    private List<Path> datasets = List.of();

    @Option(names = "--queries", paramLabel = "N", description = "Questions to measure by; 500 unless given.")
    private int queries = 500;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of the passages and the choice of questions; 1 unless given.")
    private long seed = 1;

    @Option(names = "--json", description = "JSON instead of tables.")
    private boolean json;

    List<Path> folders(Sanad sanad) {
        return datasets.stream().map(path -> resolved(path, sanad)).toList();
    }

    /** A path of the command line. */
    static Path resolved(Path path, Sanad sanad) {
        return sanad.surroundings().workingFolder().resolve(path).normalize();
    }

    int queries() {
        return queries;
    }

    long seed() {
        return seed;
    }

    /** Whether too little is asked for to say anything. */
    boolean tooFew(List<Integer> sizes) {
        return queries < 2 || sizes.stream().anyMatch(size -> size < 1);
    }

    /** Measures each size and prints what came of it, as tables one by one, or as one array of JSON. */
    <T> void print(
            List<Integer> sizes,
            IntFunction<T> measured,
            Function<T, JsonNode> toJson,
            Function<T, String> toText,
            Sanad sanad) {
        ArrayNode array = new JsonMapper().createArrayNode();
        for (int size : sizes) {
            T card = measured.apply(size);
            array.add(toJson.apply(card));
            if (!json) {
                sanad.surroundings().out().println(toText.apply(card));
            }
        }
        if (json) {
            sanad.surroundings().out().println(array);
        }
    }
}
