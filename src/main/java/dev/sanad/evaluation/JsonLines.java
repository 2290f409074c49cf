package dev.sanad.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A file of JSON objects, one a line, each with an id of its own; blank lines are passed over. */
final class JsonLines {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    /** Ids stand between spaces in a TREC run and in tables on a terminal. */
    private static final Pattern ID = Pattern.compile("[^\\s\\p{Cc}\\p{Cf}\\p{Z}]+");

    private JsonLines() {}

    /** One object. {@code place} names file and line, for faults. */
    record Line(String place, String id, JsonNode object) {
        /** The text of {@code field}, which must be there and not be blank. */
        String required(String field) {
            String text = object.path(field).asText();
            if (text.isBlank()) {
                throw new EvaluationException("%s: no \"%s\"; write one".formatted(place, field));
            }
            return text;
        }
    }

    /**
     * Reads {@code file}.
     *
     * @param idField name of the field that holds the id
     * @param need what the file should be, told where it cannot be opened
     * @throws EvaluationException naming the file and line that is at fault
     */
    static List<Line> read(Path file, String idField, String need) {
        List<Line> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (String text : text(file, need)) {
            number++;
            if (!text.isBlank()) {
                Line line = line("%s line %d".formatted(file, number), text, idField);
                if (!ids.add(line.id())) {
                    throw new EvaluationException("%s: %s \"%s\" stands twice; give each its own"
                            .formatted(line.place(), idField, line.id()));
                }
                lines.add(line);
            }
        }
        return lines;
    }

    /** The lines of a UTF-8 file, without a byte-order mark. */
    static List<String> text(Path file, String need) {
        try {
            String text = Files.readString(file);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new EvaluationException("%s does not exist; %s".formatted(file, need), e);
        } catch (IOException e) {
            throw new EvaluationException(
                    "%s cannot be read as UTF-8 text (%s); %s"
                            .formatted(file, e.getClass().getSimpleName(), need),
                    e);
        }
    }

    private static Line line(String place, String text, String idField) {
        try {
            JsonNode object = JSON.readTree(text);
            if (!object.isObject()) {
                throw new EvaluationException("%s: not a JSON object; write one object a line".formatted(place));
            }
            String id = object.path(idField).asText();
            if (!ID.matcher(id).matches()) {
                throw new EvaluationException(
                        "%s: \"%s\" is missing or has white space or control characters; give each line one without"
                                .formatted(place, idField));
            }
            return new Line(place, id, object);
        } catch (JsonProcessingException e) {
            throw new EvaluationException("%s: not JSON; write one object a line".formatted(place), e);
        }
    }
}
