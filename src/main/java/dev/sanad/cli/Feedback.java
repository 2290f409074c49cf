package dev.sanad.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands about what askers think of the bot's answers. */
@Command(
        name = "feedback",
        description = "What askers think of the bot's answers.",
        synopsisSubcommandLabel = "COMMAND")
final class Feedback implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: export");
    }
}
