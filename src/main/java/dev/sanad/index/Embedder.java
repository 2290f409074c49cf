package dev.sanad.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * Makes unit vectors of texts with an embedding model. Passages are embedded in batches and asked for again when the model is busy or away; a
 * question is asked once, and after a failure the model is left alone for a while, so that the next questions do not wait for it. Safe for use
 * by many threads.
 */
public final class Embedder {
    private final EmbeddingSettings settings;
    private final VectorSpace space;
    private final VectorModel model;
    private final Optional<VectorCache> cache;

    private Embedder(EmbeddingSettings settings, VectorSpace space, VectorModel model, Optional<VectorCache> cache) {
        this.settings = settings;
        this.space = space;
        this.model = model;
        this.cache = cache;
    }

    /**
     * Over the model of the settings, remembering nothing.
     *
     * @throws EmbeddingException where a model in process cannot be loaded; a server is not asked yet
     */
    public static Embedder of(EmbeddingSettings settings) {
        return of(settings, VectorModel.FIRST_PAUSE, ModelCircuit.LEFT_ALONE);
    }

    static Embedder of(EmbeddingSettings settings, Duration firstPause, Duration leftAlone) {
        VectorSpace space = EmbeddingModels.space(settings);
        VectorModel model = new VectorModel(settings, space.model(), firstPause, leftAlone);
        return new Embedder(settings, space, model, Optional.empty());
    }

    /** The same model, which remembers in {@code cache} what it embedded; questions too. */
    public Embedder remembering(VectorCache cache) {
        return new Embedder(settings, space, model, Optional.of(cache));
    }

    /** What vectors of passages mean. */
    public VectorSpace space() {
        return space;
    }

    /** Texts a request. */
    int batchSize() {
        return settings.batchSize();
    }

    /**
     * How many numbers a vector has; the model is asked where it has not told yet.
     *
     * @throws EmbeddingException where the model fails for good
     */
    public int dimension() {
        return model.dimension() > 0
                ? model.dimension()
                : passages(List.of("dimension")).getFirst().length;
    }

    /** From now on, vectors of another length are a fault: there are others to compare them with. */
    void expect(int numbers) {
        model.expect(numbers);
    }

    /**
     * Unit vectors of passages, in order.
     *
     * @throws EmbeddingException where the model fails for good; what it gave before is in the cache
     */
    public List<float[]> passages(List<String> texts) {
        return embed(settings.passagePrefix(), texts);
    }

    /**
     * Unit vectors of many questions, in order, for evaluation: they are waited for like passages.
     *
     * @throws EmbeddingException where the model fails for good
     */
    public List<float[]> queries(List<String> texts) {
        return embed(settings.queryPrefix(), texts);
    }

    /**
     * The unit vector of a question.
     *
     * @throws EmbeddingUnavailableException where the model gives none in time, or failed a short while ago
     */
    public float[] query(String text) {
        String input = settings.queryPrefix() + ModelText.cut(text, settings.maxChars());
        BytesRef key = VectorCache.key(space.model(), input);
        return cache.map(kept -> kept.get(List.of(key)).get(key)).orElseGet(() -> model.atOnce(input));
    }

    private List<float[]> embed(String prefix, List<String> texts) {
        List<String> inputs = texts.stream()
                .map(text -> prefix + ModelText.cut(text, settings.maxChars()))
                .toList();
        List<float[]> vectors = new ArrayList<>(inputs.size());
        for (int at = 0; at < inputs.size(); at += settings.batchSize()) {
            vectors.addAll(batch(inputs.subList(at, Math.min(inputs.size(), at + settings.batchSize()))));
        }
        return vectors;
    }

    /** Each distinct input is looked up, and asked for where the cache has it not. */
    private List<float[]> batch(List<String> inputs) {
        List<BytesRef> keys = inputs.stream()
                .map(input -> VectorCache.key(space.model(), input))
                .toList();
        Map<BytesRef, float[]> known =
                new LinkedHashMap<>(cache.map(kept -> kept.get(keys)).orElse(Map.of()));
        Map<BytesRef, String> missing = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (!known.containsKey(keys.get(i))) {
                missing.put(keys.get(i), inputs.get(i));
            }
        }
        if (!missing.isEmpty()) {
            Map<BytesRef, float[]> made = made(missing);
            cache.ifPresent(kept -> kept.put(made));
            known.putAll(made);
        }
        return keys.stream().map(known::get).map(model::asLongAsOthers).toList();
    }

    private Map<BytesRef, float[]> made(Map<BytesRef, String> inputs) {
        List<float[]> vectors = model.patiently(List.copyOf(inputs.values()));
        Map<BytesRef, float[]> made = new LinkedHashMap<>();
        inputs.keySet().forEach(key -> made.put(key, vectors.get(made.size())));
        return made;
    }
}
