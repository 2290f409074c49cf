package dev.sanad.evaluation;

import dev.sanad.evaluation.BeirDataSet.Query;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Data sets of one index, with the names that their documents and queries have in its run. */
record DataSets(List<BeirDataSet> sets, RunIds documents, RunIds queries) {
    DataSets {
        sets = List.copyOf(sets);
    }

    /** @throws EvaluationException naming the file and line that is at fault, and what a folder needs */
    static DataSets read(List<Path> folders) {
        List<BeirDataSet> sets = BeirDataSet.read(folders);
        return new DataSets(
                sets,
                RunIds.of(sets.stream().map(BeirDataSet::documentIds).toList()),
                RunIds.of(sets.stream().map(BeirDataSet::queryIds).toList()));
    }

    /** Joined by {@code +}. */
    String name() {
        return String.join("+", names());
    }

    List<String> names() {
        return sets.stream().map(BeirDataSet::name).toList();
    }

    /** What the run calls all documents that the sets speak of. */
    Set<String> documentIds() {
        Set<String> ids = new HashSet<>();
        sets.forEach(set -> set.documentIds().forEach(id -> ids.add(documents.of(set.name(), id))));
        return ids;
    }

    /** Grades of the documents that answer a query, by what the run calls them. */
    Map<String, Integer> relevant(BeirDataSet set, Query query) {
        Map<String, Integer> relevant = new LinkedHashMap<>();
        set.relevant()
                .getOrDefault(query.id(), Map.of())
                .forEach((document, grade) -> relevant.put(documents.of(set.name(), document), grade));
        return relevant;
    }

    /** By what the run calls each query that has any; in the order of the sets. */
    Map<String, Map<String, Integer>> relevant() {
        Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
        for (BeirDataSet set : sets) {
            for (Query query : set.queries()) {
                Map<String, Integer> relevant = relevant(set, query);
                if (!relevant.isEmpty()) {
                    all.put(queries.of(set.name(), query.id()), relevant);
                }
            }
        }
        return all;
    }
}
