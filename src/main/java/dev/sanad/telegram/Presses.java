package dev.sanad.telegram;

import dev.sanad.answer.Citation;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.Button;
import dev.sanad.conversation.Pressed;
import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Store;
import dev.sanad.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;

/** Opens cards in place of the answer, and the answer in place of the card. Safe for use by many threads. */
final class Presses {
    private final Store store;
    private final Questions questions;
    private final Access access;
    private final Delivery delivery;
    private final Texts texts;
    private final Pages pages;
    private final Card card;
    private final FaultLog log;

    Presses(Store store, Questions questions, Access access, Delivery delivery, Texts texts, FaultLog log) {
        this.store = store;
        this.questions = questions;
        this.access = access;
        this.delivery = delivery;
        this.texts = texts;
        this.log = log;
        this.pages = new Pages(texts);
        this.card = new Card(texts);
    }

    void handle(CallbackQuery press, MaybeInaccessibleMessage message) {
        Pressed.Owner presser =
                new Pressed.Owner(message.getChatId(), press.getFrom().getId());
        Language language = questions.language(
                presser.chat(), Optional.ofNullable(press.getFrom().getLanguageCode()));
        if (!access.allows(presser.user(), presser.chat())) {
            delivery.alert(
                    press.getId(),
                    texts.text(language, "access.denied", Map.of("user", Long.toString(presser.user()))));
            return;
        }
        Optional<Pressed> found = Optional.ofNullable(press.getData()).flatMap(store::pressed);
        if (found.isEmpty()) {
            delivery.alert(press.getId(), texts.text(language, "key.unknown"));
        } else if (!found.get().owner().equals(presser)) {
            delivery.alert(press.getId(), texts.text(language, "key.foreign"));
        } else {
            acknowledge(press, presser.chat());
            turn(found.get(), message);
        }
    }

    /** A press that waited too long, as while the bot was away, can no longer be acknowledged: its card opens all the same. */
    private void acknowledge(CallbackQuery press, long chat) {
        try {
            delivery.acknowledge(press.getId());
        } catch (DeliveryException e) {
            log.warn("chat %d: a press was not acknowledged: %s".formatted(chat, log.why(e)));
        }
    }

    private void turn(Pressed pressed, MaybeInaccessibleMessage message) {
        Language language = pressed.shown().language();
        List<Button> buttons = pressed.buttons();
        Optional<Citation> cited = pressed.shown().citations().stream()
                .filter(citation -> citation.marker() == pressed.marker())
                .findFirst();
        if (cited.isPresent()) {
            delivery.edit(
                    message.getChatId(),
                    message.getMessageId(),
                    card.of(language, cited.get()),
                    Keys.back(buttons, texts, language));
        } else {
            // the buttons stand under the last part: that is the one the card took the place of
            String last = Parts.of(pages.of(pressed.shown())).getLast();
            delivery.edit(
                    message.getChatId(),
                    message.getMessageId(),
                    last,
                    Keys.cards(buttons).orElseThrow());
        }
    }
}
