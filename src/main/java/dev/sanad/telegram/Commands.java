package dev.sanad.telegram;

import dev.sanad.answer.Citation;
import dev.sanad.conversation.Admission;
import dev.sanad.conversation.Pressed;
import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Store;
import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers what needs no search. Throws what the delivery and, for cards, the newsroom throws. Safe for use by many threads. */
final class Commands {
    private final Store store;
    private final Questions questions;
    private final Newsroom newsroom;
    private final Admission admission;
    private final Delivery delivery;
    private final Texts texts;
    private final Sources sources;
    private final Menus menus;
    private final Cards cards;

    Commands(
            Store store,
            Questions questions,
            Newsroom newsroom,
            Admission admission,
            Delivery delivery,
            Texts texts,
            Menus menus,
            Cards cards) {
        this.store = store;
        this.questions = questions;
        this.newsroom = newsroom;
        this.admission = admission;
        this.delivery = delivery;
        this.texts = texts;
        this.sources = new Sources(texts);
        this.menus = menus;
        this.cards = cards;
    }

    void handle(Place at, Request.Command command) {
        Language line = questions.language(at.chat(), at.tag());
        switch (command) {
            case Request.Lang lang -> menus.language(at, lang.tag());
            case Request.Scope scope -> menus.scope(at, scope.words());
            case Request.Model model -> menus.model(at, model.name());
            case Request.Settings settings -> menus.send(at, Choice.Menu.SETTINGS);
            case Request.Forget forget -> menus.send(at, Choice.Menu.FORGET);
            case Request.Status status -> delivery.say(at, status(at, line));
            case Request.Privacy privacy -> delivery.say(at, privacy(line));
            case Request.Sources listed -> sources(at, line);
            case Request.Cite cite -> cite(at, line, cite.marker());
            case Request.Unknown unknown -> delivery.say(at, Line.phrase(line, texts.text(line, "command.unknown")));
        }
    }

    private List<Node> status(Place at, Language line) {
        Library library = newsroom.library().apply(at.chat());
        Equipment equipment = newsroom.equipment();
        String languages = library.languages().stream().map(Language::tag).collect(Collectors.joining(" · "));
        List<Node> nodes = new ArrayList<>(Line.around(
                texts.text(
                        line,
                        "status",
                        Map.of(
                                "date",
                                texts.date(line, LocalDate.ofInstant(library.asOf(), ZoneOffset.UTC)),
                                "articles",
                                library.articles(),
                                "languages",
                                Line.HERE)),
                List.of(Line.inside(line, languages, Integer.MAX_VALUE))));
        nodes.addAll(named(line, equipment.model(), "status.model", "status.no_model"));
        nodes.addAll(named(line, equipment.embedding(), "status.embedding", "status.no_embedding"));
        nodes.add(Node.text("\n" + texts.text(line, admission.open() ? "status.access.open" : "status.access.listed")));
        equipment
                .tokensPerChatDay()
                .ifPresent(most -> nodes.add(Node.text("\n"
                        + texts.text(
                                line,
                                "status.budget",
                                Map.of("left", Math.max(0, most - store.spentToday(at.chat())), "most", most)))));
        equipment
                .calls()
                .left(at.chat(), at.user())
                .ifPresent(left -> nodes.add(Node.text("\n" + texts.text(line, "status.calls", Map.of("left", left)))));
        return nodes;
    }

    private List<Node> named(Language line, Optional<String> name, String there, String none) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.text("\n"));
        nodes.addAll(name.map(given -> Line.around(
                        texts.text(line, there, Map.of("name", Line.HERE)),
                        List.of(Line.inside(line, given, Integer.MAX_VALUE))))
                .orElseGet(() -> List.of(Node.text(texts.text(line, none)))));
        return nodes;
    }

    private List<Node> privacy(Language line) {
        String received = newsroom.desk().isPresent() ? "\n\n" + texts.text(line, "privacy.received") : "";
        String model = newsroom.equipment().model().isPresent() ? "\n\n" + texts.text(line, "privacy.model") : "";
        return Line.phrase(line, texts.text(line, "privacy") + received + model);
    }

    private void sources(Place at, Language line) {
        Optional<Pressed.Kept> latest = store.latest(at.room());
        if (latest.isEmpty()) {
            delivery.say(at, Line.phrase(line, texts.text(line, "sources.none")));
            return;
        }
        Pressed.Kept kept = latest.get();
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.bold(texts.text(line, "sources")));
        nodes.addAll(sources.lines(line, kept.shown().citations()));
        // the buttons belong to the one who asked
        delivery.send(
                at, Parts.of(nodes), kept.owner().equals(at.owner()) ? Keys.cards(kept.buttons()) : Optional.empty());
    }

    private void cite(Place at, Language line, String marker) {
        Optional<Pressed.Kept> latest = store.latest(at.room());
        String number = Folding.fold(marker).replaceAll("[\\[\\]\\s]", "");
        Optional<Citation> cited = latest.flatMap(kept -> kept.shown().citations().stream()
                .filter(citation -> Integer.toString(citation.marker()).equals(number))
                .findFirst());
        if (latest.isEmpty()) {
            delivery.say(at, Line.phrase(line, texts.text(line, "sources.none")));
        } else if (cited.isEmpty()) {
            int most = latest.get().shown().citations().getLast().marker();
            delivery.say(at, Line.phrase(line, texts.text(line, "usage.cite", Map.of("most", most))));
        } else {
            cards.send(at, latest.get(), cited.get());
        }
    }
}
