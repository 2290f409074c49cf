package dev.sanad.telegram;

import dev.sanad.conversation.Pressed;
import dev.sanad.conversation.Room;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Where a message came from, and so where its answer goes.
 *
 * @param message of the user, in the chat's numbering
 * @param thread the forum topic of a group
 * @param tag what Telegram says of the user's language
 */
record Place(long chat, long user, boolean group, int message, Optional<Integer> thread, Optional<String> tag) {
    /** Empty where nobody is named as the sender, as in channels. */
    static Optional<Place> of(Message message) {
        return Optional.ofNullable(message.getFrom())
                .map(user -> new Place(
                        message.getChatId(),
                        user.getId(),
                        !message.isUserMessage(),
                        message.getMessageId(),
                        Boolean.TRUE.equals(message.getIsTopicMessage())
                                ? Optional.ofNullable(message.getMessageThreadId())
                                : Optional.empty(),
                        Optional.ofNullable(user.getLanguageCode())));
    }

    /** The same in the supergroup that the group became; what was written in the group has no number there. */
    Place in(long supergroup) {
        return new Place(supergroup, user, group, message, thread, tag);
    }

    Room room() {
        return new Room(chat, thread.orElse(0));
    }

    Pressed.Owner owner() {
        return new Pressed.Owner(chat, user);
    }
}
