package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code text}, {@code parse_mode} and {@code entities} of a call into the text that the message will hold. */
final class MessageText {
    /** "1-4096 characters after entities parsing", counted in UTF-16 units as entities are. */
    static final int MAX_UNITS = 4096;
    /** Types a bot may set by hand; the others the server finds by itself and ignores in a call. */
    private static final Set<Entity.Type> GIVEN = Set.of(
            Entity.Type.BOLD,
            Entity.Type.ITALIC,
            Entity.Type.UNDERLINE,
            Entity.Type.STRIKETHROUGH,
            Entity.Type.SPOILER,
            Entity.Type.BLOCKQUOTE,
            Entity.Type.EXPANDABLE_BLOCKQUOTE,
            Entity.Type.PRE,
            Entity.Type.CODE,
            Entity.Type.TEXT_LINK,
            Entity.Type.TEXT_MENTION,
            Entity.Type.CUSTOM_EMOJI);

    private MessageText() {}

    /**
     * @param tooLong the description of the 400 for a text over {@link #MAX_UNITS}: the real server words it differently in sending and editing
     * @throws ApiException 400 for every other fault of the text
     */
    static FormattedText read(Parameters call, String tooLong) {
        String given = call.string("text").orElse("");
        if (given.isEmpty()) {
            throw ApiException.badRequest("message text is empty");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(given)) {
            throw ApiException.badRequest("strings must be encoded in UTF-8");
        }
        FormattedText clean = TextCleaning.clean(parse(given, call));
        if (clean.text().isEmpty()) {
            throw ApiException.badRequest("text must be non-empty");
        }
        if (clean.text().length() > MAX_UNITS) {
            throw ApiException.badRequest(tooLong);
        }
        return EntityFinder.addTo(clean);
    }

    /** What a person types: cleaned as a bot's text is, with mentions, commands and addresses found, nothing formatted. */
    static FormattedText typed(String text) {
        return EntityFinder.addTo(TextCleaning.clean(new FormattedText(text, List.of())));
    }

    private static FormattedText parse(String given, Parameters call) {
        String mode = call.string("parse_mode").orElse("");
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "", "none" -> new FormattedText(given, entities(given, call));
            case "html" -> HtmlParser.parse(given);
            case "markdown", "markdownv2" ->
                throw ApiException.cannotParseEntities("the sandbox reads HTML and entities, not %s".formatted(mode));
            default -> throw ApiException.badRequest("unsupported parse_mode");
        };
    }

    private static List<Entity> entities(String text, Parameters call) {
        Optional<JsonNode> given = call.json("entities");
        if (given.isEmpty()) {
            return List.of();
        }
        if (!given.get().isArray()) {
            throw ApiException.badRequest("can't parse MessageEntity: expected an Array of MessageEntity");
        }
        List<Entity> entities = new ArrayList<>();
        for (JsonNode node : given.get()) {
            entity(text, Fields.of(node, "MessageEntity")).ifPresent(entities::add);
        }
        return entities;
    }

    private static Optional<Entity> entity(String text, Fields fields) {
        int offset = fields.integer("offset");
        int length = fields.integer("length");
        Optional<Entity.Type> type = type(fields.string("type"));
        if (type.isEmpty() || length == 0) {
            return Optional.empty();
        }
        checkStretch(text, offset, length);
        return switch (type.get()) {
            case TEXT_LINK -> link(offset, length, fields.string("url"));
            case TEXT_MENTION -> {
                long user = Fields.of(fields.object("user"), "User").number("id");
                yield Optional.of(new Entity(type.get(), offset, length, Optional.of(String.valueOf(user))));
            }
            case CUSTOM_EMOJI ->
                Optional.of(new Entity(type.get(), offset, length, Optional.of(fields.string("custom_emoji_id"))));
            case PRE ->
                Optional.of(new Entity(
                        type.get(),
                        offset,
                        length,
                        fields.optionalString("language").filter(l -> !l.isEmpty())));
            default -> Optional.of(new Entity(type.get(), offset, length));
        };
    }

    private static Optional<Entity> link(int offset, int length, String url) {
        Links.Checked checked = Links.check(url);
        String address = checked.address()
                .orElseThrow(() ->
                        ApiException.badRequest("entity URL '%s' is invalid: %s".formatted(url, checked.fault())));
        return Optional.of(new Entity(Entity.Type.TEXT_LINK, offset, length, Optional.of(address)));
    }

    private static Optional<Entity.Type> type(String name) {
        return GIVEN.stream()
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static void checkStretch(String text, int offset, int length) {
        if (offset < 0 || length < 0) {
            throw ApiException.badRequest("entity has incorrect offset or length");
        }
        if (offset >= text.length()) {
            throw ApiException.badRequest("entity begins after the end of the text at UTF-16 offset " + offset);
        }
        if (offset + (long) length > text.length()) {
            throw ApiException.badRequest(
                    "entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d"
                            .formatted(offset, text.length()));
        }
        if (splitsPair(text, offset) || splitsPair(text, offset + length)) {
            throw ApiException.badRequest(
                    "entity beginning at UTF-16 offset %d begins or ends in a middle of a UTF-16 symbol"
                            .formatted(offset));
        }
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }
}
