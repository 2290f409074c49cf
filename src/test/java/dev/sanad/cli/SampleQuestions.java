package dev.sanad.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Our questions about the sample corpus. */
final class SampleQuestions {
    private static final Path FILE = Path.of("src/test/resources/collection/questions.jsonl");

    private SampleQuestions() {}

    /** Those whose evidence is in their own language, in all six. */
    static List<String> answerable() throws IOException {
        List<String> questions = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            JsonNode question = new ObjectMapper().readTree(line);
            if (question.get("answerable").asBoolean() && !question.get("cross").asBoolean()) {
                questions.add(question.get("question").asText());
            }
        }
        return questions;
    }
}
