package dev.sanad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.Answer;
import dev.sanad.answer.AnswerJson;
import dev.sanad.answer.QuestionAnswering;
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
        try (Engine engine = Engine.open(sanad)) {
            QuestionAnswering answering = engine.answering();
            return questions.isPresent()
                    ? file(questions.get(), engine, answering)
                    : one(String.join(" ", words), engine, answering);
        }
    }

    private int one(String question, Engine engine, QuestionAnswering answering) {
        Answer answer = answering.ask(scope.question(question, engine.detector()));
        PrintStream out = sanad.surroundings().out();
        if (json) {
            ObjectNode object = JSON.createObjectNode().putNull("id");
            out.println(object.setAll(AnswerJson.of(answer)).toString());
        } else {
            out.print(new AnswerText(answer, sanad.verbose()));
        }
        return 0;
    }

    private int file(Path given, Engine engine, QuestionAnswering answering) {
        Path file = sanad.surroundings().workingFolder().resolve(given);
        int faults = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    ObjectNode result = line(line, engine, answering);
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
    private ObjectNode line(String line, Engine engine, QuestionAnswering answering) {
        ObjectNode result = JSON.createObjectNode();
        try {
            JsonNode asked = JSON.readTree(line);
            result.set("id", asked.get("id"));
            String question = asked.path("question").asText();
            result.put("question", question);
            result.setAll(AnswerJson.of(answering.ask(scope.question(question, engine.detector()))));
        } catch (JsonProcessingException e) {
            result.put("error", "not a JSON object; write {\"id\": …, \"question\": …} on one line");
        } catch (RuntimeException e) {
            result.put("error", String.join("; ", Faults.lines(e, "ask")));
        }
        return result;
    }
}
