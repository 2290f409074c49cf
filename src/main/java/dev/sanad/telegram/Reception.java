package dev.sanad.telegram;

import java.util.List;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** How updates come from Telegram into the intake. */
interface Reception {
    /** What is asked for (Bot API, "Update"); the other kinds are not even sent. */
    List<String> WANTED = List.of("message", "callback_query", "inline_query", "channel_post", "edited_channel_post");

    /** Begins to receive. */
    void start() throws TelegramApiException;

    /** Ends at once. What was not taken in is delivered again to whoever receives next with this token. */
    void close();
}
