package dev.sanad.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Exit codes: 0 done, 1 fault, 2 wrong use. */
public final class Main {
    private static final int DONE = 0;
    private static final int FAULT = 1;
    private static final int WRONG_USE = 2;

    /** Kept, or its level would be forgotten: Lucene recommends a module at each start that would cost the start-up cache. */
    private static final java.util.logging.Logger LUCENE = java.util.logging.Logger.getLogger("org.apache.lucene");

    private Main() {}

    public static void main(String[] args) {
        LUCENE.setLevel(java.util.logging.Level.SEVERE);
        System.exit(run(Surroundings.ofProcess(), args));
    }

    /** Runs one command and returns its exit code; every fault ends up as lines on the error stream. */
    static int run(Surroundings surroundings, String... args) {
        Sanad sanad = new Sanad(surroundings);
        CommandLine line = commandLine(sanad);
        int code;
        try {
            code = line.execute(args);
        } catch (Error e) {
            return report(sanad, line, e);
        }
        try {
            surroundings.out().flush();
        } catch (OutputClosedException | Fault e) {
            // where the command ended in a fault, it has been told
            return code == DONE ? report(sanad, line, e) : code;
        }
        return code;
    }

    /** All commands, wired. */
    static CommandLine commandLine(Sanad sanad) {
        Surroundings surroundings = sanad.surroundings();
        CommandLine line = new CommandLine(sanad);
        line.addSubcommand(new IndexCommand(sanad));
        line.addSubcommand(new Ask(sanad));
        line.addSubcommand(new Search(sanad));
        line.addSubcommand(new BriefCommand(sanad));
        line.addSubcommand(new Show(sanad));
        line.addSubcommand(new Chat(sanad));
        line.addSubcommand(new BotCommand(sanad));
        line.addSubcommand(new CommandLine(new Evaluate())
                .addSubcommand(new EvaluateRetrieval(sanad))
                .addSubcommand(new EvaluateAnswers(sanad))
                .addSubcommand(new EvaluateCompare(sanad))
                .addSubcommand(new EvaluateSpeed(sanad))
                .addSubcommand(new EvaluateOverhead(sanad)));
        line.addSubcommand(new CommandLine(new Feedback()).addSubcommand(new FeedbackExport(sanad)));
        line.addSubcommand(new CommandLine(new Models())
                .addSubcommand(new ModelsList(sanad))
                .addSubcommand(new ModelsPull(sanad)));
        line.addSubcommand(new Doctor(sanad));
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(parsed -> execute(sanad, parsed));
        line.setParameterExceptionHandler((e, arguments) -> wrongUse(sanad, e));
        line.setExecutionExceptionHandler((e, failed, parsed) -> report(sanad, failed, e));
        return line;
    }

    private static int execute(Sanad sanad, ParseResult parsed) {
        if (sanad.verbose()) {
            ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("dev.sanad"))
                    .setLevel(ch.qos.logback.classic.Level.DEBUG);
        }
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutputClosedException | Fault e) {
            // of --help and --version, which picocli prints outside any command
            return report(sanad, parsed.commandSpec().commandLine(), e);
        }
    }

    private static int wrongUse(Sanad sanad, ParameterException e) {
        CommandLine line = e.getCommandLine();
        StringBuilder fault = new StringBuilder(Printable.oneLine(String.valueOf(e.getMessage())));
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            fault.append("; did you mean ")
                    .append(String.join(" or ", unmatched.getSuggestions()))
                    .append('?');
        }
        sanad.surroundings()
                .err()
                .printf(
                        "sanad: %s; see '%s --help'%n",
                        fault, line.getCommandSpec().qualifiedName());
        return WRONG_USE;
    }

    private static int report(Sanad sanad, CommandLine line, Throwable thrown) {
        if (thrown instanceof OutputClosedException) {
            return DONE;
        }
        PrintStream err = sanad.surroundings().err();
        Faults.lines(thrown, line.getCommandName()).forEach(fault -> err.println("sanad: " + fault));
        if (sanad.verbose()) {
            thrown.printStackTrace(err);
        }
        return FAULT;
    }
}
