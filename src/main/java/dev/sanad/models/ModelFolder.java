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
     * Finds a model without asking any network or reading its bytes: a known name or {@code OWNER/REPO} that was pulled, else a folder of the user's own.
     *
     * @param nameOrFolder as the settings state it
     * @param base what a relative folder belongs to
     * @throws ModelException that says what to pull or what the folder lacks
     */
    public static ModelFolder of(String nameOrFolder, Path base, ModelCache cache) {
        Optional<KnownModel> known = KnownModel.of(nameOrFolder);
        String name = known.map(KnownModel::name).orElse(nameOrFolder);
        if ((known.isPresent() || ModelName.isRepository(name)) && Files.isDirectory(cache.folder(name))) {
            return checked(cache.folder(name), "pull it again: sanad models pull " + name);
        }
        Optional<Path> own = folder(nameOrFolder, base).filter(Files::isDirectory);
        if (own.isPresent()) {
            return checked(own.get(), "name a folder that holds both files");
        }
        if (known.isPresent() || ModelName.isRepository(name)) {
            throw new ModelException("model %s: not pulled; run: sanad models pull %s".formatted(name, name));
        }
        throw new ModelException(
                "model %s: neither a known name nor a folder; sanad models list shows the names".formatted(name));
    }

    public Path model() {
        return path.resolve(MODEL);
    }

    public Path tokenizer() {
        return path.resolve(TOKENIZER);
    }

    private static ModelFolder checked(Path folder, String remedy) {
        for (String file : List.of(MODEL, TOKENIZER)) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new ModelException("model folder %s: no %s that can be read; %s".formatted(folder, file, remedy));
            }
        }
        return new ModelFolder(folder.toAbsolutePath().normalize());
    }

    private static Optional<Path> folder(String text, Path base) {
        try {
            return Optional.of(base.resolve(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
