package dev.sanad.evaluation;

import dev.sanad.retrieval.Via;
import java.util.Set;

/**
 * How retrieval is evaluated.
 *
 * @param whole documents are indexed unsplit, as rivals index them
 * @param without ways of finding that are left out
 * @param distractors how many generated passages stand in the index beside the documents; see {@link PassageGenerator}
 * @param seed of the generated passages
 */
public record RetrievalSetup(boolean whole, Set<Via> without, int distractors, long seed) {
    /** Documents in passages by all ways, as the product does it. */
    public static final RetrievalSetup PASSAGES = new RetrievalSetup(false, Set.of(), 0, 1);

    /** The same with documents unsplit. */
    public static final RetrievalSetup WHOLE = new RetrievalSetup(true, Set.of(), 0, 1);

    public RetrievalSetup {
        without = Set.copyOf(without);
        if (distractors < 0) {
            throw new IllegalArgumentException("%d distractors: give 0 or more".formatted(distractors));
        }
    }
}
