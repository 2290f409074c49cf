package dev.sanad.telegram;

import dev.sanad.conversation.Button;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Keys as Telegram's keyboards. */
final class Keys {
    /** Telegram shows no more than a hundred buttons under a message, and up to seven others stand below them. */
    static final int MOST_CARDS = 90;

    private static final int PER_ROW = 5;

    private Keys() {}

    /** {@code [1] [2] …} in rows; empty where nothing is cited. */
    static Optional<InlineKeyboardMarkup> cards(List<Button> buttons) {
        List<InlineKeyboardButton> keys = buttons.stream()
                .filter(button -> !button.back())
                .map(button -> key("[%d]".formatted(button.marker()), button.key()))
                .toList();
        return keys.isEmpty() ? Optional.empty() : Optional.of(new InlineKeyboardMarkup(rows(keys, PER_ROW)));
    }

    /** Side by side, so many in a row. */
    static List<InlineKeyboardRow> rows(List<InlineKeyboardButton> keys, int perRow) {
        List<InlineKeyboardRow> rows = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += perRow) {
            rows.add(new InlineKeyboardRow(keys.subList(from, Math.min(from + perRow, keys.size()))));
        }
        return rows;
    }

    /** Of what may be chosen. */
    static String ticked(String label, boolean chosen) {
        return chosen ? "✓ " + label : label;
    }

    /** Ends the answer that is under way. */
    static InlineKeyboardMarkup stop(String key, Texts texts, Language language) {
        return only(key(texts.text(language, "button.stop"), key));
    }

    /** Asks the question of an answer that is no longer kept. */
    static InlineKeyboardMarkup again(String key, Texts texts, Language language) {
        return only(key(texts.text(language, "button.again"), key));
    }

    private static InlineKeyboardMarkup only(InlineKeyboardButton button) {
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(button)));
    }

    static InlineKeyboardButton key(String label, String key) {
        return InlineKeyboardButton.builder().text(label).callbackData(key).build();
    }
}
