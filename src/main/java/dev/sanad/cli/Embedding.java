package dev.sanad.cli;

import dev.sanad.index.Embedder;
import dev.sanad.index.VectorCache;
import java.util.Optional;
import java.util.function.Function;

/** Embedding models that remember what they embedded. */
final class Embedding {
    private Embedding() {}

    /** Runs {@code task} with the model of the settings; without one where they name none. */
    static <T> T during(Settings settings, Function<Optional<Embedder>, T> task) {
        return during(settings, settings.embedding().map(Embedder::of), task);
    }

    /** Runs {@code task} with {@code model}, if there is one, over the vectors that were kept, and keeps those that are new. */
    static <T> T during(Settings settings, Optional<Embedder> model, Function<Optional<Embedder>, T> task) {
        if (model.isEmpty()) {
            return task.apply(model);
        }
        try (VectorCache cache = VectorCache.open(Indexing.embeddings(settings))) {
            return task.apply(model.map(made -> made.remembering(cache)));
        }
    }
}
