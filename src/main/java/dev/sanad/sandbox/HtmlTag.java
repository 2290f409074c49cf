package dev.sanad.sandbox;

import java.util.List;
import java.util.Optional;

/** A tag that was opened: where its text starts (UTF-16 units into the text without tags), and the one attribute that means something for it. */
final class HtmlTag {
    private final String name;
    private final int start;
    private String argument = "";

    HtmlTag(String name, int start) {
        this.name = name;
        this.start = start;
    }

    String name() {
        return name;
    }

    int start() {
        return start;
    }

    String argument() {
        return argument;
    }

    void attribute(String attribute, String value) {
        switch (name + " " + attribute) {
            case "a href", "tg-emoji emoji-id" -> argument = value;
            case "code class" ->
                argument = value.startsWith("language-") ? value.substring("language-".length()) : argument;
            case "span class" -> argument = value.startsWith("tg-") ? value.substring("tg-".length()) : argument;
            case "blockquote expandable" -> argument = "expandable";
            default -> {
                // Any other attribute is read over, as the real server does.
            }
        }
    }

    /** Adds to {@code entities} what this tag marks from its start to the end of {@code text}, which is not empty. */
    void mark(CharSequence text, List<Entity> entities) {
        int length = text.length() - start;
        switch (name) {
            case "b", "strong" -> entities.add(new Entity(Entity.Type.BOLD, start, length));
            case "i", "em" -> entities.add(new Entity(Entity.Type.ITALIC, start, length));
            case "u", "ins" -> entities.add(new Entity(Entity.Type.UNDERLINE, start, length));
            case "s", "strike", "del" -> entities.add(new Entity(Entity.Type.STRIKETHROUGH, start, length));
            case "span", "tg-spoiler" -> entities.add(new Entity(Entity.Type.SPOILER, start, length));
            case "blockquote" -> entities.add(new Entity(quotation(), start, length));
            case "tg-emoji" -> entities.add(new Entity(Entity.Type.CUSTOM_EMOJI, start, length, Optional.of(emoji())));
            case "a" ->
                link(text.subSequence(start, text.length()).toString(), length).ifPresent(entities::add);
            case "pre", "code" -> code(length, entities);
            default -> throw new IllegalStateException("no entity for tag " + name);
        }
    }

    private Entity.Type quotation() {
        return argument.isEmpty() ? Entity.Type.BLOCKQUOTE : Entity.Type.EXPANDABLE_BLOCKQUOTE;
    }

    private String emoji() {
        if (!argument.matches("-?[0-9]{1,18}") || Long.parseLong(argument) == 0) {
            throw ApiException.cannotParseEntities("Invalid custom emoji identifier specified");
        }
        return argument;
    }

    private Optional<Entity> link(String words, int length) {
        String address = argument.isEmpty() ? words : argument;
        Optional<Long> user = Links.user(address);
        if (user.isPresent()) {
            return Optional.of(
                    new Entity(Entity.Type.TEXT_MENTION, start, length, Optional.of(String.valueOf(user.get()))));
        }
        return Links.check(address)
                .address()
                .map(url -> new Entity(Entity.Type.TEXT_LINK, start, length, Optional.of(url)));
    }

    /** {@code pre} and {@code code class="language-…"} over the same words, in either order, are one block in that language. */
    private void code(int length, List<Entity> entities) {
        Entity.Type other = name.equals("pre") ? Entity.Type.CODE : Entity.Type.PRE;
        Entity.Type own = name.equals("pre") ? Entity.Type.PRE : Entity.Type.CODE;
        Optional<String> language = Optional.of(argument).filter(value -> !value.isEmpty());
        if (!entities.isEmpty()) {
            Entity last = entities.getLast();
            Optional<String> told = name.equals("pre") ? last.argument() : language;
            if (last.type() == other && last.offset() == start && last.length() == length && told.isPresent()) {
                entities.set(entities.size() - 1, new Entity(Entity.Type.PRE, start, length, told));
                return;
            }
        }
        entities.add(new Entity(own, start, length, language));
    }
}
