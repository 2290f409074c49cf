package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A button under a message: its words, the one documented action that it has ({@code callback_data}, {@code url}, …) and the value of it. */
public record Button(String text, String action, JsonNode value) {
    /** What a press sends to the bot, where that is what the button does. */
    public Optional<String> callbackData() {
        return action.equals("callback_data") ? Optional.of(value.asText()) : Optional.empty();
    }

    public Optional<String> url() {
        return action.equals("url") ? Optional.of(value.asText()) : Optional.empty();
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("text", text);
        node.set(action, value);
        return node;
    }
}
