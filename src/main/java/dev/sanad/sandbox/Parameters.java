package dev.sanad.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a call says, by name. Values are kept as text, in whichever of the four documented ways they came (query string, urlencoded form, multipart
 * form, JSON): numbers, flags and nested objects of a JSON body in their JSON form. Names nobody asks for are ignored. Immutable.
 */
public final class Parameters {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The body wins over the query string. A body of another content type says nothing, as with the real server. */
    static Parameters of(Context request) {
        Map<String, String> values = new HashMap<>();
        addFirst(request.queryParamMap(), values);
        String type = Optional.ofNullable(request.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            addJson(request.body(), values);
        } else if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data")) {
            addFirst(request.formParamMap(), values);
        }
        return new Parameters(values);
    }

    private static void addFirst(Map<String, List<String>> given, Map<String, String> values) {
        given.forEach((name, all) -> values.put(name, all.getFirst()));
    }

    /** The fields of an object within a call, read as parameters are; {@code name} under {@code as}. */
    static Parameters of(JsonNode object, String name, String as) {
        Map<String, String> values = new HashMap<>();
        addFields(object, values);
        Optional.ofNullable(values.remove(name)).ifPresent(value -> values.put(as, value));
        return new Parameters(values);
    }

    private static void addJson(String body, Map<String, String> values) {
        if (body.isBlank()) {
            return;
        }
        addFields(
                parse(body)
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> ApiException.badRequest("can't parse JSON object")),
                values);
    }

    private static void addFields(JsonNode object, Map<String, String> values) {
        object.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!value.isNull()) {
                values.put(field.getKey(), value.isTextual() ? value.textValue() : value.toString());
            }
        });
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.of(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** As it came, which may be empty. */
    public Optional<String> string(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws ApiException 400 where the value is no whole number */
    Optional<Long> number(String name) {
        return string(name).filter(value -> !value.isEmpty()).map(value -> {
            if (!value.matches("[+-]?[0-9]{1,18}")) {
                throw wrongType(name, "Integer");
            }
            return Long.valueOf(value);
        });
    }

    Optional<Integer> integer(String name) {
        return number(name).map(value -> {
            if (value != value.intValue()) {
                throw wrongType(name, "Integer");
            }
            return value.intValue();
        });
    }

    /** Absent is false. */
    boolean flag(String name) {
        return switch (string(name).orElse("").toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "", "false", "0", "no" -> false;
            default -> throw wrongType(name, "Boolean");
        };
    }

    /** A JSON-serialized parameter; empty where it is absent or empty text. */
    Optional<JsonNode> json(String name) {
        return string(name)
                .filter(value -> !value.isBlank())
                .map(value -> parse(value)
                        .orElseThrow(() -> ApiException.badRequest(
                                "can't parse %s JSON object".formatted(name.replace('_', ' ')))));
    }

    private static ApiException wrongType(String name, String expected) {
        return ApiException.badRequest("parameter \"%s\" must be of type %s".formatted(name, expected));
    }

    /** The names alone: values are what people wrote. */
    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
