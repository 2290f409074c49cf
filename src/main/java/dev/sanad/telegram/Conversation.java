package dev.sanad.telegram;

import dev.sanad.answer.Answer;
import dev.sanad.brief.Brief;
import dev.sanad.conversation.Asked;
import dev.sanad.conversation.Button;
import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Room;
import dev.sanad.conversation.Shown;
import dev.sanad.conversation.Store;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Answers requests where they were made. Throws what the answering or the delivery throws. Safe for use by many threads. */
final class Conversation {
    private final Store store;
    private final Questions questions;
    private final BiFunction<Room, Question, Answer> answering;
    private final BiFunction<Long, Question, Brief> briefing;
    private final Delivery delivery;
    private final Texts texts;
    private final Pages pages;

    Conversation(
            Store store,
            Questions questions,
            BiFunction<Room, Question, Answer> answering,
            BiFunction<Long, Question, Brief> briefing,
            Delivery delivery,
            Texts texts) {
        this.store = store;
        this.questions = questions;
        this.answering = answering;
        this.briefing = briefing;
        this.delivery = delivery;
        this.texts = texts;
        this.pages = new Pages(texts);
    }

    /** @param sending is run before the answer is sent: from then on it may have arrived */
    void handle(Place at, Request request, Runnable sending) {
        if (!(request instanceof Request.Ask || request instanceof Request.Brief)) {
            sending.run();
        }
        switch (request) {
            case Request.Start start -> say(at, "start");
            case Request.Help help -> say(at, "help");
            case Request.New fresh -> {
                store.forget(at.room());
                Language language = questions.language(at.chat(), at.tag());
                say(at, language, texts.forgotten(language));
            }
            case Request.Wordless wordless -> say(at, "text_only");
            case Request.Ask ask ->
                show(
                        at,
                        ask.question(),
                        "usage.ask",
                        sending,
                        question -> new Shown.Answered(answering.apply(at.room(), question)));
            case Request.Brief brief ->
                show(
                        at,
                        brief.topic(),
                        "usage.brief",
                        sending,
                        topic -> new Shown.Briefed(briefing.apply(at.chat(), topic)));
            case Request.Nothing nothing -> {}
        }
    }

    /** Says a text of the interface in the language of the chat. */
    void say(Place at, String key) {
        Language language = questions.language(at.chat(), at.tag());
        say(at, language, texts.text(language, key, Map.of("user", Long.toString(at.user()))));
    }

    private void show(Place at, String words, String usage, Runnable sending, Function<Question, Shown> work) {
        switch (questions.read(at.chat(), words, at.tag())) {
            case Asked.Empty empty -> {
                sending.run();
                say(at, empty.language(), texts.text(empty.language(), usage));
            }
            case Asked.TooLong tooLong -> {
                sending.run();
                say(
                        at,
                        tooLong.language(),
                        texts.text(tooLong.language(), "question.too_long", Map.of("most", tooLong.most())));
            }
            case Asked.Clear clear -> {
                Shown shown;
                try (Typing typing = new Typing(delivery, at)) {
                    shown = work.apply(clear.question());
                }
                // kept before it is sent: a button works from the moment it is seen
                List<Button> buttons = store.keep(shown, at.owner(), Keys.MOST_CARDS);
                sending.run();
                delivery.send(at, Parts.of(pages.of(shown)), Keys.cards(buttons));
            }
        }
    }

    private void say(Place at, Language language, String words) {
        delivery.send(at, Parts.of(Line.phrase(language, words)), Optional.empty());
    }
}
