package dev.sanad.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model with manners: passages are asked for again while it is busy or away; a question is asked once, and after a failure the model is left
 * alone for a while, so that the next questions do not wait for it. Safe for use by many threads.
 */
final class VectorModel {
    /** With pauses of half a second, doubled each time, and what the server asks for, an outage of a quarter of a minute is outlived. */
    private static final int ATTEMPTS = 6;

    static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final String name;
    private final EmbeddingModel batches;
    private final EmbeddingModel questions;
    private final Retry retry;
    private final CircuitBreaker circuit;
    private final AtomicInteger dimension = new AtomicInteger();

    /** @param name for faults */
    VectorModel(EmbeddingSettings settings, String name, Duration firstPause, Duration leftAlone) {
        this.name = name;
        this.batches = EmbeddingModels.of(settings, settings.timeout());
        this.questions = settings.provider() == EmbeddingSettings.Provider.ONNX
                ? batches
                : EmbeddingModels.of(settings, settings.queryTimeout());
        this.retry = retry(firstPause);
        this.circuit = ModelCircuit.of("embedding", leftAlone);
    }

    private static Retry retry(Duration firstPause) {
        return Retry.of(
                "embedding",
                RetryConfig.custom()
                        .maxAttempts(ATTEMPTS)
                        .retryOnException(ModelFault::passing)
                        .intervalBiFunction(
                                (attempt, outcome) -> ModelRetry.pause(firstPause, attempt, outcome.getLeft())
                                        .toMillis())
                        .build());
    }

    /** How many numbers a vector has; 0 where the model has not told yet. */
    int dimension() {
        return dimension.get();
    }

    void expect(int numbers) {
        dimension.set(numbers);
    }

    /**
     * Unit vectors of one request's texts, in order.
     *
     * @throws EmbeddingException where the model fails for good
     */
    List<float[]> patiently(List<String> inputs) {
        try {
            return retry.executeSupplier(() -> vectors(batches, inputs));
        } catch (EmbeddingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EmbeddingException(EmbeddingFault.line(name, e), e);
        }
    }

    /**
     * The unit vector of a question.
     *
     * @throws EmbeddingUnavailableException where the model gives none in time, or failed a short while ago
     */
    float[] atOnce(String input) {
        try {
            return circuit.executeSupplier(
                    () -> vectors(questions, List.of(input)).getFirst());
        } catch (CallNotPermittedException e) {
            throw new EmbeddingUnavailableException(
                    "embedding model %s: left alone for a while after it failed; see the fault before this one"
                            .formatted(name),
                    e);
        } catch (EmbeddingException e) {
            throw new EmbeddingUnavailableException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw new EmbeddingUnavailableException(EmbeddingFault.line(name, e), e);
        }
    }

    private List<float[]> vectors(EmbeddingModel model, List<String> inputs) {
        List<Embedding> embeddings =
                model.embedAll(inputs.stream().map(TextSegment::from).toList()).content();
        if (embeddings.size() != inputs.size()) {
            throw unusable("%d vectors for %d texts".formatted(embeddings.size(), inputs.size()));
        }
        return embeddings.stream().map(embedding -> unit(embedding.vector())).toList();
    }

    private float[] unit(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        if (squares == 0 || !Double.isFinite(squares)) {
            throw unusable("a vector without a direction");
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return asLongAsOthers(unit);
    }

    /**
     * The same vector, also one made at another time.
     *
     * @throws EmbeddingException where the model gave a vector of another length
     */
    float[] asLongAsOthers(float[] vector) {
        int expected = dimension.updateAndGet(known -> known == 0 ? vector.length : known);
        if (vector.length != expected) {
            throw unusable("vectors of %d and of %d numbers".formatted(expected, vector.length));
        }
        return vector;
    }

    private EmbeddingException unusable(String what) {
        return new EmbeddingException(
                "embedding model %s: gave %s; if it was changed under its name, delete the folder embeddings under index.path and run: sanad index --rebuild"
                        .formatted(name, what));
    }
}
