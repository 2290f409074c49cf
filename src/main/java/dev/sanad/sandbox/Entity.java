package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@code MessageEntity}: a marked stretch of a message's text. Offset and length are UTF-16 units. The argument is the address of a
 * {@code text_link}, the language of a {@code pre}, the user's id of a {@code text_mention}, the id of a {@code custom_emoji}.
 */
public record Entity(Type type, int offset, int length, Optional<String> argument) {
    /** The order of equal stretches: what may hold the other comes first, as in the real server's sorted lists. */
    static final Comparator<Entity> ORDER = Comparator.comparingInt(Entity::offset)
            .thenComparing(Comparator.comparingInt(Entity::length).reversed())
            .thenComparing(Entity::type);

    public Entity {
        if (offset < 0 || length <= 0) {
            throw new IllegalArgumentException("bad entity %s at %d of %d".formatted(type, offset, length));
        }
    }

    Entity(Type type, int offset, int length) {
        this(type, offset, length, Optional.empty());
    }

    /** End exclusive. */
    public int end() {
        return offset + length;
    }

    /** The words that are marked. */
    public String in(String text) {
        return text.substring(offset, end());
    }

    Entity at(int from, int to) {
        return new Entity(type, from, to - from, argument);
    }

    boolean overlaps(Entity other) {
        return offset < other.end() && other.offset < end();
    }

    boolean contains(Entity other) {
        return offset <= other.offset && other.end() <= end();
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("offset", offset).put("length", length).put("type", type.name().toLowerCase(Locale.ROOT));
        argument.ifPresent(value -> {
            switch (type) {
                case TEXT_LINK -> node.put("url", value);
                case PRE -> node.put("language", value);
                case CUSTOM_EMOJI -> node.put("custom_emoji_id", value);
                case TEXT_MENTION -> node.putObject("user").put("id", Long.parseLong(value));
                default -> throw new IllegalStateException("an entity %s takes no argument".formatted(type));
            }
        });
        return node;
    }

    /** The documented types, in the order in which TDLib lets the first of two over the same words come first, and stay where only one may. */
    public enum Type {
        BLOCKQUOTE(Nesting.QUOTE),
        EXPANDABLE_BLOCKQUOTE(Nesting.QUOTE),
        PRE(Nesting.ALONE),
        CODE(Nesting.ALONE),
        TEXT_LINK(Nesting.ALONE),
        TEXT_MENTION(Nesting.ALONE),
        URL(Nesting.ALONE),
        EMAIL(Nesting.ALONE),
        MENTION(Nesting.ALONE),
        HASHTAG(Nesting.ALONE),
        BOT_COMMAND(Nesting.ALONE),
        BOLD(Nesting.FREE),
        ITALIC(Nesting.FREE),
        UNDERLINE(Nesting.FREE),
        STRIKETHROUGH(Nesting.FREE),
        SPOILER(Nesting.FREE),
        CUSTOM_EMOJI(Nesting.ALONE);

        private final Nesting nesting;

        Type(Nesting nesting) {
            this.nesting = nesting;
        }

        Nesting nesting() {
            return nesting;
        }

        boolean isCode() {
            return this == PRE || this == CODE;
        }
    }

    /** The rules of nesting that the Bot API states under "Formatting options". */
    enum Nesting {
        /** Holds and is part of any other entity, except code. */
        FREE,
        /** Holds any other entity but no quotation. */
        QUOTE,
        /** Cannot hold another of its kind. */
        ALONE
    }
}
