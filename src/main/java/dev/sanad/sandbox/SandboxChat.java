package dev.sanad.sandbox;

import java.util.Optional;

/**
 * A chat with the bot in it. Identifiers are formed as Telegram's are: the person's own for a private chat, negative for a group, below
 * -1000000000000 for a supergroup or a channel.
 *
 * @param name the title, or the person's first name
 * @param forum whether a supergroup has topics
 */
public record SandboxChat(long id, Type type, String name, Optional<String> username, boolean forum) {
    /** The documented types that a bot talks in. */
    public enum Type {
        PRIVATE,
        GROUP,
        SUPERGROUP,
        CHANNEL
    }

    boolean isPrivate() {
        return type == Type.PRIVATE;
    }

    boolean isChannel() {
        return type == Type.CHANNEL;
    }
}
