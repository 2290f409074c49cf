package dev.sanad.cli;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Bill;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers questions from standard input, a line each, until it ends. A question that tells no language is read in the last one's. */
@Command(name = "chat", description = "Answer questions typed one after another; an empty line or Ctrl-D ends.")
final class Chat implements Callable<Integer> {
    private final Sanad sanad;

    @Mixin
    private ModelOption model = new ModelOption();

    Chat(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        try (Engine engine = Engine.open(sanad, model.name())) {
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(sanad.surroundings().in(), StandardCharsets.UTF_8));
            Language last = Language.ENGLISH;
            prompt();
            for (String line = lines.readLine(); line != null && !line.isBlank(); line = lines.readLine()) {
                last = engine.detector().read(line, last);
                PrintStream out = sanad.surroundings().out();
                Bill bill = new Bill();
                LiveText live = new LiveText(out, last);
                Answer answer = engine.answering(bill).ask(Question.of(line.strip(), last), live);
                live.end(new AnswerText(answer, bill.charged(), sanad.verbose()));
                prompt();
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("reading standard input", e);
        }
    }

    private void prompt() {
        if (sanad.surroundings().terminal()) {
            sanad.surroundings().err().print("? ");
            sanad.surroundings().err().flush();
        }
    }
}
