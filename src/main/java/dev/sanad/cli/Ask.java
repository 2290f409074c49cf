package dev.sanad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.Answer;
import dev.sanad.answer.AnswerJson;
import dev.sanad.answer.Bill;
import dev.sanad.corpus.Audience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers one question, or a file of them. */
@Command(name = "ask", description = "Answer a question with citations.")
final class Ask implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Sanad sanad;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(names = "--json", description = "One JSON object instead of text.")
    private boolean json;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description =
                    "Questions, one JSON object {\"id\",\"question\"} a line; answers come as JSON, a line each, in"
                            + " order.")
    private Optional<Path> questions = Optional.empty();

    @Parameters(paramLabel = "QUESTION", arity = "0..*", description = "The question; several words need no quotes.")
    private List<String> words = List.of();

    Ask(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        if (questions.isPresent() == !words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give either a question or --questions FILE");
        }
        try (Engine engine = Engine.open(sanad, model.name())) {
            return questions.isPresent() ? file(questions.get(), engine) : one(String.join(" ", words), engine);
        }
    }

    private int one(String question, Engine engine) {
        Bill bill = new Bill();
        Answer answer = engine.answering(Audience.ALL, bill).ask(scope.question(question, engine.detector()));
        PrintStream out = sanad.surroundings().out();
        if (json) {
            out.println(JSON.createObjectNode()
                    .putNull("id")
                    .setAll(json(answer, bill))
                    .toString());
        } else {
            out.print(new AnswerText(answer, bill.charged(), sanad.verbose()));
        }
        return 0;
    }

    private static ObjectNode json(Answer answer, Bill bill) {
        ObjectNode json = AnswerJson.of(answer);
        json.set("usage", AnswerJson.usage(bill.charged()));
        return json;
    }

    private int file(Path given, Engine engine) {
        Path file = sanad.surroundings().workingFolder().resolve(given);
        int faults = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    ObjectNode result = line(line, engine);
                    faults += result.has("error") ? 1 : 0;
                    sanad.surroundings().out().println(result);
                }
            }
        } catch (IOException e) {
            throw new Fault(file.toString(), Faults.cause(e), "give a UTF-8 file of JSON lines", e);
        }
        return faults == 0 ? 0 : 1;
    }

    /** The answer of one line; a fault is an answer of its own, so that the rest goes on. */
    private ObjectNode line(String line, Engine engine) {
        ObjectNode result = JSON.createObjectNode();
        try {
            JsonNode asked = JSON.readTree(line);
            result.set("id", asked.get("id"));
            String question = asked.path("question").asText();
            result.put("question", question);
            Bill bill = new Bill();
            Answer answer = engine.answering(Audience.ALL, bill).ask(scope.question(question, engine.detector()));
            result.setAll(json(answer, bill));
        } catch (JsonProcessingException e) {
            result.put("error", "not a JSON object; write {\"id\": …, \"question\": …} on one line");
        } catch (RuntimeException e) {
            result.put("error", String.join("; ", Faults.lines(e, "ask")));
        }
        return result;
    }
}
