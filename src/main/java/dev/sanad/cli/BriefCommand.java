package dev.sanad.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.AnswerJson;
import dev.sanad.answer.Bill;
import dev.sanad.brief.Brief;
import dev.sanad.brief.BriefJson;
import dev.sanad.brief.BriefMarkdown;
import dev.sanad.corpus.Audience;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a cited summary of a topic. */
@Command(name = "brief", description = "Write a cited summary of a topic over several articles.")
final class BriefCommand implements Callable<Integer> {
    /** What a brief may be written in. */
    enum Format {
        MD,
        JSON
    }

    private final Sanad sanad;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--format",
            paramLabel = "md|json",
            defaultValue = "md",
            description = "Markdown or JSON (default ${DEFAULT-VALUE}).")
    private Format format = Format.MD;

    @Parameters(paramLabel = "TOPIC", arity = "1..*", description = "The topic; several words need no quotes.")
    private List<String> words = List.of();

    BriefCommand(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() {
        try (Engine engine = Engine.open(sanad, model.name())) {
            Bill bill = new Bill();
            Brief brief =
                    engine.briefs(Audience.ALL, bill).write(scope.question(String.join(" ", words), engine.detector()));
            write(brief, bill);
            return 0;
        }
    }

    /** The lines about models are no part of the document. */
    private void write(Brief brief, Bill bill) {
        PrintStream out = sanad.surroundings().out();
        switch (format) {
            case MD -> {
                out.print(new BriefMarkdown().of(brief));
                if (sanad.verbose()) {
                    UsageText.lines(bill.charged()).forEach(sanad.surroundings().err()::println);
                }
            }
            case JSON -> {
                ObjectNode json = BriefJson.of(brief);
                json.set("usage", AnswerJson.usage(bill.charged()));
                out.println(json);
            }
        }
    }
}
