package dev.sanad.sandbox;

import java.util.Locale;

/**
 * Which messages of a group a bot gets to see. In privacy mode: commands, save those meant for another bot; replies to its messages; messages that
 * mention it; service messages ("Privacy mode" in the documents on bot features). A private chat and a
 * channel are seen whole.
 */
final class Privacy {
    private final Chats chats;
    private volatile boolean on = true;

    Privacy(Chats chats) {
        this.chats = chats;
    }

    void set(boolean privacyMode) {
        on = privacyMode;
    }

    boolean isOn() {
        return on;
    }

    boolean shows(SandboxMessage message) {
        return !on
                || message.chat().isPrivate()
                || message.chat().isChannel()
                || message.service().isPresent()
                || repliesToBot(message)
                || message.entities().stream().anyMatch(entity -> addressesBot(message.text(), entity));
    }

    private boolean repliesToBot(SandboxMessage message) {
        return message.replyTo()
                .flatMap(id -> chats.find(message.chat(), id))
                .filter(other -> other.from().equals(chats.bot()))
                .isPresent();
    }

    private boolean addressesBot(String text, Entity entity) {
        String words = entity.in(text).toLowerCase(Locale.ROOT);
        String name = "@" + chats.bot().username().orElseThrow().toLowerCase(Locale.ROOT);
        return switch (entity.type()) {
            case MENTION -> words.equals(name);
            case BOT_COMMAND -> words.indexOf('@') < 0 || words.endsWith(name);
            default -> false;
        };
    }
}
