package dev.sanad.models;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model of the list {@code models/models.json}. The list states no digest: none of these files was at hand when it was written.
 *
 * @param name as users write it; not a repository
 * @param repository at the hub, {@code OWNER/NAME}
 * @param files paths in the repository, the ONNX file first; external data must keep its name beside it
 * @param dimension of its vectors; empty for a model that reranks
 * @param queryPrefix put before every question, {@code passagePrefix} before every passage; often empty
 * @param pooling how token vectors become one; empty for a model that reranks
 * @param licence SPDX id
 * @param megabytes about how much is fetched, in millions of bytes
 * @param languages those its card names, in words
 */
public record KnownModel(
        String name,
        Kind kind,
        String repository,
        List<String> files,
        OptionalInt dimension,
        Optional<String> queryPrefix,
        Optional<String> passagePrefix,
        Optional<Pooling> pooling,
        String licence,
        int megabytes,
        String languages) {
    /** What a model is for. */
    public enum Kind {
        EMBEDDING,
        /** A cross-encoder: reads question and passage together. */
        RERANKING
    }

    /** As {@code 1_Pooling/config.json} of the repository states it. */
    public enum Pooling {
        MEAN,
        CLS
    }

    private static final List<KnownModel> ALL = read();

    public KnownModel {
        files = List.copyOf(files);
    }

    /** In the order of the list. */
    public static List<KnownModel> all() {
        return ALL;
    }

    /** By its name or its repository. */
    public static Optional<KnownModel> of(String nameOrRepository) {
        return ALL.stream()
                .filter(model -> model.name.equals(nameOrRepository) || model.repository.equals(nameOrRepository))
                .findFirst();
    }

    private static List<KnownModel> read() {
        try (InputStream in = KnownModel.class.getResourceAsStream("/models/models.json")) {
            if (in == null) {
                throw new IllegalStateException("models/models.json is not in the jar");
            }
            return List.copyOf(JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .build()
                    .readValue(in, new TypeReference<List<KnownModel>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("reading models/models.json", e);
        }
    }
}
