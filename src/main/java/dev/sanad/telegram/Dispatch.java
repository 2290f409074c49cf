package dev.sanad.telegram;

import dev.sanad.conversation.Access;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Hands updates to the lanes. It runs on the polling thread, so it never waits and never throws: a runtime exception out of {@code consume} would end
 * polling for good while the library still says that it runs.
 */
final class Dispatch implements LongPollingUpdateConsumer {
    private final Request.Self self;
    private final Access access;
    private final Conversation conversation;
    private final Presses presses;
    private final FaultLog log;

    /** Questions and briefs. */
    private final Lanes work;

    /** What takes no thought and must not wait behind it: presses, and lines such as "busy". */
    private final Lanes quick;

    private final Cards cards;

    /** Cards, which may wait for a translation: presses that come meanwhile are answered. */
    private final Lanes turning;

    Dispatch(
            Request.Self self,
            Access access,
            Conversation conversation,
            Presses presses,
            FaultLog log,
            Lanes work,
            Lanes quick,
            Cards cards,
            Lanes turning) {
        this.self = self;
        this.access = access;
        this.conversation = conversation;
        this.presses = presses;
        this.log = log;
        this.work = work;
        this.quick = quick;
        this.cards = cards;
        this.turning = turning;
    }

    @Override
    public void consume(List<Update> updates) {
        for (Update update : updates) {
            try {
                dispatch(update);
            } catch (RuntimeException e) {
                log.error("update %d was not understood".formatted(update.getUpdateId()), e);
            }
        }
    }

    private void dispatch(Update update) {
        if (update.getMessage() != null) {
            Message message = update.getMessage();
            Place.of(message).ifPresent(place -> message(place, Request.of(message, self)));
        } else if (update.getCallbackQuery() != null) {
            press(update.getCallbackQuery());
        }
    }

    private void message(Place at, Request request) {
        if (request instanceof Request.Nothing) {
            return;
        }
        if (!access.allows(at.user(), at.chat())) {
            if (!at.group()) {
                quick(at, "access.denied");
            }
            return;
        }
        if (request instanceof Request.Stop) {
            submitQuick(
                    at.chat(),
                    new Lanes.Job(
                            () -> conversation.stop(at),
                            thrown -> log.error("chat %d: /stop did not work".formatted(at.chat()), thrown)));
            return;
        }
        Lanes.Job job = new Lanes.Job(() -> conversation.handle(at, request), thrown -> failed(at, thrown));
        if (!work.submit(at.chat(), job)) {
            quick(at, "busy");
        }
    }

    private void press(CallbackQuery press) {
        Optional<MaybeInaccessibleMessage> message = Optional.ofNullable(press.getMessage());
        if (message.isEmpty()) {
            return;
        }
        long chat = message.get().getChatId();
        submitQuick(
                chat,
                new Lanes.Job(
                        () -> next(chat, presses.handle(press, message.get())),
                        thrown -> log.error("chat %d: a button did not work".formatted(chat), thrown)));
    }

    private void next(long chat, Presses.Next next) {
        switch (next) {
            case Presses.Next.Turn turn -> turn(chat, turn);
            case Presses.Next.Ask ask -> message(ask.at(), ask.request());
            case Presses.Next.Nothing nothing -> {}
        }
    }

    private void turn(long chat, Presses.Next.Turn turn) {
        Lanes.Job job = new Lanes.Job(
                () -> cards.turn(turn.to(), turn.message()),
                thrown -> log.error("chat %d: a button did not work".formatted(chat), thrown));
        if (!turning.submit(chat, job)) {
            log.warn("chat %d: a press was dropped: too many at once, or the bot is closing".formatted(chat));
        }
    }

    private void quick(Place at, String key) {
        submitQuick(
                at.chat(),
                new Lanes.Job(
                        () -> conversation.say(at, key),
                        thrown -> log.error("chat %d: '%s' was not said".formatted(at.chat(), key), thrown)));
    }

    private void submitQuick(long chat, Lanes.Job job) {
        if (!quick.submit(chat, job)) {
            log.warn("chat %d: a press or a short reply was dropped: too many at once, or the bot is closing"
                    .formatted(chat));
        }
    }

    private void failed(Place at, Throwable thrown) {
        log.error("chat %d: message %d was not answered".formatted(at.chat(), at.message()), thrown);
        quick(at, "error");
    }
}
