package dev.sanad.telegram;

import dev.sanad.conversation.Admission;
import dev.sanad.conversation.Figures;
import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Store;
import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Answers the commands of administrators; to all others they are unknown. Throws what the delivery throws. Safe for use by many threads. */
final class AdminCommands {
    private static final Pattern ID = Pattern.compile("-?\\d{1,18}");

    private final Store store;
    private final Admission admission;
    private final Questions questions;
    private final Delivery delivery;
    private final Texts texts;

    AdminCommands(Store store, Admission admission, Questions questions, Delivery delivery, Texts texts) {
        this.store = store;
        this.admission = admission;
        this.questions = questions;
        this.delivery = delivery;
        this.texts = texts;
    }

    void handle(Place at, Request.Admin command) {
        Language line = questions.language(at.chat(), at.tag());
        if (!admission.admin(at.user())) {
            say(at, line, "command.unknown", Map.of());
            return;
        }
        switch (command) {
            case Request.Stats stats -> stats(at, line);
            case Request.Allow allow -> state(at, line, allow.id(), true);
            case Request.Deny deny -> state(at, line, deny.id(), false);
        }
    }

    private void stats(Place at, Language line) {
        Figures figures = Figures.of(store);
        say(
                at,
                line,
                "stats",
                Map.of(
                        "messages",
                        figures.messages(),
                        "answers",
                        figures.answers(),
                        "failed",
                        figures.failed(),
                        "good",
                        figures.good(),
                        "bad",
                        figures.bad(),
                        "tokens",
                        figures.tokens(),
                        "open",
                        figures.open()));
    }

    private void state(Place at, Language line, String written, boolean allowed) {
        String id = Folding.fold(written).strip();
        if (!ID.matcher(id).matches()) {
            say(at, line, allowed ? "usage.allow" : "usage.deny", Map.of());
            return;
        }
        long number = Long.parseLong(id);
        if (!allowed && admission.admin(number)) {
            say(at, line, "denied.admin", Map.of());
            return;
        }
        admission.state(number, allowed);
        String words = texts.text(line, allowed ? "allowed" : "denied", Map.of("id", Line.HERE));
        delivery.say(at, Line.around(words, List.of(new Node.Isolate(List.of(Node.text(id))))));
    }

    private void say(Place at, Language line, String key, Map<String, ?> arguments) {
        delivery.say(at, Line.phrase(line, texts.text(line, key, arguments)));
    }
}
