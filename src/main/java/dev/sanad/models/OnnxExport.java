package dev.sanad.models;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files of an ONNX export among those of a repository, as Optimum and Sentence Transformers lay it out: in {@code onnx/} or at the top. */
final class OnnxExport {
    private static final String MODEL = "model.onnx";
    private static final String TOKENIZER = "tokenizer.json";

    private OnnxExport() {}

    /**
     * The paths of the model, its external data and the tokenizer.
     *
     * @throws ModelException where the repository has no such export
     */
    static List<String> of(String repository, List<String> paths) {
        String folder = Stream.of("onnx/", "")
                .filter(prefix -> paths.contains(prefix + MODEL))
                .findFirst()
                .orElseThrow(() -> missing(repository, MODEL, paths));
        String tokenizer = Stream.of(TOKENIZER, folder + TOKENIZER)
                .filter(paths::contains)
                .findFirst()
                .orElseThrow(() -> missing(repository, TOKENIZER, paths));
        return Stream.of(
                        Stream.of(folder + MODEL),
                        paths.stream()
                                .filter(path -> externalData(folder, path))
                                .sorted(),
                        Stream.of(tokenizer))
                .flatMap(files -> files)
                .toList();
    }

    /** The names that PyTorch and Optimum give to weights outside of the model's file. */
    private static boolean externalData(String folder, String path) {
        String name = HubFile.name(path);
        return path.equals(folder + name)
                && (name.matches("model\\.onnx[_.]data[0-9_]*") || name.matches("[A-Za-z0-9_.]+_attr__value"));
    }

    private static ModelException missing(String repository, String file, List<String> paths) {
        Optional<String> other =
                paths.stream().filter(path -> path.endsWith(".onnx")).findFirst();
        return new ModelException("model %s: the repository has no %s%s; choose one with an ONNX export"
                .formatted(
                        repository,
                        file,
                        other.filter(path -> file.equals(MODEL))
                                .map(path -> ", only such as " + path)
                                .orElse("")));
    }
}
