package dev.sanad.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.AnswerJson;
import dev.sanad.answer.RetrievalNotes;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Known;
import dev.sanad.index.Snapshot;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Explainer;
import dev.sanad.retrieval.Explanation;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retrieved;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the passages that a query finds, best first. */
@Command(name = "search", description = "Show the passages that a query finds, best first.")
final class Search implements Callable<Integer> {
    private static final int MOST = 1000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Sanad sanad;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--json", description = "One JSON object instead of text.")
    private boolean json;

    @Option(names = "--explain", description = "Show how the query was crossed and why each passage was found.")
    private boolean explain;

    @Option(
            names = "-k",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many at most (default ${DEFAULT-VALUE}).")
    private int most;

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "The query; several words need no quotes.")
    private List<String> words = List.of();

    Search(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        if (most < 1 || most > MOST) {
            throw new ParameterException(spec.commandLine(), "-k %d: give a number from 1 to %d".formatted(most, MOST));
        }
        try (Engine engine = Engine.open(sanad);
                Snapshot snapshot = engine.index().snapshot(Audience.ALL)) {
            Question question = scope.question(String.join(" ", words), engine.detector());
            Retrieved retrieved = engine.retriever().retrieve(question, snapshot, most);
            Optional<Explanation> explanation = explain
                    ? Optional.of(new Explainer(retrieved, snapshot, engine.analyzers()).explain())
                    : Optional.empty();
            if (json) {
                ObjectNode object = json(retrieved);
                explanation.ifPresent(made -> object.set("explain", ExplanationJson.of(retrieved, made)));
                sanad.surroundings().out().println(object);
            } else {
                print(retrieved, explanation.map(made -> new ExplanationText(retrieved, made)));
            }
            return 0;
        }
    }

    private void print(Retrieved retrieved, Optional<ExplanationText> explanation) {
        PrintStream out = sanad.surroundings().out();
        explanation.ifPresent(made -> out.println(made.question()));
        for (int i = 0; i < retrieved.ranked().size(); i++) {
            int place = i;
            out.println(text(retrieved.ranked().get(i))
                    + explanation.map(made -> made.hit(place)).orElse(""));
        }
        RetrievalNotes.of(retrieved).forEach(note -> sanad.surroundings().err().println("sanad: " + note.text()));
        if (retrieved.ranked().isEmpty()) {
            sanad.surroundings().err().println("sanad: no passage found");
        }
    }

    private static String text(Evidence evidence) {
        Article article = evidence.passage().article();
        return "%s  %s%s%s%n    %s%n"
                .formatted(
                        evidence.passage().id(),
                        article.source()
                                .map(source -> Printable.oneLine(source.value()) + ", ")
                                .orElse(""),
                        article.published().map(date -> date.value() + ", ").orElse(""),
                        Printable.oneLine(article.title().value()),
                        Printable.oneLine(evidence.passage().text().replaceAll("\\s+", " ")));
    }

    private static ObjectNode json(Retrieved retrieved) {
        ObjectNode object = JSON.createObjectNode();
        object.put("query", retrieved.question().text());
        object.put("language", retrieved.question().language().tag());
        object.put("confidence", Math.round(retrieved.confidence() * 10_000) / 10_000.0);
        object.set("notes", AnswerJson.notes(RetrievalNotes.of(retrieved)));
        int rank = 0;
        for (Evidence evidence : retrieved.ranked()) {
            object.withArray("hits").add(hit(++rank, evidence));
        }
        object.withArray("hits");
        return object;
    }

    private static ObjectNode hit(int rank, Evidence evidence) {
        Passage passage = evidence.passage();
        Article article = passage.article();
        ObjectNode hit = JSON.createObjectNode();
        hit.put("rank", rank);
        hit.put("passageId", passage.id().value());
        hit.put("file", article.file());
        hit.put("title", article.title().value());
        hit.put("source", value(article.source()).orElse(null));
        hit.put("published", value(article.published()).map(Object::toString).orElse(null));
        hit.put("language", article.language().value().tag());
        hit.put("start", passage.start());
        hit.put("end", passage.end());
        hit.put("text", passage.text());
        evidence.via().stream()
                .sorted()
                .forEach(via -> hit.withArray("via").add(via.name().toLowerCase(Locale.ROOT)));
        return hit;
    }

    private static <T> Optional<T> value(Optional<Known<T>> known) {
        return known.map(Known::value);
    }
}
