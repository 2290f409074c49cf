package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private final Guard guard;
    private final Map<Key, ArrayNode> lists = new HashMap<>();

    CommandMethods(Guard guard) {
        this.guard = guard;
    }

    /** The identifiers as text, since a number may come as either; empty where the scope names none. */
    private record Key(String scope, String chat, String user, String language) {
        Key inNoLanguage() {
            return new Key(scope, chat, user, "");
        }
    }

    void addTo(Methods methods) {
        methods.add("setMyCommands", this::set);
        methods.add("getMyCommands", this::get);
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
        Key key = key(call);
        return guard.change(() -> {
            lists.put(key, list);
            return BooleanNode.TRUE;
        });
    }

    private JsonNode get(Parameters call) {
        Key key = key(call);
        return guard.read(() -> lists.getOrDefault(key, JsonNodeFactory.instance.arrayNode()));
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

    /**
     * What a person is offered in a chat: the first list there is, narrow scopes before wide ones, in each their language before none ("Determining list of
     * commands").
     */
    ArrayNode shown(SandboxChat chat, SandboxUser user) {
        String language =
                user.languageCode().map(tag -> tag.replaceFirst("-.*", "")).orElse("");
        String id = String.valueOf(chat.id());
        Stream<Key> scopes = Stream.of(
                new Key("chat_member", id, String.valueOf(user.id()), language),
                new Key("chat", id, "", language),
                new Key(chat.isPrivate() ? "all_private_chats" : "all_group_chats", "", "", language),
                new Key("default", "", "", language));
        return guard.read(() -> scopes.flatMap(key -> Stream.of(key, key.inNoLanguage()))
                .flatMap(key -> Stream.ofNullable(lists.get(key)))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::arrayNode));
    }

    private JsonNode delete(Parameters call) {
        Key key = key(call);
        return guard.change(() -> {
            lists.remove(key);
            return BooleanNode.TRUE;
        });
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
        return new Key(
                scope.get("type").textValue(),
                scope.path("chat_id").asText(),
                scope.path("user_id").asText(),
                language);
    }
}
