package dev.sanad.cli;

import dev.sanad.index.Embedder;
import dev.sanad.index.VectorCache;
import java.util.Optional;
import java.util.function.Function;

/** The embedding model of the settings for a task of evaluation. */
final class Embedding {
    private Embedding() {}

    /** Runs {@code task} with the model, which remembers all that it embeds; without one where the settings name none. */
    static <T> T during(Settings settings, Function<Optional<Embedder>, T> task) {
        if (settings.embedding().isEmpty()) {
            return task.apply(Optional.empty());
        }
        try (VectorCache cache = VectorCache.open(Indexing.embeddings(settings))) {
            return task.apply(settings.embedding().map(Embedder::of).map(model -> model.remembering(cache)));
        }
    }
}
