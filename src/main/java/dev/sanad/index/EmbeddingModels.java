package dev.sanad.index;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Builds the embedding model that the settings name: it asks once, and logs nothing of requests and replies. */
final class EmbeddingModels {
    private static final String OLLAMA = "http://localhost:11434";
    private static final String MODEL = "model.onnx";
    private static final String TOKENIZER = "tokenizer.json";

    private EmbeddingModels() {}

    /**
     * @param timeout for one request, everything included
     * @throws EmbeddingException where a model in process cannot be loaded; servers are not asked yet
     */
    static EmbeddingModel of(EmbeddingSettings settings, Duration timeout) {
        return switch (settings.provider()) {
            case ONNX -> onnx(settings);
            case OPENAI -> openAi(settings, timeout);
            case OLLAMA -> ollama(settings, timeout);
        };
    }

    /** A model in process is told apart from another in the same folder by its size; a server's name is all there is. */
    static VectorSpace space(EmbeddingSettings settings) {
        String name = settings.provider().tag() + ":" + settings.model();
        if (settings.provider() == EmbeddingSettings.Provider.ONNX) {
            name += "/" + settings.pooling().name().toLowerCase(Locale.ROOT) + "/" + bytes(settings);
        }
        return new VectorSpace(name, settings.passagePrefix(), settings.maxChars());
    }

    private static long bytes(EmbeddingSettings settings) {
        Path model = present(settings.folder().orElseThrow(), MODEL);
        try {
            return Files.size(model);
        } catch (IOException e) {
            throw new UncheckedIOException("embedding model %s".formatted(model), e);
        }
    }

    private static EmbeddingModel openAi(EmbeddingSettings settings, Duration timeout) {
        var builder = OpenAiEmbeddingModel.builder()
                .httpClientBuilder(new HttpWithin.Builder(timeout))
                .modelName(settings.model())
                .maxSegmentsPerBatch(settings.batchSize())
                .timeout(timeout)
                .maxRetries(0);
        settings.apiKey().ifPresent(builder::apiKey);
        settings.baseUrl().map(URI::toString).ifPresent(builder::baseUrl);
        return builder.build();
    }

    private static EmbeddingModel ollama(EmbeddingSettings settings, Duration timeout) {
        return OllamaEmbeddingModel.builder()
                .httpClientBuilder(new HttpWithin.Builder(timeout))
                .baseUrl(settings.baseUrl().map(URI::toString).orElse(OLLAMA))
                .modelName(settings.model())
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    private static EmbeddingModel onnx(EmbeddingSettings settings) {
        Path folder = settings.folder().orElseThrow();
        Path model = present(folder, MODEL);
        Path tokenizer = present(folder, TOKENIZER);
        try {
            return new OnnxEmbeddingModel(
                    model, tokenizer, PoolingMode.valueOf(settings.pooling().name()));
        } catch (RuntimeException | LinkageError e) {
            throw new EmbeddingException(
                    "embedding model %s: cannot be loaded (%s); fetch it anew or set embedding.provider to none"
                            .formatted(folder, ModelFault.cause(e)),
                    e);
        }
    }

    private static Path present(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new EmbeddingException(
                    "embedding model %s: there is no %s; fetch it by sanad models pull, or set embedding.model to a folder with %s and %s"
                            .formatted(folder, name, MODEL, TOKENIZER));
        }
        return file;
    }
}
