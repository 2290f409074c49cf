package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.language.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A question whose answer is known.
 *
 * @param language it is written in
 * @param answerable whether the corpus answers it
 * @param evidence places that answer it, each enough; none where it is not answerable
 */
public record LabelledQuestion(String id, Language language, String text, boolean answerable, List<Place> evidence) {
    private static final String NEED =
            "give a file of lines {\"id\",\"lang\",\"question\",\"answerable\",\"evidence\":[{\"file\",\"contains\"}]}";

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /**
     * Words that answer.
     *
     * @param file relative to its corpus root
     * @param contains what a right passage or quote holds, white space folded
     */
    public record Place(String file, String contains) {}

    public LabelledQuestion {
        evidence = List.copyOf(evidence);
        if (answerable == evidence.isEmpty()) {
            throw new IllegalArgumentException("question %s: answerable exactly where it has evidence".formatted(id));
        }
    }

    /**
     * Reads questions, one JSON object a line; other fields are passed over.
     *
     * @throws EvaluationException naming the file and line that is at fault
     */
    public static List<LabelledQuestion> read(Path file) {
        List<LabelledQuestion> questions = JsonLines.read(file, "id", NEED).stream()
                .map(LabelledQuestion::of)
                .toList();
        if (questions.isEmpty()) {
            throw new EvaluationException("%s holds no question; %s".formatted(file, NEED));
        }
        return questions;
    }

    /** A line that {@link #read} reads. */
    public String toJson() {
        ObjectNode object = new JsonMapper().createObjectNode();
        object.put("id", id).put("lang", language.tag()).put("question", text).put("answerable", answerable);
        ArrayNode places = object.putArray("evidence");
        evidence.forEach(place -> places.addObject().put("file", place.file()).put("contains", place.contains()));
        return object.toString();
    }

    private static LabelledQuestion of(JsonLines.Line line) {
        String tag = line.required("lang");
        Language language = Language.ofTag(tag)
                .orElseThrow(() -> new EvaluationException("%s: \"lang\" is none of %s; write one of them"
                        .formatted(
                                line.place(),
                                Language.spoken().stream().map(Language::tag).toList())));
        JsonNode answerable = line.object().path("answerable");
        List<Place> evidence = new ArrayList<>();
        for (JsonNode place : line.object().path("evidence")) {
            evidence.add(new Place(
                    place.path("file").asText(), place.path("contains").asText()));
        }
        boolean blank = evidence.stream()
                .anyMatch(place -> place.file().isBlank() || place.contains().isBlank());
        if (!answerable.isBoolean() || blank || answerable.booleanValue() == evidence.isEmpty()) {
            throw new EvaluationException(
                    "%s: write \"answerable\": true with \"evidence\" of \"file\" and \"contains\", or false without"
                            .formatted(line.place()));
        }
        return new LabelledQuestion(
                line.id(), language, line.required("question"), answerable.booleanValue(), evidence);
    }

    /** Whether {@code text} of {@code file} holds one of the places. */
    boolean answeredBy(String file, String text) {
        String folded = folded(text);
        return evidence.stream()
                .anyMatch(place -> place.file().equals(file) && folded.contains(folded(place.contains())));
    }

    private static String folded(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }
}
