package dev.sanad.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.Citation;
import dev.sanad.conversation.FeedbackSet;
import dev.sanad.conversation.Opinion;
import dev.sanad.conversation.Opinions;
import dev.sanad.conversation.Shown;
import dev.sanad.conversation.Store;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import dev.sanad.index.Snapshot;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the opinions that label a question as an evaluation set, and says which do not, and why. The set goes to standard output and the report to the error stream, unless there is a file for the set. */
@Command(
        name = "export",
        description = "Write what was judged as questions that \"evaluate answers\" reads, and say what could not be.")
final class FeedbackExport implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Sanad sanad;

    @Option(names = "--json", description = "The report as a JSON object, with each opinion that is left out.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the questions there instead of to standard output.")
    private Optional<Path> file = Optional.empty();

    FeedbackExport(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        Surroundings surroundings = sanad.surroundings();
        FeedbackSet set = set(surroundings);
        String lines = set.questions().stream()
                .map(question -> question.toJson() + "\n")
                .collect(Collectors.joining());
        file.ifPresentOrElse(
                place -> surroundings.write(place, lines),
                () -> surroundings.out().print(lines));
        PrintStream report = file.isPresent() ? surroundings.out() : surroundings.err();
        report.println(json ? json(set) : text(set));
        return 0;
    }

    private FeedbackSet set(Surroundings surroundings) {
        String store = sanad.settings().storeUrl().reveal();
        try (Store opened = Store.open(store, surroundings.clock());
                Engine engine = Engine.open(sanad);
                Snapshot snapshot = engine.index().snapshot(Audience.ALL)) {
            return FeedbackSet.of(new Opinions(opened).all(), stands(snapshot));
        }
    }

    private static Predicate<Citation> stands(Snapshot snapshot) {
        Map<String, String> texts = snapshot.articles().stream()
                .collect(Collectors.toMap(Article::file, Article::text, (one, other) -> one));
        return citation -> texts.getOrDefault(citation.file(), "").contains(citation.quote());
    }

    /** A count, then a line for each kind that is left out. */
    private static String text(FeedbackSet set) {
        Map<String, Long> leftOut = set.leftOut().stream()
                .collect(Collectors.groupingBy(
                        left -> "judged %s: %s"
                                .formatted(
                                        name(left.given().opinion()), left.why().words()),
                        TreeMap::new,
                        Collectors.counting()));
        String lines = leftOut.entrySet().stream()
                .map(kind -> "%n  %d %s".formatted(kind.getValue(), kind.getKey()))
                .collect(Collectors.joining());
        return "%d questions; %d opinions left out%s"
                .formatted(set.questions().size(), set.leftOut().size(), lines);
    }

    private static ObjectNode json(FeedbackSet set) {
        ObjectNode report = JSON.createObjectNode();
        report.put("questions", set.questions().size());
        ArrayNode leftOut = report.putArray("leftOut");
        for (FeedbackSet.LeftOut left : set.leftOut()) {
            Optional<Shown> shown = left.given().shown();
            leftOut.addObject()
                    .put("id", left.given().id())
                    .put("opinion", name(left.given().opinion()))
                    .put("why", left.why().words())
                    .put("lang", shown.map(kept -> kept.language().tag()).orElse(null))
                    .put("question", shown.map(Shown::request).orElse(null));
        }
        return report;
    }

    private static String name(Opinion opinion) {
        return opinion.name().toLowerCase(Locale.ROOT);
    }
}
