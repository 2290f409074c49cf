package dev.sanad.telegram;

import dev.sanad.conversation.Opinion;
import dev.sanad.conversation.Opinions;
import dev.sanad.conversation.Pressed;
import dev.sanad.conversation.Store;
import dev.sanad.conversation.View;
import dev.sanad.conversation.ViewKeys;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * What stands under an answer: its cards; where it was narrowed, a key that takes the bounds of the room away; and what its asker thinks of it, with the reasons below once it is held
 * to be bad. Safe for use by many threads.
 */
final class AnswerKeys {
    private static final int REASONS_PER_ROW = 2;

    private final ViewKeys keys;
    private final Opinions opinions;
    private final Texts texts;

    AnswerKeys(Store store, Texts texts) {
        this.keys = new ViewKeys(store);
        this.opinions = new Opinions(store);
        this.texts = texts;
    }

    InlineKeyboardMarkup of(Pressed.Kept kept) {
        List<InlineKeyboardRow> rows = new ArrayList<>(Keys.cards(kept.buttons())
                .map(InlineKeyboardMarkup::getKeyboard)
                .orElse(List.of()));
        if (!kept.shown().scope().equals(Scope.ALL)) {
            rows.add(new InlineKeyboardRow(Keys.key(
                    texts.text(kept.shown().language(), "button.all"),
                    new Choice(Choice.Menu.SCOPE, ScopeMenu.DROP, kept.owner().user()).data())));
        }
        rows.addAll(opinions(kept));
        return new InlineKeyboardMarkup(rows);
    }

    private List<InlineKeyboardRow> opinions(Pressed.Kept kept) {
        boolean fresh = !kept.opinions().isEmpty();
        Optional<Opinion> given = fresh ? Optional.empty() : opinions.of(kept.shownId());
        boolean bad = given.filter(opinion -> opinion != Opinion.GOOD).isPresent();
        List<Opinion> offered = new ArrayList<>(List.of(Opinion.GOOD, Opinion.BAD));
        if (bad) {
            offered.addAll(Opinion.REASONS);
        }
        Map<View, String> found = fresh
                ? kept.opinions()
                : keys.of(kept.shownId(), offered.stream().map(Opinion::view).toList());
        Language language = kept.shown().language();
        List<InlineKeyboardButton> buttons = offered.stream()
                .map(opinion -> Keys.key(
                        Keys.ticked(
                                label(language, opinion),
                                given.equals(Optional.of(opinion)) || (bad && opinion == Opinion.BAD)),
                        found.getOrDefault(opinion.view(), "")))
                .toList();
        return Keys.rows(buttons, REASONS_PER_ROW);
    }

    private String label(Language language, Opinion opinion) {
        return switch (opinion) {
            case GOOD -> "👍";
            case BAD -> "👎";
            case WRONG, UNANSWERED, UNSUPPORTED, OTHER ->
                texts.text(language, "button." + opinion.name().toLowerCase(Locale.ROOT));
        };
    }
}
