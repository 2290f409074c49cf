package dev.sanad.telegram;

import dev.sanad.conversation.ChosenModels;
import dev.sanad.conversation.Preferences;
import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Store;
import dev.sanad.conversation.Traces;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** Messages with buttons that set something: each is edited in place when one is pressed. Throws what the delivery throws. Safe for use by many threads. */
final class Menus {
    private static final String AUTO = "auto";
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final int PER_ROW = 3;

    private final Preferences preferences;
    private final Traces traces;
    private final ChosenModels models;
    private final Questions questions;
    private final Newsroom newsroom;
    private final Delivery delivery;
    private final Texts texts;
    private final ScopeText words;
    private final ScopeMenu scopes;

    Menus(Store store, Questions questions, Newsroom newsroom, ChosenModels models, Delivery delivery, Texts texts) {
        this.preferences = new Preferences(store);
        this.traces = new Traces(store);
        this.models = models;
        this.questions = questions;
        this.newsroom = newsroom;
        this.delivery = delivery;
        this.texts = texts;
        this.words = new ScopeText(texts);
        this.scopes = new ScopeMenu(texts);
    }

    /** What a menu looks like. */
    private record Page(List<Node> nodes, InlineKeyboardMarkup keys) {}

    void send(Place at, Choice.Menu menu) {
        Page page = page(at, menu);
        delivery.send(at, Parts.of(page.nodes()), Optional.of(page.keys()));
    }

    /** Sets the language that is written after the command, and shows the menu. */
    void language(Place at, String tag) {
        Language.ofTag(tag).ifPresent(language -> preferences.setLanguage(at.chat(), Optional.of(language)));
        send(at, Choice.Menu.LANG);
    }

    /** Sets what is written after the command, and shows the menu. */
    void scope(Place at, String written) {
        if (!written.isBlank()) {
            Optional<Scope> scope =
                    ScopeText.read(written, newsroom.library().apply(at.chat()).outlets());
            if (scope.isEmpty()) {
                say(at, "usage.scope");
                return;
            }
            preferences.setScope(at.room(), scope.get());
        }
        send(at, Choice.Menu.SCOPE);
    }

    /** Sets the language model that is written after the command, and shows the menu; to who may not choose, the command is unknown. */
    void model(Place at, String name) {
        List<String> names = newsroom.equipment().models();
        if (!models.mayChoose(at.user())) {
            say(at, "command.unknown");
        } else if (names.isEmpty()) {
            say(at, "status.no_model");
        } else {
            Optional.of(name).filter(names::contains).ifPresent(known -> models.choose(at.user(), Optional.of(known)));
            send(at, Choice.Menu.MODEL);
        }
    }

    /** @param at the menu's own message */
    void choose(Place at, Choice choice) {
        switch (choice.menu()) {
            case LANG -> {
                preferences.setLanguage(at.chat(), Language.ofTag(choice.value()));
                edit(at, page(at, Choice.Menu.LANG));
            }
            case SCOPE -> narrow(at, choice.value());
            case SETTINGS -> edit(at, page(at, choice.value().equals("lang") ? Choice.Menu.LANG : Choice.Menu.SCOPE));
            case MODEL -> {
                if (models.mayChoose(at.user())) {
                    models.choose(
                            at.user(),
                            Optional.of(choice.value())
                                    .filter(newsroom.equipment().models()::contains));
                    edit(at, page(at, Choice.Menu.MODEL));
                }
            }
            case FORGET -> {
                Language line = line(at);
                if (choice.value().equals(YES)) {
                    traces.forget(at.user(), at.chat());
                    newsroom.desk().ifPresent(desk -> forgetGiven(desk, at.user()));
                }
                String key = choice.value().equals(YES) ? "forget.done" : "forget.kept";
                edit(at, new Page(Line.phrase(line, texts.text(line, key)), new InlineKeyboardMarkup(List.of())));
            }
        }
    }

    /** What was given to the private chat with the user alone. */
    private static void forgetGiven(Desk desk, long user) {
        if (desk.folder().removeOwn(user)) {
            var unused = desk.indexing().get();
        }
    }

