package dev.sanad.telegram;

import dev.sanad.conversation.CleanText;
import java.net.URI;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * A file that came with a message.
 *
 * @param message that it came with, in the chat's numbering
 * @param fileId by which Telegram gives it out
 * @param name as its sender called it, made safe to show; may be empty
 * @param bytes as Telegram says; 0 where it says nothing
 * @param link to the message, for those who may read the chat
 */
record Attachment(int message, String fileId, String name, long bytes, Optional<URI> link) {
    /** Telegram numbers supergroups and channels so; the rest of the number stands in links. */
    private static final String LINKED = "-100";

    /** Empty where the message has none; an animation looks like one to older bots. */
    static Optional<Attachment> of(Message message) {
        return Optional.ofNullable(message.getDocument())
                .filter(document -> !message.hasAnimation())
                .map(document -> of(message, document));
    }

    private static Attachment of(Message message, Document document) {
        return new Attachment(
                message.getMessageId(),
                document.getFileId(),
                CleanText.of(Optional.ofNullable(document.getFileName()).orElse("")),
                Optional.ofNullable(document.getFileSize()).orElse(0L),
                link(message));
    }

    /** Of any message; empty in private chats and small groups, whose messages have none. */
    static Optional<URI> link(Message message) {
        Chat chat = message.getChat();
        String number = Long.toString(message.getChatId());
        if (message.isUserMessage()) {
            return Optional.empty();
        }
        if (chat.getUserName() != null && chat.getUserName().matches("[A-Za-z0-9_]+")) {
            return Optional.of(URI.create("https://t.me/%s/%d".formatted(chat.getUserName(), message.getMessageId())));
        }
        return number.startsWith(LINKED)
                ? Optional.of(URI.create(
                        "https://t.me/c/%s/%d".formatted(number.substring(LINKED.length()), message.getMessageId())))
                : Optional.empty();
    }
}
