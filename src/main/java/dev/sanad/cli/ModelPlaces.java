package dev.sanad.cli;

import dev.sanad.models.ModelCache;
import dev.sanad.models.PinFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the commands about models find cache and pins. */
final class ModelPlaces {
    /** Beside {@code sanad.yaml}, to be committed with it. */
    private static final String PINS = "models.lock";

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "Where models are kept, instead of models.path (by default sanad/models in the user's cache).")
    private Optional<Path> cache = Optional.empty();

    ModelCache cache(Surroundings surroundings, Settings settings) {
        return new ModelCache(
                cache.map(given -> surroundings.workingFolder().resolve(given).normalize())
                        .orElse(settings.models().path()));
    }

    static PinFile pins(Surroundings surroundings, Settings settings) {
        return new PinFile(settings.file()
                .map(file -> file.toAbsolutePath().resolveSibling(PINS))
                .orElse(surroundings.home().resolve(PINS)));
    }
}
