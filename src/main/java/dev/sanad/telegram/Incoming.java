package dev.sanad.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What an update brings. */
sealed interface Incoming {
    /** Fields and values that Telegram added after this library was made are passed over. */
    ObjectReader READER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build()
            .readerFor(Update.class);

    /** What is answered even where the process ends before. */
    sealed interface Kept extends Incoming {}

    /** Somebody wrote. */
    record Words(Place at, Request request) implements Kept {}

    /** Somebody pressed a button under the message. */
    record Press(CallbackQuery query, MaybeInaccessibleMessage message) implements Kept {
        long chat() {
            return message.getChatId();
        }
    }

    /** A channel posted something, or changed what it had posted. */
    record Post(Message message, boolean edited) implements Kept {
        long chat() {
            return message.getChatId();
        }

        /** For a line of the log: what was posted is not in it. */
        @Override
        public String toString() {
            return "chat %d: post %d".formatted(chat(), message.getMessageId());
        }
    }

    /** A group became a supergroup, and has another number. */
    record Moved(long from, long to, int message, boolean toldInNew) implements Kept {
        /** Where it was told. */
        long chat() {
            return toldInNew ? to : from;
        }
    }

    /** Somebody types after the bot's name, in any chat. Nothing waits for the answer once the next letter is typed. */
    record Typed(InlineQuery query) implements Incoming {}

    /**
     * Reads an update; empty where the bot has nothing to do with it, as with kinds of update that it does not know.
     *
     * @throws JsonProcessingException where it cannot be read
     */
    static Optional<Incoming> of(JsonNode json, Request.Self self) throws JsonProcessingException {
        return of(READER.treeToValue(json, Update.class), self);
    }

    private static Optional<Incoming> of(Update update, Request.Self self) {
        if (update.getMessage() != null) {
            Message message = update.getMessage();
            if (message.getMigrateToChatId() != null) {
                return Optional.of(
                        new Moved(message.getChatId(), message.getMigrateToChatId(), message.getMessageId(), false));
            }
            if (message.getMigrateFromChatId() != null) {
                return Optional.of(
                        new Moved(message.getMigrateFromChatId(), message.getChatId(), message.getMessageId(), true));
            }
            return Place.of(message)
                    .map(place -> new Words(place, Request.of(message, self)))
                    .filter(words -> !(words.request() instanceof Request.Nothing))
                    .map(words -> words);
        }
        if (update.getInlineQuery() != null) {
            return Optional.of(new Typed(update.getInlineQuery()));
        }
        if (update.getChannelPost() != null) {
            return Optional.of(new Post(update.getChannelPost(), false));
        }
        if (update.getEditedChannelPost() != null) {
            return Optional.of(new Post(update.getEditedChannelPost(), true));
        }
        return Optional.ofNullable(update.getCallbackQuery())
                .filter(press -> press.getMessage() != null)
                .map(press -> new Press(press, press.getMessage()));
    }
}
