package dev.sanad.cli;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Bill;
import dev.sanad.conversation.History;
import dev.sanad.conversation.RememberedHistory;
import dev.sanad.corpus.Audience;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import dev.sanad.retrieval.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers questions from standard input, a line each, until it ends. A question that tells no language is read in the last one's. */
@Command(
        name = "chat",
        description = "Answer questions typed one after another, short ones in the light of those before; /new forgets"
                + " these, an empty line or Ctrl-D ends.")
final class Chat implements Callable<Integer> {
    private static final String NEW = "/new";

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
            History history = new RememberedHistory(engine.historyTokens());
            prompt();
            for (String line = lines.readLine(); line != null && !line.isBlank(); line = lines.readLine()) {
                if (line.strip().equalsIgnoreCase(NEW)) {
                    history.forget();
                    sanad.surroundings().out().println(new Messages("answer").text(last, "forgotten"));
                } else {
                    last = engine.detector().read(line, last);
                    answer(Question.of(line.strip(), last), engine, history);
                }
                prompt();
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("reading standard input", e);
        }
    }

    private void answer(Question question, Engine engine, History history) {
        Bill bill = new Bill();
        LiveText live = new LiveText(sanad.surroundings().out(), question.answerLanguage());
        Answer answer = engine.dialogue(Audience.ALL, bill).ask(question, history, live);
        live.end(new AnswerText(answer, bill.charged(), sanad.verbose()));
    }

    private void prompt() {
        if (sanad.surroundings().terminal()) {
            sanad.surroundings().err().print("? ");
            sanad.surroundings().err().flush();
        }
    }
}
