package dev.sanad.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** What a person does on the page: a POST of a JSON object each, with {@code as} (their id) and {@code chat}; refusals are {@code {"error": "why"}}. */
final class PageCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxServer server;
    private final PageView view;

    PageCalls(SandboxServer server, PageView view) {
        this.server = server;
        this.view = view;
    }

    /** Who acts, and where. */
    private record Act(SandboxUser by, SandboxChat in, Fields fields) {}

    void addTo(RoutesConfig routes) {
        routes.post("/say", request -> answer(request, 200, say(act(request))));
        routes.post("/press", request -> answer(request, 200, press(act(request))));
        routes.exception(
                ApiException.class,
                (refused, request) ->
                        answer(request, refused.code(), BotApiJson.object().put("error", refused.description())));
    }

    private Act act(Context request) {
        Fields fields = Fields.of(body(request), "request");
        SandboxUser by = view.seat(fields.number("as")).orElseThrow(() -> ApiException.forbidden("nobody sits there"));
        Chats chats = server.chats();
        SandboxChat in = chats.find(String.valueOf(fields.number("chat")))
                .filter(chat -> chats.isMember(chat, by.id()))
                .orElseThrow(() -> ApiException.forbidden("not a member of this chat"));
        return new Act(by, in, fields);
    }

    private static JsonNode body(Context request) {
        try {
            return JSON.readTree(request.body());
        } catch (JsonProcessingException e) {
            throw ApiException.badRequest("the body is no JSON");
        }
    }

    /** The message, by its id. */
    private ObjectNode say(Act act) {
        String text = act.fields().string("text");
        if (MessageText.typed(text).text().isEmpty()) {
            throw ApiException.badRequest("the message is empty");
        }
        if (text.length() > MessageText.MAX_UNITS) {
            throw ApiException.badRequest("the message is longer than %d characters".formatted(MessageText.MAX_UNITS));
        }
        SandboxMessage said = act.fields().has("reply_to")
                ? server.people().reply(message(act, "reply_to"), act.by(), text)
                : server.people().write(act.in(), act.by(), text);
        return BotApiJson.object().put("message_id", said.id());
    }

    /** What the bot answered to it; {@code answered} is false where it did not in the time that Telegram waits. */
    private ObjectNode press(Act act) {
        SandboxMessage message = message(act, "message");
        String data = act.fields().string("data");
        Button button = message.buttons().stream()
                .filter(one -> one.callbackData().filter(data::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> ApiException.badRequest("the button is gone"));
        String query = server.people().press(message, act.by(), button);
        Optional<Callbacks.Answer> answer = server.callbacks().awaitAnswer(query, Queries.ANSWER_WITHIN);
        ObjectNode result = BotApiJson.object().put("answered", answer.isPresent());
        answer.ifPresent(given ->
                result.put("text", given.text()).put("alert", given.alert()).put("url", given.url()));
        return result;
    }

    private SandboxMessage message(Act act, String field) {
        return server.chats()
                .find(act.in(), act.fields().integer(field))
                .orElseThrow(() -> ApiException.badRequest("the message is gone"));
    }

    private static void answer(Context request, int status, ObjectNode body) {
        request.status(status).contentType("application/json").result(body.toString());
    }
}
