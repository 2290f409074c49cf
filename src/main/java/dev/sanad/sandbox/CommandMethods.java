package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The bot's list of commands, one for each scope and language. */
final class CommandMethods {
    private static final int MAX_COMMANDS = 100;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,32}");
    private static final int MAX_DESCRIPTION_UNITS = 256;
    private static final Pattern LANGUAGE = Pattern.compile("|[a-z]{2}");
    private static final Set<String> SCOPES = Set.of(
            "default",
            "all_private_chats",
            "all_group_chats",
            "all_chat_administrators",
            "chat",
            "chat_administrators",
            "chat_member");

    private final Map<Key, ArrayNode> lists = new ConcurrentHashMap<>();

    private record Key(JsonNode scope, String language) {}

    void addTo(Methods methods) {
        methods.add("setMyCommands", this::set);
        methods.add("getMyCommands", call -> lists.getOrDefault(key(call), JsonNodeFactory.instance.arrayNode()));
        methods.add("deleteMyCommands", this::delete);
    }

    private JsonNode set(Parameters call) {
        JsonNode given = call.json("commands")
                .filter(JsonNode::isArray)
                .orElseThrow(() -> ApiException.badRequest("expected an Array of BotCommand"));
        if (given.size() > MAX_COMMANDS) {
            throw ApiException.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        given.forEach(node -> list.add(command(Fields.of(node, "BotCommand"))));
        lists.put(key(call), list);
        return BooleanNode.TRUE;
    }

    private static JsonNode command(Fields fields) {
        // The real server takes "/start" for "start".
        String name = fields.string("command").replaceFirst("^/", "");
        String description = fields.string("description").strip();
        if (!NAME.matcher(name).matches()) {
            throw ApiException.badRequest("BOT_COMMAND_INVALID");
        }
        if (description.isEmpty() || description.length() > MAX_DESCRIPTION_UNITS) {
            throw ApiException.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        return BotApiJson.object().put("command", name).put("description", description);
    }

    private JsonNode delete(Parameters call) {
        lists.remove(key(call));
        return BooleanNode.TRUE;
    }

    private static Key key(Parameters call) {
        Optional<JsonNode> given = call.json("scope");
        JsonNode scope = given.orElse(BotApiJson.object().put("type", "default"));
        if (!SCOPES.contains(Fields.of(scope, "BotCommandScope").string("type"))) {
            throw ApiException.badRequest("can't parse BotCommandScope: Unsupported type specified");
        }
        String language = call.string("language_code").orElse("");
        if (!LANGUAGE.matcher(language).matches()) {
            throw ApiException.badRequest("invalid language code specified");
        }
        return new Key(scope, language);
    }
}
