package dev.sanad.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: what all commands share. Each command is given this object and is added in {@link Main#commandLine}. */
@Command(
        name = "sanad",
        description = "Cited answers over news in many languages.",
        versionProvider = Sanad.Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class Sanad implements Runnable {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings file; otherwise sanad.yaml in the working folder, then beside the launcher.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Log more, and show where a fault came from.")
    private boolean verbose;

    // picocli acts on these two itself
    @SuppressWarnings("unused")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @SuppressWarnings("unused")
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    Sanad(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** @throws SettingsException with every fault */
    Settings settings() {
        return SettingsReader.read(surroundings, config);
    }

    boolean verbose() {
        return verbose;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    /** As the jar's manifest states it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String stated = Sanad.class.getPackage().getImplementationVersion();
            return new String[] {
                "sanad %s (Java %s)".formatted(stated == null ? "from source" : stated, Runtime.version())
            };
        }
    }
}
