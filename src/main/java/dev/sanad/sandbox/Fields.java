package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads the fields of a JSON object in a call, with the real server's words where one is missing or of a wrong type. */
final class Fields {
    private final JsonNode node;
    private final String type;

    private Fields(JsonNode node, String type) {
        this.node = node;
        this.type = type;
    }

    /** @param type the documented name, as faults tell it */
    static Fields of(JsonNode node, String type) {
        if (!node.isObject()) {
            throw ApiException.badRequest("can't parse %s: expected an Object".formatted(type));
        }
        return new Fields(node, type);
    }

    String string(String name) {
        return optionalString(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalString(String name) {
        return optional(name).map(value -> {
            if (!value.isTextual()) {
                throw wrongType(name, "String");
            }
            return value.textValue();
        });
    }

    int integer(String name) {
        return Math.toIntExact(Math.clamp(number(name), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** A whole number, also where it stands in a string, as the real server reads it. */
    long number(String name) {
        JsonNode value = optional(name).orElseThrow(() -> missing(name));
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isTextual() && value.textValue().matches("-?[0-9]{1,18}")) {
            return Long.parseLong(value.textValue());
        }
        throw wrongType(name, "Number");
    }

    boolean flag(String name) {
        return optional(name)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw wrongType(name, "Boolean");
                    }
                    return value.booleanValue();
                })
                .orElse(false);
    }

    JsonNode object(String name) {
        JsonNode value = optional(name).orElseThrow(() -> missing(name));
        if (!value.isObject()) {
            throw wrongType(name, "Object");
        }
        return value;
    }

    boolean has(String name) {
        return optional(name).isPresent();
    }

    private Optional<JsonNode> optional(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private ApiException missing(String name) {
        return ApiException.badRequest("can't parse %s: Can't find field \"%s\"".formatted(type, name));
    }

    private ApiException wrongType(String name, String expected) {
        return ApiException.badRequest(
                "can't parse %s: Field \"%s\" must be of type %s".formatted(type, name, expected));
    }
}
