package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** The bot itself, chats and their members, chat actions, answers to callback queries. */
final class ChatMethods {
    /** "0-200 characters". */
    private static final int MAX_ANSWER_UNITS = 200;

    private final Chats chats;
    private final Callbacks callbacks;
    private final ChatActions actions;
    private final Privacy privacy;
    private final Target target;
    private final BotApiJson json;

    ChatMethods(Chats chats, Callbacks callbacks, ChatActions actions, Privacy privacy) {
        this.chats = chats;
        this.callbacks = callbacks;
        this.actions = actions;
        this.privacy = privacy;
        this.target = new Target(chats);
        this.json = new BotApiJson(chats);
    }

    void addTo(Methods methods) {
        methods.add("getMe", call -> me());
        methods.add("getChat", this::chat);
        methods.add("getChatMember", this::member);
        methods.add("sendChatAction", call -> chats.guard().change(() -> action(call)));
        methods.add("answerCallbackQuery", this::answer);
    }

    private JsonNode me() {
        return json.user(chats.bot())
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", !privacy.isOn())
                .put("supports_inline_queries", true)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    /** A {@code ChatFullInfo} with its required fields. */
    private JsonNode chat(Parameters call) {
        ObjectNode info = json.chat(target.chat(call)).put("accent_color_id", 0).put("max_reaction_count", 11);
        info.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        return info;
    }

    private JsonNode member(Parameters call) {
        SandboxChat chat = target.chat(call);
        SandboxUser user = call.number("user_id")
                .flatMap(chats::user)
                .orElseThrow(() -> ApiException.badRequest("user not found"));
        ObjectNode member = BotApiJson.object().put("status", chats.isMember(chat, user.id()) ? "member" : "left");
        member.set("user", json.user(user));
        return member;
    }

    private JsonNode action(Parameters call) {
        SandboxChat chat = target.chat(call);
        chats.checkOpen(chat);
        actions.show(chat, target.topic(call, chat), call.string("action").orElse(""));
        return BooleanNode.TRUE;
    }

    private JsonNode answer(Parameters call) {
        String text = call.string("text").orElse("");
        if (text.length() > MAX_ANSWER_UNITS) {
            throw ApiException.badRequest("MESSAGE_TOO_LONG");
        }
        Duration cacheTime = Duration.ofSeconds(call.integer("cache_time").orElse(0));
        callbacks.answer(
                call.string("callback_query_id").orElse(""),
                new Callbacks.Answer(
                        text, call.flag("show_alert"), call.string("url").orElse(""), cacheTime));
        return BooleanNode.TRUE;
    }
}
