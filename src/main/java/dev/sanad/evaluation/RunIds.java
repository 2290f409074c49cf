package dev.sanad.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What documents or queries are called in a run over several sets: by their own id, or {@code set:id} where several sets use it, so that a document of
 * one set never passes for a document of another.
 */
record RunIds(Set<String> shared) {
    RunIds {
        shared = Set.copyOf(shared);
    }

    /** Ids of all sets, one set of strings a set. */
    static RunIds of(List<Set<String>> idsOfSets) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (Set<String> ids : idsOfSets) {
            ids.stream().filter(id -> !seen.add(id)).forEach(shared::add);
        }
        return new RunIds(shared);
    }

    String of(String set, String id) {
        return shared.contains(id) ? set + ":" + id : id;
    }
}
