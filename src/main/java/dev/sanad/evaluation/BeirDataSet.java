package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A retrieval data set in BEIR form (Thakur et al. 2021): {@code corpus.jsonl}, {@code queries.jsonl}, {@code qrels/test.tsv}.
 *
 * @param name of its folder
 * @param relevant relevance grades above 0 by document, by query
 */
record BeirDataSet(
        String name, List<Document> documents, List<Query> queries, Map<String, Map<String, Integer>> relevant) {

    /** A document. {@code metadata} is the object of that name, or a missing node. */
    record Document(String id, String title, String text, JsonNode metadata) {}

    /** A query. */
    record Query(String id, String text, JsonNode metadata) {}

    /** @throws EvaluationException naming the file and line that cannot be read */
    static BeirDataSet read(Path folder) {
        List<Document> documents = new ArrayList<>();
        for (JsonNode line : lines(folder.resolve("corpus.jsonl"))) {
            documents.add(new Document(
                    line.path("_id").asText(),
                    line.path("title").asText(),
                    line.path("text").asText(),
                    line.path("metadata")));
        }
        List<Query> queries = new ArrayList<>();
        for (JsonNode line : lines(folder.resolve("queries.jsonl"))) {
            queries.add(new Query(line.path("_id").asText(), line.path("text").asText(), line.path("metadata")));
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new BeirDataSet(name, documents, queries, judgements(folder.resolve("qrels/test.tsv")));
    }

    private static List<JsonNode> lines(Path file) {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines.add(json.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new EvaluationException(
                    "%s: not readable as JSON lines after line %d; give a folder in BEIR form"
                            .formatted(file, lines.size()),
                    e);
        }
        return lines;
    }

    private static Map<String, Map<String, Integer>> judgements(Path file) {
        Map<String, Map<String, Integer>> relevant = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t", -1);
                if (cells.length == 3 && !cells[0].equals("query-id")) {
                    int grade = Integer.parseInt(cells[2].strip());
                    if (grade > 0) {
                        relevant.computeIfAbsent(cells[0], unused -> new LinkedHashMap<>())
                                .put(cells[1], grade);
                    }
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new EvaluationException("%s: not readable as query-id, corpus-id, score".formatted(file), e);
        }
        return relevant;
    }
}
