package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Finds what a call names: a chat, a topic of it, a message in it, the message to reply to. */
final class Target {
    private final Chats chats;

    Target(Chats chats) {
        this.chats = chats;
    }

    SandboxChat chat(Parameters call) {
        String id = call.string("chat_id").orElse("").strip();
        if (id.isEmpty()) {
            throw ApiException.badRequest("chat_id is empty");
        }
        SandboxChat chat = chats.find(id).orElseThrow(() -> ApiException.badRequest("chat not found"));
        chats.checkNotUpgraded(chat);
        return chat;
    }

    Optional<Integer> topic(Parameters call, SandboxChat chat) {
        Optional<Integer> topic = call.integer("message_thread_id").filter(id -> id != 0);
        if (topic.isPresent() && !isTopic(chat, topic.get())) {
            throw ApiException.badRequest("message thread not found");
        }
        return topic;
    }

    private boolean isTopic(SandboxChat chat, int id) {
        return chats.find(chat, id)
                .flatMap(SandboxMessage::service)
                .filter(SandboxMessage.Service.TopicCreated.class::isInstance)
                .isPresent();
    }

    /** @param purpose the verb in "message to … not found" */
    SandboxMessage message(Parameters call, String purpose) {
        if (call.string("inline_message_id").isPresent()) {
            throw ApiException.badRequest("the sandbox has no inline messages");
        }
        SandboxChat chat = chat(call);
        int id = call.integer("message_id")
                .filter(given -> given != 0)
                .orElseThrow(() -> ApiException.badRequest("message identifier is not specified"));
        return chats.find(chat, id)
                .orElseThrow(() -> ApiException.badRequest("message to %s not found".formatted(purpose)));
    }

    /** The bot's own, which alone it may edit. */
    SandboxMessage editable(Parameters call) {
        SandboxMessage message = message(call, "edit");
        if (!message.from().equals(chats.bot())) {
            throw ApiException.badRequest("message can't be edited");
        }
        return message;
    }

    /** By {@code reply_parameters}, or by {@code reply_to_message_id}, which older clients send. */
    Optional<SandboxMessage> replied(Parameters call, SandboxChat chat) {
        Optional<JsonNode> reply = call.json("reply_parameters");
        if (reply.isPresent()) {
            Fields fields = Fields.of(reply.get(), "ReplyParameters");
            if (fields.has("chat_id") && !reply.get().get("chat_id").asText().equals(String.valueOf(chat.id()))) {
                throw ApiException.badRequest("the sandbox replies within one chat alone");
            }
            return found(chat, fields.integer("message_id"), fields.flag("allow_sending_without_reply"));
        }
        Optional<Integer> id = call.integer("reply_to_message_id").filter(given -> given != 0);
        return id.flatMap(given -> found(chat, given, call.flag("allow_sending_without_reply")));
    }

    private Optional<SandboxMessage> found(SandboxChat chat, int id, boolean mayBeMissing) {
        Optional<SandboxMessage> message = chats.find(chat, id);
        if (message.isEmpty() && !mayBeMissing) {
            throw ApiException.badRequest("message to be replied not found");
        }
        return message;
    }
}
