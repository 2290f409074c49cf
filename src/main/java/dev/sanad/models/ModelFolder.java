package dev.sanad.models;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a model can be loaded from.
 *
 * @param path absolute; the folder holds {@code model.onnx}, its external data if it has any, and {@code tokenizer.json}
 */
public record ModelFolder(Path path) {
    private static final String MODEL = "model.onnx";
    private static final String TOKENIZER = "tokenizer.json";

    /**
     * Finds a model without asking any network or reading its bytes: a folder of the user's own, else what was pulled.
     *
     * @param nameOrFolder as the settings state it: a known name, {@code OWNER/REPO} or a folder
     * @param base what a relative folder belongs to
     * @throws ModelException that says what to pull or what the folder lacks
     */
    public static ModelFolder of(String nameOrFolder, Path base, ModelCache cache) {
        Optional<Path> place = resolved(nameOrFolder, base)
                .map(own -> place(nameOrFolder, own, cache))
                .filter(Files::isDirectory);
        if (place.isPresent()) {
            return checked(place.get());
        }
        String name = name(nameOrFolder);
        throw new ModelException(
                KnownModel.of(name).isPresent() || ModelName.isRepository(name)
                        ? "model %s: not pulled; run: sanad models pull %s".formatted(name, name)
                        : "model %s: neither a known name nor a folder; sanad models list shows the names"
                                .formatted(name));
    }

    /**
     * Where a model stands or would stand: the user's own folder if there is one, else its place in the cache.
     *
     * @param own what the text means as a path
     */
    public static Path place(String nameOrFolder, Path own, ModelCache cache) {
        return Files.isDirectory(own) ? own : cache.folder(name(nameOrFolder));
    }

    private static String name(String given) {
        return KnownModel.of(given).map(KnownModel::name).orElse(given);
    }

    public Path model() {
        return path.resolve(MODEL);
    }

    public Path tokenizer() {
        return path.resolve(TOKENIZER);
    }

    private static ModelFolder checked(Path folder) {
        for (String file : List.of(MODEL, TOKENIZER)) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new ModelException(
                        "model folder %s: no %s that can be read; fetch the model by sanad models pull, or name a folder with both files"
                                .formatted(folder, file));
            }
        }
        return new ModelFolder(folder.toAbsolutePath().normalize());
    }

    private static Optional<Path> resolved(String text, Path base) {
        try {
            return Optional.of(base.resolve(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
