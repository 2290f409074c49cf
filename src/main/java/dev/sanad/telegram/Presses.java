package dev.sanad.telegram;

import dev.sanad.conversation.Access;
import dev.sanad.conversation.Opinion;
import dev.sanad.conversation.Opinions;
import dev.sanad.conversation.Pressed;
import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Store;
import dev.sanad.conversation.View;
import dev.sanad.conversation.ViewKeys;
import dev.sanad.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Takes presses: each is answered at once, which ends the waiting sign on the button, and what it leads to is handed on. Safe for use by many
 * threads.
 */
final class Presses {
    private final Store store;
    private final ViewKeys keys;
    private final Opinions opinions;
    private final Questions questions;
    private final Access access;
    private final Running running;
    private final Delivery delivery;
    private final Texts texts;
    private final FaultLog log;

    Presses(
            Store store,
            Questions questions,
            Access access,
            Running running,
            Delivery delivery,
            Texts texts,
            FaultLog log) {
        this.store = store;
        this.keys = new ViewKeys(store);
        this.opinions = new Opinions(store);
        this.questions = questions;
        this.access = access;
        this.running = running;
        this.delivery = delivery;
        this.texts = texts;
        this.log = log;
    }

    /** What a press that was answered leads to. */
    sealed interface Next {
        /** The message becomes what the key shows. */
        record Turn(Pressed.Kept to, int message) implements Next {}

        /** A menu does something and changes. */
        record Choose(Place menu, Choice choice) implements Next {}

        /** Something is asked, as if it had been written. */
        record Ask(Place at, Request request) implements Next {}

        record Nothing() implements Next {}
    }

    /** Answers the press. */
    Next handle(CallbackQuery press, MaybeInaccessibleMessage message) {
        Pressed.Owner presser =
                new Pressed.Owner(message.getChatId(), press.getFrom().getId());
        Language language = questions.language(
                presser.chat(), Optional.ofNullable(press.getFrom().getLanguageCode()));
        if (!access.allows(presser.user(), presser.chat())) {
            return alert(press, texts.text(language, "access.denied", Map.of("user", Long.toString(presser.user()))));
        }
        String key = Optional.ofNullable(press.getData()).orElse("");
        Optional<Choice> choice = Choice.of(key);
        if (choice.isPresent()) {
            return choose(choice.get(), press, message, language);
        }
        Optional<Offered> offered = Offered.of(key);
        if (offered.isPresent()) {
            return take(offered.get(), press, message, language);
        }
        Optional<Running.Job> job = running.of(key);
        if (job.isPresent()) {
            return stop(job.get(), press, presser, language);
        }
        Optional<Pressed> found = store.pressed(key);
        if (found.isEmpty()) {
            return alert(press, texts.text(language, "key.unknown"));
        }
        if (!found.get().owner().equals(presser)) {
            return alert(press, texts.text(language, "key.foreign"));
        }
        return switch (found.get()) {
            case Pressed.Kept kept -> {
                Opinion.of(kept.view())
                        .ifPresentOrElse(opinion -> judged(kept, opinion, press, language), () -> acknowledge(press));
                yield new Next.Turn(kept, message.getMessageId());
            }
            case Pressed.Expired expired -> expired(expired, press, message, language);
        };
    }

    /** The answer stays, and its keys then show what was said. */
    private void judged(Pressed.Kept kept, Opinion opinion, CallbackQuery press, Language language) {
        opinions.give(kept.shownId(), opinion);
        String words = texts.text(language, opinion == Opinion.BAD ? "opinion.why" : "opinion.thanks");
        answered(press, () -> delivery.toast(press.getId(), words));
    }

    private Next choose(Choice choice, CallbackQuery press, MaybeInaccessibleMessage message, Language language) {
        if (choice.user() != press.getFrom().getId()) {
            return alert(press, texts.text(language, "key.foreign"));
        }
        acknowledge(press);
        return new Next.Choose(place(press, message), choice);
    }

    private Next take(Offered offered, CallbackQuery press, MaybeInaccessibleMessage message, Language language) {
        if (offered.user() != press.getFrom().getId()) {
            return alert(press, texts.text(language, "key.foreign"));
        }
        Optional<Attachment> file = message instanceof Message whole
                ? Optional.ofNullable(whole.getReplyToMessage()).flatMap(Attachment::of)
                : Optional.empty();
        if (file.isEmpty()) {
            return alert(press, texts.text(language, "receive.gone"));
        }
        acknowledge(press);
        return new Next.Ask(place(press, message), new Request.Take(file.get(), offered.toAll()));
    }

    private Next stop(Running.Job job, CallbackQuery press, Pressed.Owner presser, Language language) {
        if (!job.owner().equals(presser)) {
            return alert(press, texts.text(language, "key.foreign"));
        }
        job.stop();
        acknowledge(press);
        return new Next.Nothing();
    }

    /** The first press puts the button that asks again in the place of the others, the second asks. */
    private Next expired(
            Pressed.Expired expired, CallbackQuery press, MaybeInaccessibleMessage message, Language language) {
        if (expired.request().isEmpty()) {
            return alert(press, texts.text(language, "key.unknown"));
        }
        if (expired.view().kind() == View.Kind.AGAIN) {
            acknowledge(press);
            return new Next.Ask(
                    place(press, message), Request.again(expired.request().get()));
        }
        View again = new View(expired.view().marker(), Optional.empty(), View.Kind.AGAIN);
        String key = keys.of(expired.shownId(), List.of(again)).getOrDefault(again, "");
        Next told = alert(press, texts.text(language, "key.expired"));
        delivery.editButtons(expired.owner().chat(), message.getMessageId(), Keys.again(key, texts, language));
        return told;
    }

    private static Place place(CallbackQuery press, MaybeInaccessibleMessage message) {
        Optional<Integer> thread = message instanceof Message whole && Boolean.TRUE.equals(whole.getIsTopicMessage())
                ? Optional.ofNullable(whole.getMessageThreadId())
                : Optional.empty();
        return new Place(
                message.getChatId(),
                press.getFrom().getId(),
                message.getChatId() < 0,
                message.getMessageId(),
                thread,
                Optional.ofNullable(press.getFrom().getLanguageCode()));
    }

    private Next alert(CallbackQuery press, String words) {
        answered(press, () -> delivery.alert(press.getId(), words));
        return new Next.Nothing();
    }

    private void acknowledge(CallbackQuery press) {
        answered(press, () -> delivery.acknowledge(press.getId()));
    }

    /** A press that waited too long, as while the bot was away, can no longer be answered: what it leads to is shown all the same. */
    private void answered(CallbackQuery press, Runnable answer) {
        try {
            answer.run();
        } catch (DeliveryException e) {
            log.warn("chat %d: a press was not acknowledged: %s".formatted(chat(press), log.why(e)));
        }
    }

    private static long chat(CallbackQuery press) {
        return Optional.ofNullable(press.getMessage())
                .map(MaybeInaccessibleMessage::getChatId)
                .orElse(0L);
    }
}
