package dev.sanad.telegram;

import dev.sanad.answer.Sentence;
import dev.sanad.conversation.Asked;
import dev.sanad.conversation.ChosenModels;
import dev.sanad.conversation.Pressed;
import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Shown;
import dev.sanad.conversation.Store;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Answers requests where they were made. Throws what the answering or the delivery throws. Safe for use by many threads. */
final class Conversation {
    private final Store store;
    private final Questions questions;
    private final Newsroom newsroom;
    private final ChosenModels models;
    private final Running running;
    private final Delivery delivery;
    private final PreviewDelivery previews;
    private final Commands commands;
    private final AdminCommands admin;
    private final Receiving receiving;
    private final Texts texts;
    private final Pages pages;
    private final AnswerKeys below;

    Conversation(
            Store store,
            Questions questions,
            Newsroom newsroom,
            ChosenModels models,
            Running running,
            Delivery delivery,
            PreviewDelivery previews,
            Commands commands,
            AdminCommands admin,
            Receiving receiving,
            Texts texts) {
        this.store = store;
        this.questions = questions;
        this.newsroom = newsroom;
        this.models = models;
        this.running = running;
        this.delivery = delivery;
        this.previews = previews;
        this.commands = commands;
        this.admin = admin;
        this.receiving = receiving;
        this.texts = texts;
        this.pages = new Pages(texts);
        this.below = new AnswerKeys(store, texts);
    }

    /** @param sending is run right before the answer is sent, when all that it waits for is over: from then on it may have arrived */
    void handle(Place at, Request given, Runnable sending) {
        Request request = given instanceof Request.Give give && !receiving.takesFrom(at) ? give.otherwise() : given;
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
            case Request.Command command -> commands.handle(at, command);
            case Request.Admin command -> admin.handle(at, command);
            case Request.Give give -> receiving.offer(at, give.file());
            case Request.Take take -> receiving.take(at, take.file(), take.toAll());
            case Request.Remove remove -> receiving.remove(at, remove);
            case Request.Wordless wordless -> say(at, "text_only");
            case Request.Stop stop -> stop(at);
            case Request.Ask ask ->
                show(
                        at,
                        ask.question(),
                        "usage.ask",
                        sending,
                        (question, progress) -> new Shown.Answered(
                                newsroom.asking().ask(at.room(), models.asker(at.owner()), question, progress)));
            case Request.Brief brief ->
                show(
                        at,
                        brief.topic(),
                        "usage.brief",
                        sending,
                        (topic, progress) ->
                                new Shown.Briefed(newsroom.briefing().apply(models.asker(at.owner()), topic)));
            case Request.Nothing nothing -> {}
        }
    }

    /** Says a text of the interface in the language of the chat. */
    void say(Place at, String key) {
        Language language = questions.language(at.chat(), at.tag());
        say(at, language, texts.text(language, key, Map.of("user", Long.toString(at.user()))));
    }

    /** Ends what the user waits for; it runs beside {@link #handle}, not behind it. */
    void stop(Place at) {
        // in a group the word may be meant for another bot
        if (!running.stop(at.owner()) && !at.group()) {
            say(at, "stop.nothing");
        }
    }

    private void show(
            Place at, String words, String usage, Runnable sending, BiFunction<Question, Progress, Shown> work) {
        switch (questions.read(at.room(), words, at.tag())) {
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
            case Asked.Clear clear -> show(at, clear.question(), sending, work);
        }
    }

    private void show(Place at, Question question, Runnable sending, BiFunction<Question, Progress, Shown> work) {
        Progress progress = new Progress(texts, question.answerLanguage());
        Running.Job job = running.begin(at.owner());
        try (Preview preview = new Preview(delivery, previews, texts, at, progress, job.key())) {
            Optional<Shown> shown;
            try (Typing typing = new Typing(delivery, at)) {
                shown = job.run(() -> work.apply(question, progress));
            }
            preview.end();
            shown.or(() -> stopped(question, progress)).ifPresentOrElse(found -> deliver(at, found, sending), () -> {
                sending.run();
                say(at, progress.language(), texts.text(progress.language(), "stopped"));
            });
        }
    }

    /** What was verified before it was stopped, if anything was. */
    private static Optional<Shown> stopped(Question question, Progress progress) {
        List<Sentence> sentences = progress.sentences();
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown.Stopped(question, sentences, progress.citations()));
    }

    /** The answer goes out here and nowhere else: before this nothing that lasts was sent for the message at {@code at}. */
    private void deliver(Place at, Shown shown, Runnable sending) {
        // kept before it is sent: a button works from the moment it is seen
        Pressed.Kept kept = store.keep(shown, at.owner(), at.room().thread(), Keys.MOST_CARDS);
        InlineKeyboardMarkup keys = below.of(kept);
        delivery.send(at, Parts.of(pages.of(shown)), Optional.of(keys), sending);
    }

    private void say(Place at, Language language, String words) {
        delivery.say(at, Line.phrase(language, words));
    }
}
