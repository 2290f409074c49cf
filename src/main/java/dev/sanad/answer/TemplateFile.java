package dev.sanad.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one template: YAML front matter, then the parts {@code system:} and {@code user:}, each begun by that word alone on a line. */
final class TemplateFile {
    private static final Pattern SHAPE = Pattern.compile(
            "\\A\\x{FEFF}?---[ \\t]*\\R(?<front>.*?)^---[ \\t]*\\R\\s*"
                    + "^system:[ \\t]*\\R(?<system>.*?)^user:[ \\t]*\\R(?<user>.*)\\z",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final YAMLMapper YAML = new YAMLMapper();

    private final String place;
    private final List<String> faults;

    private TemplateFile(String place, List<String> faults) {
        this.place = place;
        this.faults = faults;
    }

    /**
     * The template, or empty with at least one line added to {@code faults}.
     *
     * @param place how faults name the file
     * @param known placeholders that must stand in the template, and the only ones that may
     */
    static Optional<Prompt> parse(String place, String text, String name, Set<String> known, List<String> faults) {
        return new TemplateFile(place, faults).parse(text, name, known);
    }

    private Optional<Prompt> parse(String text, String name, Set<String> known) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            fault("not a template: it needs front matter between two lines of ---, then a line system: and a line"
                    + " user:");
            return Optional.empty();
        }
        int before = faults.size();
        String system = shape.group("system").strip();
        String user = shape.group("user").strip();
        JsonNode front = front(shape.group("front"));
        checkFront(front, name, known);
        checkBody(system, user, known);
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Prompt(name, front.path("version").asInt(), system, user));
    }

    private JsonNode front(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            fault("front matter is not YAML: see line %d of it"
                    .formatted(Math.max(1, e.getLocation().getLineNr())));
            return YAML.createObjectNode();
        }
    }

    private void checkFront(JsonNode front, String name, Set<String> known) {
        if (!front.path("name").asText().equals(name)) {
            fault("name is missing or wrong: write name: " + name);
        }
        if (!front.path("version").isInt() || front.path("version").asInt() < 1) {
            fault("version is missing or not a whole number from 1: write version: 1");
        }
        Set<String> declared = new TreeSet<>();
        front.path("placeholders").forEach(node -> declared.add(node.asText()));
        if (!declared.equals(known)) {
            fault("placeholders declares %s: write placeholders: %s".formatted(declared, new TreeSet<>(known)));
        }
    }

    private void checkBody(String system, String user, Set<String> known) {
        Set<String> used = new TreeSet<>();
        Stream.of(system, user)
                .flatMap(part -> Prompt.PLACEHOLDER.matcher(part).results())
                .forEach(match -> used.add(match.group(1)));
        used.stream()
                .filter(name -> !known.contains(name))
                .forEach(
                        name -> fault("unknown placeholder {{%s}}: use only %s".formatted(name, new TreeSet<>(known))));
        known.stream()
                .sorted()
                .filter(name -> !used.contains(name))
                .forEach(name -> fault("placeholder {{%s}} is missing: put it where it belongs".formatted(name)));
        if (system.isEmpty() || user.isEmpty()) {
            fault("the part %s is empty: write it".formatted(system.isEmpty() ? "system:" : "user:"));
        }
    }

    private void fault(String text) {
        faults.add(place + ": " + text);
    }
}
