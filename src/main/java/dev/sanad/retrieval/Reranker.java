package dev.sanad.retrieval;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.model.scoring.onnx.OnnxScoringModel;
import dev.sanad.index.ModelCircuit;
import dev.sanad.index.ModelFault;
import dev.sanad.index.ModelText;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Scores passages with a model that reads each together with the question. It is asked once; after a failure it is left alone for a while, so that the next
 * questions do not wait for it. Safe for use by many threads.
 */
public final class Reranker {
    private static final String MODEL = "model.onnx";
    private static final String TOKENIZER = "tokenizer.json";

    /** Models that read pairs are trained on 512 tokens, question included; a longer passage is cut. */
    private static final int MAX_TOKENS = 512;

    /** A server refuses what is too long for its model; as for embedding models. */
    private static final int MAX_CHARS = 1_500;

    private final String name;
    private final int depth;
    private final ScoringModel model;
    private final CircuitBreaker circuit;

    private Reranker(RerankSettings settings, ScoringModel model, Duration leftAlone) {
        this.name = settings.provider().tag() + ":" + settings.model();
        this.depth = settings.depth();
        this.model = model;
        this.circuit = ModelCircuit.of("rerank", leftAlone);
    }

    /**
     * Over the model of the settings.
     *
     * @throws RerankException where a model in process cannot be loaded; a server is not asked yet
     */
    public static Reranker of(RerankSettings settings) {
        return of(settings, ModelCircuit.LEFT_ALONE);
    }

    static Reranker of(RerankSettings settings, Duration leftAlone) {
        ScoringModel model = switch (settings.provider()) {
            case ONNX -> onnx(settings.folder().orElseThrow());
            case COHERE -> new RerankServer(settings);
        };
        return new Reranker(settings, model, leftAlone);
    }

    private static ScoringModel onnx(Path folder) {
        Path file = present(folder, MODEL);
        Path tokenizer = present(folder, TOKENIZER);
        try {
            return new OnnxScoringModel(file.toString(), tokenizer.toString(), MAX_TOKENS);
        } catch (RuntimeException | LinkageError e) {
            throw new RerankException(
                    "reranking model %s: cannot be loaded (%s); fetch it anew or set rerank.provider to none"
                            .formatted(folder, ModelFault.cause(e)),
                    e);
        }
    }

    private static Path present(Path folder, String file) {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new RerankException("reranking model %s: there is no %s; set rerank.model to a folder with %s and %s"
                    .formatted(folder, file, MODEL, TOKENIZER));
        }
        return path;
    }

    /** How many candidates are to be scored, the best by words and vectors. */
    public int depth() {
        return depth;
    }

    /**
     * How well each passage answers the question, in their order; comparable only within one call.
     *
     * @throws RerankException where the model gives no scores in time, gives what cannot be used, or failed a short while ago
     */
    public List<Double> scores(String question, List<String> passages) {
        try {
            return circuit.executeSupplier(() -> asked(question, passages));
        } catch (CallNotPermittedException e) {
            throw new RerankException(
                    "reranking model %s: left alone for a while after it failed; see the fault before this one"
                            .formatted(name),
                    e);
        } catch (RuntimeException e) {
            throw new RerankException("reranking model %s: %s".formatted(name, causeAndRemedy(e)), e);
        }
    }

    private List<Double> asked(String question, List<String> passages) {
        List<Double> scores = model.scoreAll(
                        passages.stream()
                                .map(text -> TextSegment.from(ModelText.cut(text, MAX_CHARS)))
                                .toList(),
                        question)
                .content();
        if (scores.size() != passages.size() || !scores.stream().allMatch(Double::isFinite)) {
            throw new RerankException(
                    "%d scores for %d texts, or one that is no number".formatted(scores.size(), passages.size()));
        }
        return scores;
    }

    private static String causeAndRemedy(RuntimeException fault) {
        String cause = ModelFault.cause(fault);
        return switch (fault) {
            case HttpException refused -> refusal(refused.statusCode(), cause);
            case TimeoutException e ->
                "it did not reply in time (%s); raise rerank.timeout or lower rerank.depth".formatted(cause);
            case RerankException e -> "gave %s; correct rerank.base-url and rerank.model".formatted(e.getMessage());
            default ->
                "it failed or cannot be reached (%s); start its server, or correct rerank.base-url and rerank.model"
                        .formatted(cause);
        };
    }

    private static String refusal(int status, String cause) {
        return switch (status) {
            case 401, 403 -> "the key was refused (%s); set rerank.api-key or SANAD_RERANK_API_KEY".formatted(cause);
            case 404 ->
                "the server has no such model or address (%s); correct rerank.model and rerank.base-url"
                        .formatted(cause);
            case 429 -> "it is busy or its quota is used up (%s); wait and ask again".formatted(cause);
            case 400, 413, 422 ->
                "the texts were refused (%s); check rerank.model, or lower rerank.depth".formatted(cause);
            default -> "it failed (%s); look into its server's log".formatted(cause);
        };
    }
}
