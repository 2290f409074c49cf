package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a person sees: their chats, the messages in them, and what the bot is doing, as the Bot API's own objects. Safe for many threads. */
final class PageView {
    private final SandboxServer server;
    private final Chats chats;
    private final List<SandboxUser> seats;
    private final BotApiJson json;

    PageView(SandboxServer server, List<SandboxUser> seats) {
        this.server = server;
        this.chats = server.chats();
        this.seats = List.copyOf(seats);
        this.json = new BotApiJson(chats);
    }

    /**
     * One thing that is seen.
     *
     * @param event the kind, as the page is told
     * @param state equal for as long as nothing need be told anew
     */
    record Piece(String event, Object state, Supplier<JsonNode> json) {
        boolean tellsTheSame(Piece other) {
            return state.equals(other.state);
        }
    }

    Optional<SandboxUser> seat(long id) {
        return seats.stream().filter(user -> user.id() == id).findFirst();
    }

    SandboxUser firstSeat() {
        return seats.getFirst();
    }

    /** Who is there; the page begins anew with it. */
    ObjectNode hello(SandboxUser viewer) {
        ObjectNode hello = BotApiJson.object();
        hello.set("me", json.user(viewer));
        hello.set("bot", json.user(chats.bot()));
        var all = hello.putArray("seats");
        seats.forEach(seat -> all.add(json.user(seat)));
        return hello;
    }

    /** All that {@code viewer} sees now, by a key for each thing, chats before what is in them, what the bot does before what it has said, messages oldest first. */
    Map<String, Piece> of(SandboxUser viewer) {
        return chats.guard().read(() -> {
            Map<String, Piece> pieces = new LinkedHashMap<>();
            for (SandboxChat chat : chats.of(viewer)) {
                ObjectNode state = chat(chat, viewer);
                pieces.put("chat " + chat.id(), new Piece("chat", state, () -> state));
                server.actions()
                        .now(chat)
                        .ifPresent(shown ->
                                pieces.put("action " + chat.id(), new Piece("action", shown, () -> action(shown))));
                server.drafts()
                        .now(chat, chats)
                        .ifPresent(draft ->
                                pieces.put("draft " + chat.id(), new Piece("draft", draft, () -> draft(draft))));
                chats.messages(chat).forEach(message -> pieces.put(key(message), piece(message)));
            }
            return pieces;
        });
    }

    private ObjectNode chat(SandboxChat chat, SandboxUser viewer) {
        ObjectNode node = json.chat(chat);
        var members = node.putArray("members");
        chats.members(chat).forEach(member -> members.add(json.user(member)));
        node.set("commands", server.commands().shown(chat, viewer));
        return node;
    }

    private static String key(SandboxMessage message) {
        return "message %d %d".formatted(message.chat().id(), message.id());
    }

    private Piece piece(SandboxMessage message) {
        return new Piece("message", message, () -> json.message(message));
    }

    private JsonNode draft(Drafts.Draft draft) {
        ObjectNode node = BotApiJson.object().put("chat", draft.chat().id()).put("text", draft.text());
        node.set("entities", json.entities(draft.entities()));
        return node;
    }

    private static JsonNode action(ChatActions.Shown shown) {
        return BotApiJson.object().put("chat", shown.chat().id()).put("action", shown.action());
    }
}
