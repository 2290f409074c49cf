package dev.sanad.retrieval;

import dev.sanad.passage.Passage;
import java.util.List;
import java.util.Set;

/**
 * A passage that was found.
 *
 * @param score comparable only within one result
 * @param coverage share of the question's idf weight that stands in the passage or its title, 0 to 1
 * @param near nearness of its vector to the question's, see {@link DenseSearch}; 0 where no model took part
 * @param via which lists hold words of the question's subject; empty where only words that ask were found
 * @param reprints passages that say the same and ranked lower, best first
 */
public record Evidence(
        Passage passage, double score, double coverage, double near, Set<Via> via, List<Passage> reprints) {
    public Evidence {
        via = Set.copyOf(via);
        reprints = List.copyOf(reprints);
    }
}
