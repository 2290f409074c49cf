package dev.sanad.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code answerInlineQuery}, with articles that send text; other kinds of results are refused. */
final class InlineMethods {
    /** "No more than 50 results per query are allowed." */
    private static final int MOST_CARDS = 50;
    /** "Unique identifier for this result, 1-64 Bytes"; the offset "can't exceed 64 bytes". */
    private static final int MOST_BYTES = 64;

    /** "1-64 characters, only A-Z, a-z, 0-9, _ and - are allowed". */
    private static final Pattern START_PARAMETER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final int DEFAULT_CACHE_SECONDS = 300;

    private final InlineQueries queries;

    InlineMethods(InlineQueries queries) {
        this.queries = queries;
    }

    void addTo(Methods methods) {
        methods.add("answerInlineQuery", this::answer);
    }

    private JsonNode answer(Parameters call) {
        JsonNode results = call.json("results")
                .filter(JsonNode::isArray)
                .orElseThrow(() -> ApiException.badRequest("expected an Array of InlineQueryResult"));
        if (results.size() > MOST_CARDS) {
            throw ApiException.badRequest("RESULTS_TOO_MUCH");
        }
        String nextOffset = call.string("next_offset").orElse("");
        if (bytes(nextOffset) > MOST_BYTES) {
            throw ApiException.badRequest("NEXT_OFFSET_INVALID");
        }
        Duration cacheTime = Duration.ofSeconds(call.integer("cache_time").orElse(DEFAULT_CACHE_SECONDS));
        queries.answer(
                call.string("inline_query_id").orElse(""),
                new InlineQueries.Answer(
                        cards(results),
                        cacheTime,
                        call.flag("is_personal"),
                        nextOffset,
                        call.json("button").map(InlineMethods::button)));
        return BooleanNode.TRUE;
    }

    private static InlineQueries.StartButton button(JsonNode given) {
        Fields fields = Fields.of(given, "InlineQueryResultsButton");
        String text = fields.string("text");
        String parameter = fields.optionalString("start_parameter")
                .orElseThrow(() ->
                        ApiException.badRequest("the sandbox takes buttons with a start_parameter, nothing else"));
        if (text.isBlank()) {
            throw ApiException.badRequest("SWITCH_PM_TEXT_EMPTY");
        }
        if (!START_PARAMETER.matcher(parameter).matches()) {
            throw ApiException.badRequest("START_PARAM_INVALID");
        }
        return new InlineQueries.StartButton(text, parameter);
    }

    private static List<InlineQueries.Card> cards(JsonNode results) {
        Set<String> ids = new HashSet<>();
        List<InlineQueries.Card> cards = new ArrayList<>();
        for (JsonNode result : results) {
            InlineQueries.Card card = card(Fields.of(result, "InlineQueryResult"), result);
            if (card.id().isEmpty() || bytes(card.id()) > MOST_BYTES) {
                throw ApiException.badRequest("RESULT_ID_INVALID");
            }
            if (!ids.add(card.id())) {
                throw ApiException.badRequest("RESULT_ID_DUPLICATE");
            }
            cards.add(card);
        }
        return cards;
    }

    private static InlineQueries.Card card(Fields fields, JsonNode result) {
        if (!fields.string("type").equals("article")) {
            throw ApiException.badRequest("the sandbox takes articles as inline results, nothing else");
        }
        String title = fields.string("title");
        if (title.isBlank()) {
            throw ApiException.badRequest("ARTICLE_TITLE_EMPTY");
        }
        JsonNode content = fields.object("input_message_content");
        Fields.of(content, "InputMessageContent").string("message_text");
        FormattedText text = MessageText.read(Parameters.of(content, "message_text", "text"), "MESSAGE_TOO_LONG");
        return new InlineQueries.Card(
                fields.string("id"),
                title,
                fields.optionalString("description").orElse(""),
                text.text(),
                text.entities(),
                Keyboard.read(Parameters.of(result, "", "")));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
