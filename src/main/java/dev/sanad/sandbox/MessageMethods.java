package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sending, editing and deleting messages. Each call is done whole or not at all. */
final class MessageMethods {
    /** "A message can only be deleted if it was sent less than 48 hours ago." */
    private static final Duration DELETABLE = Duration.ofDays(2);

    private final Chats chats;
    private final FloodLimits limits;
    private final Clock clock;
    private final Target target;
    private final BotApiJson json;

    MessageMethods(Chats chats, FloodLimits limits, Clock clock) {
        this.chats = chats;
        this.limits = limits;
        this.clock = clock;
        this.target = new Target(chats);
        this.json = new BotApiJson(chats);
    }

    void addTo(Methods methods) {
        methods.add("sendMessage", whole(this::send));
        methods.add("editMessageText", whole(this::editText));
        methods.add("editMessageReplyMarkup", whole(this::editReplyMarkup));
        methods.add("deleteMessage", whole(this::delete));
    }

    private Methods.Method whole(Methods.Method method) {
        return call -> chats.guard().change(() -> method.call(call));
    }

    private JsonNode send(Parameters call) {
        SandboxChat chat = target.chat(call);
        Optional<Integer> topic = target.topic(call, chat);
        FormattedText text = MessageText.read(call, "message is too long");
        List<List<Button>> keyboard = Keyboard.read(call);
        Optional<SandboxMessage> replied = target.replied(call, chat);
        boolean protectedContent = call.flag("protect_content");
        checkDelivery(call);
        chats.checkOpen(chat);
        limits.admit(chat);
        return json.message(chats.put(new SandboxMessage(
                chat,
                0,
                chats.bot(),
                topic.or(() -> replied.flatMap(SandboxMessage::topic)),
                replied.map(SandboxMessage::id),
                List.of(version(text, keyboard)),
                protectedContent,
                false,
                Optional.empty())));
    }

    /** Parameters that change nothing here but have a documented type. */
    private static void checkDelivery(Parameters call) {
        call.flag("disable_notification");
        call.flag("disable_web_page_preview");
        call.json("link_preview_options").ifPresent(options -> {
            Fields fields = Fields.of(options, "LinkPreviewOptions");
            for (String flag : List.of("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text")) {
                fields.flag(flag);
            }
            fields.optionalString("url");
        });
    }

    private JsonNode editText(Parameters call) {
        SandboxMessage message = target.editable(call);
        FormattedText text = MessageText.read(call, "MESSAGE_TOO_LONG");
        checkDelivery(call);
        return edited(message, version(text, Keyboard.read(call)));
    }

    private JsonNode editReplyMarkup(Parameters call) {
        SandboxMessage message = target.editable(call);
        FormattedText text = new FormattedText(message.text(), message.entities());
        return edited(message, version(text, Keyboard.read(call)));
    }

    private JsonNode edited(SandboxMessage message, SandboxMessage.Version version) {
        if (message.now().saysTheSame(version)) {
            throw ApiException.badRequest("message is not modified: specified new message content and reply markup are "
                    + "exactly the same as a current content and reply markup of the message");
        }
        chats.checkOpen(message.chat());
        limits.admit(message.chat());
        return json.message(chats.replace(message.with(version)));
    }

    /** Its own messages everywhere, and those of people in private chats: in groups the bot is no administrator. */
    private JsonNode delete(Parameters call) {
        SandboxMessage message = target.message(call, "delete");
        boolean mayDelete = message.from().equals(chats.bot()) || message.chat().isPrivate();
        if (!mayDelete || clock.instant().isAfter(message.date().plus(DELETABLE))) {
            throw ApiException.badRequest("message can't be deleted");
        }
        chats.replace(message.gone());
        return BooleanNode.TRUE;
    }

    private SandboxMessage.Version version(FormattedText text, List<List<Button>> keyboard) {
        return new SandboxMessage.Version(clock.instant(), text.text(), text.entities(), keyboard);
    }
}
