package dev.sanad.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the bot showed itself to be doing, such as typing. Safe for many threads. */
public final class ChatActions {
    private static final Set<String> DOCUMENTED = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    /** "The status is set for 5 seconds or less (when a message arrives from your bot, Telegram clients clear its typing status)." */
    private static final Duration SHOWN_FOR = Duration.ofSeconds(5);

    private final List<Shown> shown = new ArrayList<>();
    private final Clock clock;

    ChatActions(Clock clock) {
        this.clock = clock;
    }

    /** One call of {@code sendChatAction}. */
    public record Shown(SandboxChat chat, Optional<Integer> topic, String action, Instant at) {}

    synchronized void show(SandboxChat chat, Optional<Integer> topic, String action) {
        if (!DOCUMENTED.contains(action)) {
            throw ApiException.badRequest("wrong parameter action in request");
        }
        shown.add(new Shown(chat, topic, action, clock.instant()));
    }

    /** What is to be seen in the chat now, unless the bot has said something since. */
    synchronized Optional<Shown> now(SandboxChat chat) {
        return shown.reversed().stream()
                .filter(one -> one.chat().equals(chat))
                .findFirst()
                .filter(last -> clock.instant().isBefore(last.at().plus(SHOWN_FOR)));
    }

    /** Oldest first. */
    public synchronized List<Shown> in(SandboxChat chat) {
        return shown.stream().filter(one -> one.chat().equals(chat)).toList();
    }
}
