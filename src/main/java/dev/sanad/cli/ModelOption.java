package dev.sanad.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The language model of one command. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "The language model of llm.models to ask first; \"default\" is that of llm.provider.")
    private Optional<String> name = Optional.empty();

    Optional<String> name() {
        return name;
    }
}