    private void narrow(Place at, String value) {
        preferences.setScope(
                at.room(),
                ScopeMenu.after(
                        value, preferences.scope(at.room()), newsroom.library().apply(at.chat())));
        // below an answer: that one must stay
        if (value.equals(ScopeMenu.DROP)) {
            say(at, "scope.all");
        } else {
            edit(at, page(at, Choice.Menu.SCOPE));
        }
    }

    private Page page(Place at, Choice.Menu menu) {
        Language line = line(at);
        return switch (menu) {
            case LANG -> language(at, line);
            case SCOPE -> scope(at, line);
            case SETTINGS -> settings(at, line);
            case MODEL -> model(at, line);
            case FORGET ->
                new Page(
                        Line.phrase(line, texts.text(line, "forget.ask")),
                        rows(List.of(
                                key(texts.text(line, "button.forget"), menu, YES, at),
                                key(texts.text(line, "button.keep"), menu, NO, at))));
        };
    }

    private Page language(Place at, Language line) {
        Optional<Language> chosen = preferences.language(at.chat());
        List<InlineKeyboardButton> keys = new ArrayList<>();
        for (Language language : Language.spoken()) {
            keys.add(key(
                    Keys.ticked(language.displayName(), chosen.equals(Optional.of(language))),
                    Choice.Menu.LANG,
                    language.tag(),
                    at));
        }
        keys.add(key(Keys.ticked(texts.text(line, "button.auto"), chosen.isEmpty()), Choice.Menu.LANG, AUTO, at));
        return new Page(Line.phrase(line, texts.text(line, "lang.ask")), rows(keys));
    }

    private Page model(Place at, Language line) {
        Optional<String> chosen = models.of(at.user());
        List<InlineKeyboardButton> keys = new ArrayList<>();
        for (String name : newsroom.equipment().models()) {
            keys.add(key(Keys.ticked(name, chosen.equals(Optional.of(name))), Choice.Menu.MODEL, name, at));
        }
        keys.add(key(Keys.ticked(texts.text(line, "button.auto"), chosen.isEmpty()), Choice.Menu.MODEL, AUTO, at));
        return new Page(Line.phrase(line, texts.text(line, "model.ask")), rows(keys));
    }

    private Page scope(Place at, Language line) {
        Scope scope = preferences.scope(at.room());
        List<Node> nodes = new ArrayList<>(words.of(line, scope));
        nodes.add(Node.text("\n\n"));
        nodes.addAll(Line.phrase(line, texts.text(line, "scope.ask")));
        return new Page(nodes, scopes.keys(line, scope, newsroom.library().apply(at.chat()), at.user()));
    }

    private Page settings(Place at, Language line) {
        List<Node> nodes = new ArrayList<>();
        Node language = preferences
                .language(at.chat())
                .map(chosen -> Line.inside(line, chosen.displayName(), Integer.MAX_VALUE))
                .orElseGet(() -> Node.text(texts.text(line, "button.auto")));
        nodes.addAll(
                Line.around(texts.text(line, "settings.language", Map.of("language", Line.HERE)), List.of(language)));
        nodes.add(Node.text("\n"));
        nodes.addAll(words.of(line, preferences.scope(at.room())));
        return new Page(
                nodes,
                rows(List.of(
                        key(texts.text(line, "button.lang"), Choice.Menu.SETTINGS, "lang", at),
                        key(texts.text(line, "button.scope"), Choice.Menu.SETTINGS, "scope", at))));
    }

    private static InlineKeyboardButton key(String label, Choice.Menu menu, String value, Place at) {
        return Keys.key(label, new Choice(menu, value, at.user()).data());
    }

    private static InlineKeyboardMarkup rows(List<InlineKeyboardButton> keys) {
        return new InlineKeyboardMarkup(Keys.rows(keys, PER_ROW));
    }

    private void edit(Place at, Page page) {
        delivery.edit(at.chat(), at.message(), Html.of(page.nodes()), page.keys());
    }

    private void say(Place at, String key) {
        Language line = line(at);
        delivery.say(at, Line.phrase(line, texts.text(line, key)));
    }

    private Language line(Place at) {
        return questions.language(at.chat(), at.tag());
    }
}
