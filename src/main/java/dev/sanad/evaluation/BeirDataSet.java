package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A retrieval data set in BEIR form (Thakur et al. 2021): {@code corpus.jsonl}, {@code queries.jsonl}, {@code qrels/test.tsv}.
 *
 * @param name of its folder
 * @param relevant relevance grades above 0 by document, by query; documents need not be in the corpus, queries need not be judged
 */
record BeirDataSet(
        String name, List<Document> documents, List<Query> queries, Map<String, Map<String, Integer>> relevant) {
    private static final String NEED = "a data set folder holds corpus.jsonl, queries.jsonl and qrels/test.tsv";

    /** A document. {@code metadata} is the object of that name, or a missing node. */
    record Document(String id, String title, String text, JsonNode metadata) {
        /** What is indexed: a document without text still has its title's words. */
        String words() {
            return text.isBlank() ? title.strip() : text;
        }
    }

    /** A query. */
    record Query(String id, String text, JsonNode metadata) {}

    /**
     * Reads one set.
     *
     * @throws EvaluationException naming the file and line that is at fault, and what the folder needs
     */
    static BeirDataSet read(Path folder) {
        List<Document> documents = JsonLines.read(folder.resolve("corpus.jsonl"), "_id", NEED).stream()
                .map(line -> new Document(
                        line.id(),
                        line.object().path("title").asText(),
                        line.object().path("text").asText(),
                        line.object().path("metadata")))
                .toList();
        List<Query> queries = JsonLines.read(folder.resolve("queries.jsonl"), "_id", NEED).stream()
                .map(line -> new Query(
                        line.id(), line.required("text"), line.object().path("metadata")))
                .toList();
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new BeirDataSet(name, documents, queries, judgements(folder.resolve("qrels/test.tsv"), queries));
    }

    /** Reads sets that are to share an index: where folders have the same name, the later ones get {@code -2}, {@code -3} …. */
    static List<BeirDataSet> read(List<Path> folders) {
        Set<String> taken = new HashSet<>();
        List<BeirDataSet> sets = new ArrayList<>();
        for (Path folder : folders) {
            BeirDataSet set = read(folder);
            String name = set.name();
            for (int i = 2; !taken.add(name); i++) {
                name = set.name() + "-" + i;
            }
            sets.add(new BeirDataSet(name, set.documents(), set.queries(), set.relevant()));
        }
        return sets;
    }

    /** Ids of all documents that the set speaks of. */
    Set<String> documentIds() {
        Set<String> ids = new HashSet<>();
        documents.forEach(document -> ids.add(document.id()));
        relevant.values().forEach(judged -> ids.addAll(judged.keySet()));
        return ids;
    }

    Set<String> queryIds() {
        Set<String> ids = new HashSet<>();
        queries.forEach(query -> ids.add(query.id()));
        return ids;
    }

    private static Map<String, Map<String, Integer>> judgements(Path file, List<Query> queries) {
        Map<String, Map<String, Integer>> relevant = new HashMap<>();
        int number = 0;
        for (String line : JsonLines.text(file, NEED)) {
            number++;
            if (!line.isBlank() && !line.startsWith("query-id\t")) {
                judge(line.split("\t", -1), "%s line %d".formatted(file, number), relevant);
            }
        }
        if (!relevant.isEmpty() && queries.stream().noneMatch(query -> relevant.containsKey(query.id()))) {
            throw new EvaluationException(
                    "%s: judges none of the queries in queries.jsonl; its first column is their _id".formatted(file));
        }
        return relevant;
    }

    private static void judge(String[] cells, String place, Map<String, Map<String, Integer>> relevant) {
        if (cells.length != 3 || !cells[2].strip().matches("-?\\d{1,9}")) {
            throw new EvaluationException(
                    "%s: not a judgement; write query-id, corpus-id and score (a whole number) between tabs"
                            .formatted(place));
        }
        int grade = Integer.parseInt(cells[2].strip());
        if (grade > 0) {
            relevant.computeIfAbsent(cells[0], unused -> new LinkedHashMap<>()).put(cells[1], grade);
        }
    }
}
