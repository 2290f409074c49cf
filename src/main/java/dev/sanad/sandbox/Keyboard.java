package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code reply_markup}: rows of buttons, empty where there are none. */
final class Keyboard {
    /** "1-64 bytes". */
    private static final int MAX_DATA_BYTES = 64;
    /** "1-256 characters". */
    private static final int MAX_COPIED_UNITS = 256;
    /** More the real server refuses; the documents do not say it. */
    private static final int MAX_BUTTONS = 100;

    private static final List<String> OTHER_KEYBOARDS = List.of("keyboard", "remove_keyboard", "force_reply");
    private static final List<String> ACTIONS = List.of(
            "url",
            "callback_data",
            "web_app",
            "login_url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "copy_text",
            "callback_game",
            "pay");
    private static final List<String> TEXT_ACTIONS =
            List.of("url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat");

    private Keyboard() {}

    static List<List<Button>> read(Parameters call) {
        return call.json("reply_markup").map(Keyboard::rows).orElse(List.of());
    }

    private static List<List<Button>> rows(JsonNode markup) {
        if (!markup.isObject()) {
            throw ApiException.badRequest("object expected as reply markup");
        }
        if (OTHER_KEYBOARDS.stream().anyMatch(markup::has)) {
            throw ApiException.badRequest("the sandbox takes inline keyboards as reply markup, nothing else");
        }
        if (!markup.has("inline_keyboard")) {
            return List.of();
        }
        JsonNode keyboard = markup.get("inline_keyboard");
        if (!keyboard.isArray() || !stream(keyboard).allMatch(JsonNode::isArray)) {
            throw ApiException.badRequest(
                    "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        }
        List<List<Button>> rows = new ArrayList<>();
        for (JsonNode row : keyboard) {
            rows.add(stream(row).map(Keyboard::button).toList());
        }
        rows.removeIf(List::isEmpty);
        if (rows.stream().mapToInt(List::size).sum() > MAX_BUTTONS) {
            throw ApiException.badRequest("reply markup is too long");
        }
        return List.copyOf(rows);
    }

    private static Button button(JsonNode node) {
        Fields fields = Fields.of(node, "inline keyboard button");
        String text = fields.string("text");
        if (text.isBlank()) {
            throw ApiException.badRequest("inline keyboard button text must be non-empty");
        }
        List<String> actions = ACTIONS.stream().filter(fields::has).toList();
        if (actions.isEmpty()) {
            throw ApiException.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (actions.size() > 1) {
            throw ApiException.badRequest("can't parse inline keyboard button: exactly one action must be used, found "
                    + String.join(", ", actions));
        }
        String action = actions.getFirst();
        JsonNode value = TEXT_ACTIONS.contains(action)
                ? TextNode.valueOf(fields.string(action))
                : node.get(action).deepCopy();
        return new Button(text, action, checked(action, value));
    }

    private static JsonNode checked(String action, JsonNode value) {
        if (action.equals("callback_data")) {
            int bytes = value.textValue().getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > MAX_DATA_BYTES) {
                throw ApiException.badRequest("BUTTON_DATA_INVALID");
            }
        }
        if (action.equals("copy_text")) {
            int copied = Fields.of(value, "CopyTextButton").string("text").length();
            if (copied < 1 || copied > MAX_COPIED_UNITS) {
                throw ApiException.badRequest("BUTTON_COPY_TEXT_INVALID");
            }
        }
        return action.equals("url") ? TextNode.valueOf(checkedUrl(value.textValue())) : value;
    }

    private static String checkedUrl(String url) {
        if (Links.user(url).isPresent()) {
            return url;
        }
        Links.Checked checked = Links.check(url);
        return checked.address()
                .orElseThrow(() -> ApiException.badRequest(
                        "inline keyboard button URL '%s' is invalid: %s".formatted(url, checked.fault())));
    }

    static ObjectNode json(List<List<Button>> rows) {
        ObjectNode markup = JsonNodeFactory.instance.objectNode();
        var keyboard = markup.putArray("inline_keyboard");
        rows.forEach(row -> {
            var buttons = keyboard.addArray();
            row.forEach(button -> buttons.add(button.json()));
        });
        return markup;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
