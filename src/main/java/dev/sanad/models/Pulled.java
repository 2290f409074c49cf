package dev.sanad.models;

import java.nio.file.Path;
import java.util.Set;

/**
 * A model that stands whole in the cache, as pinned.
 *
 * @param fetched whether anything was asked of the hub's files; false where all stood there already
 * @param unstated names of files whose bytes the hub states no digest of: they are pinned as they came
 */
public record Pulled(String name, Path folder, Pin pin, boolean fetched, Set<String> unstated) {
    public Pulled {
        unstated = Set.copyOf(unstated);
    }
}
