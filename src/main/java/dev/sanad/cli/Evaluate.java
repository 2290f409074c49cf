package dev.sanad.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of measuring commands. */
@Command(
        name = "evaluate",
        description = "Measure retrieval, answers and speed on labelled data.",
        synopsisSubcommandLabel = "COMMAND")
final class Evaluate implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to evaluate: retrieval, answers, compare, speed or overhead");
    }
}
