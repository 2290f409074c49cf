package dev.sanad.retrieval;

import dev.sanad.index.PassageFacts;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/**
 * A candidate as the lists found it.
 *
 * @param document Lucene's number
 * @param score comparable only within one search
 * @param coverage share of the question's idf weight that stands in the passage or its title, 0 to 1
 * @param near nearness of its vector to the question's, see {@link DenseSearch}; 0 without a model
 */
record Found(int document, PassageFacts facts, double score, double coverage, double near, Set<Via> via) {
    /** Equal ones by passage id, since document numbers differ from one build of an index to the next. */
    static final Comparator<Found> BEST_FIRST = Comparator.comparingDouble(Found::score)
            .reversed()
            .thenComparing(found -> found.facts().id());

    Found {
        via = Set.copyOf(via);
    }

    /** The same by another score. */
    Found scored(double other) {
        return new Found(document, facts, other, coverage, near, via);
    }

    /** The same by another score that a model had a part in. */
    Found fused(double fusedScore, double nearness) {
        Set<Via> ways = EnumSet.noneOf(Via.class);
        ways.addAll(via);
        if (nearness > 0) {
            ways.add(Via.DENSE);
        }
        return new Found(document, facts, fusedScore, coverage, nearness, ways);
    }
}
