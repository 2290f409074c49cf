package dev.sanad.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sanad.language.Language;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

class NoisyVectorsTest {
    private static final float[] REAL = {0.6f, 0, 0.8f, 0, 0};

    private final NoisyVectors vectors = new NoisyVectors(Map.of(Language.PERSIAN, List.of(REAL)), 7);

    @Test
    void eachIsAUnitVectorAsLikeARealOneAsStated() {
        for (float[] vector : vectors.of(Language.PERSIAN, "distractor-1", 50)) {
            assertThat(VectorUtil.dotProduct(vector, vector)).isCloseTo(1, within(1e-5f));
            assertThat(VectorUtil.dotProduct(vector, REAL)).isCloseTo(0.9f, within(1e-5f));
        }
    }

    @Test
    void theDocumentAndTheSeedDecide() {
        float[] first = vectors.of(Language.PERSIAN, "distractor-1", 1).getFirst();
        assertThat(vectors.of(Language.PERSIAN, "distractor-1", 1).getFirst()).containsExactly(first);
        assertThat(vectors.of(Language.PERSIAN, "distractor-2", 1).getFirst()).isNotEqualTo(first);
        assertThat(new NoisyVectors(vectors.real(), 8)
                        .of(Language.PERSIAN, "distractor-1", 1)
                        .getFirst())
                .isNotEqualTo(first);
    }
}
