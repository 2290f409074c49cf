package dev.sanad.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands about models that run in this process. */
@Command(
        name = "models",
        description = "List or fetch models that run in this process.",
        synopsisSubcommandLabel = "COMMAND")
final class Models implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: list or pull");
    }
}
