package dev.sanad.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A call whose reply is in the inbox before the library sees it. The library (10.2.0) reads a reply whole: one update that it cannot read would come again and again and
 * hold up all others; and it moves its offset before it hands updates on, so that those not kept for a fault of the store would be lost. A fault in here is to it a
 * failed call, which it repeats.
 */
final class Batch extends GetUpdates {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<List<JsonNode>> intake;

    /** @param last the update before the first that is wanted */
    Batch(int last, Duration longest, int most, Consumer<List<JsonNode>> intake) {
        super(last + 1, most, (int) longest.toSeconds(), Reception.WANTED);
        this.intake = intake;
    }

    /** Updates that hold their numbers alone. */
    @Override
    @SuppressWarnings("NonApiType") // the library's signature
    public ArrayList<Update> deserializeResponse(String reply) throws TelegramApiRequestException {
        List<JsonNode> updates = updates(reply);
        intake.accept(updates);
        ArrayList<Update> numbers = new ArrayList<>();
        for (JsonNode update : updates) {
            Update number = new Update();
            number.setUpdateId(update.path("update_id").intValue());
            numbers.add(number);
        }
        return numbers;
    }

    private static List<JsonNode> updates(String reply) throws TelegramApiRequestException {
        JsonNode result;
        try {
            result = Incoming.READER.readTree(reply).path("result");
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("the reply to getUpdates is no JSON", e);
        }
        List<JsonNode> updates = StreamSupport.stream(result.spliterator(), false)
                .filter(update -> update.path("update_id").isInt())
                .toList();
        if (!result.isArray() || updates.size() < result.size()) {
            throw new TelegramApiRequestException("the reply to getUpdates holds something without an update_id");
        }
        return updates;
    }
}
