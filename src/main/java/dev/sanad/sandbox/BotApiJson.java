package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The documented objects {@code User}, {@code Chat}, {@code Message} and {@code CallbackQuery} as JSON. */
final class BotApiJson {
    private final Chats chats;

    BotApiJson(Chats chats) {
        this.chats = chats;
    }

    ObjectNode user(SandboxUser user) {
        ObjectNode node =
                object().put("id", user.id()).put("is_bot", user.bot()).put("first_name", user.firstName());
        user.username().ifPresent(name -> node.put("username", name));
        user.languageCode().ifPresent(code -> node.put("language_code", code));
        return node;
    }

    ObjectNode chat(SandboxChat chat) {
        ObjectNode node =
                object().put("id", chat.id()).put("type", chat.type().name().toLowerCase(Locale.ROOT));
        node.put(chat.isPrivate() ? "first_name" : "title", chat.name());
        chat.username().ifPresent(name -> node.put("username", name));
        if (chat.forum()) {
            node.put("is_forum", true);
        }
        return node;
    }

    ObjectNode message(SandboxMessage message) {
        ObjectNode node = withoutReply(message);
        // A message of a topic that replies to none names the topic's first message there: the real server does so too.
        Optional<Integer> replyTo = message.replyTo().or(message::topic).filter(id -> id != message.id());
        replyTo.flatMap(id -> chats.find(message.chat(), id))
                .ifPresent(other -> node.set("reply_to_message", withoutReply(other)));
        return node;
    }

    /** "the Message object in this field will not contain further reply_to_message fields". */
    private ObjectNode withoutReply(SandboxMessage message) {
        ObjectNode node = object().put("message_id", message.id());
        message.topic().ifPresent(topic -> node.put("message_thread_id", topic).put("is_topic_message", true));
        if (message.chat().isChannel()) {
            node.set("sender_chat", chat(message.chat()));
        } else {
            node.set("from", user(message.from()));
        }
        node.set("chat", chat(message.chat()));
        node.put("date", message.date().getEpochSecond());
        if (message.edited()) {
            node.put("edit_date", message.now().since().getEpochSecond());
        }
        if (message.protectedContent()) {
            node.put("has_protected_content", true);
        }
        message.service().ifPresentOrElse(service -> addService(service, node), () -> addContent(message.now(), node));
        return node;
    }

    private void addService(SandboxMessage.Service service, ObjectNode node) {
        switch (service) {
            case SandboxMessage.Service.Joined joined ->
                node.putArray("new_chat_members").add(user(joined.user()));
            case SandboxMessage.Service.TopicCreated topic ->
                node.put("message_thread_id", node.get("message_id").intValue())
                        .put("is_topic_message", true)
                        .putObject("forum_topic_created")
                        .put("name", topic.name())
                        .put("icon_color", 0x6FB9F0);
            case SandboxMessage.Service.UpgradedTo to -> node.put("migrate_to_chat_id", to.supergroup());
            case SandboxMessage.Service.UpgradedFrom from -> node.put("migrate_from_chat_id", from.group());
        }
    }

    private void addContent(SandboxMessage.Version version, ObjectNode node) {
        boolean caption = version.document().isPresent();
        version.document().ifPresent(document -> node.set("document", document(document)));
        if (!caption || !version.text().isEmpty()) {
            node.put(caption ? "caption" : "text", version.text());
        }
        if (!version.entities().isEmpty()) {
            node.set(caption ? "caption_entities" : "entities", entities(version.entities()));
        }
        if (!version.keyboard().isEmpty()) {
            node.set("reply_markup", Keyboard.json(version.keyboard()));
        }
    }

    /** A {@code File} without its path. */
    static ObjectNode file(SandboxFile file) {
        return object().put("file_id", file.id())
                .put("file_unique_id", "u" + file.id())
                .put("file_size", file.bytes());
    }

    private static ObjectNode document(SandboxFile file) {
        return file(file).put("file_name", file.name()).put("mime_type", file.mimeType());
    }

    ObjectNode inlineQuery(String id, SandboxUser from, String words, String offset) {
        ObjectNode node = object().put("id", id);
        node.set("from", user(from));
        return node.put("query", words).put("offset", offset).put("chat_type", "sender");
    }

    ArrayNode entities(List<Entity> entities) {
        ArrayNode array = array();
        entities.forEach(entity -> array.add(entityJson(entity)));
        return array;
    }

    private ObjectNode entityJson(Entity entity) {
        ObjectNode node = entity.json();
        if (entity.type() == Entity.Type.TEXT_MENTION) {
            entity.argument().map(Long::valueOf).flatMap(chats::user).ifPresent(user -> node.set("user", user(user)));
        }
        return node;
    }

    ObjectNode callbackQuery(String id, SandboxUser from, SandboxMessage message, String data) {
        ObjectNode node = object().put("id", id);
        node.set("from", user(from));
        node.set("message", message(message));
        node.put("chat_instance", String.valueOf(message.chat().id() * 0x9E3779B97F4A7C15L));
        node.put("data", data);
        return node;
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
