package dev.sanad.evaluation;

import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Vectors of generated passages: that of a text of the same language, moved in a random direction by as much as makes them {@link #LIKENESS} alike. They
 * lie where real ones lie, so that a graph of them is as hard to search as one of real passages. Immutable and safe for use by many threads.
 *
 * @param real unit vectors, at least one of each language that is asked for
 */
record NoisyVectors(Map<Language, List<float[]>> real, long seed) {
    /** Cosine, as two passages about one subject have by multilingual-e5-small. */
    private static final double LIKENESS = 0.9;

    NoisyVectors {
        real = Map.copyOf(real);
    }

    /** Unit vectors of the passages of document {@code id}, which alone decides them together with the seed. */
    List<float[]> of(Language language, String id, int passages) {
        Random random = new Random(31 * seed + id.hashCode());
        List<float[]> given = real.getOrDefault(language, List.of());
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < passages; i++) {
            vectors.add(moved(given.get(random.nextInt(given.size())), random));
        }
        return vectors;
    }

    private static float[] moved(float[] from, Random random) {
        double[] aside = new double[from.length];
        double along = 0;
        for (int i = 0; i < from.length; i++) {
            aside[i] = random.nextGaussian();
            along += aside[i] * from[i];
        }
        double squares = 0;
        for (int i = 0; i < from.length; i++) {
            aside[i] -= along * from[i];
            squares += aside[i] * aside[i];
        }
        double weight = Math.sqrt((1 - LIKENESS * LIKENESS) / squares);
        float[] moved = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            moved[i] = (float) (LIKENESS * from[i] + weight * aside[i]);
        }
        return moved;
    }
}
