package dev.sanad.telegram;

import dev.sanad.answer.Citation;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.conversation.Button;
import dev.sanad.conversation.Pressed;
import dev.sanad.conversation.View;
import dev.sanad.conversation.ViewKeys;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** The keyboard of a card: the passages before and behind, what the quote means, the article, the citation to copy, and the way back. */
final class CardKeys {
    private final ViewKeys keys;
    private final Texts texts;

    CardKeys(ViewKeys keys, Texts texts) {
        this.keys = keys;
        this.texts = texts;
    }

    /**
     * In rows.
     *
     * @param before the passage before the one that is shown, where there is one
     * @param behind the one behind it
     */
    InlineKeyboardMarkup of(Pressed.Kept card, Citation citation, Optional<Passage> before, Optional<Passage> behind) {
        Language language = card.shown().language();
        View here = View.of(citation.marker());
        Optional<View> previous = before.map(passage -> view(here, citation, passage));
        Optional<View> next = behind.map(passage -> view(here, citation, passage));
        Optional<View> turned = turned(card, citation, language);
        List<View> wanted = new ArrayList<>();
        previous.ifPresent(wanted::add);
        next.ifPresent(wanted::add);
        turned.ifPresent(wanted::add);
        Map<View, String> found = keys.of(card.shownId(), wanted);

        List<InlineKeyboardRow> rows = new ArrayList<>();
        InlineKeyboardRow turning = new InlineKeyboardRow();
        previous.ifPresent(view -> turning.add(key(language, "button.previous", found, view)));
        next.ifPresent(view -> turning.add(key(language, "button.next", found, view)));
        rows.add(turning);
        InlineKeyboardRow words = new InlineKeyboardRow();
        turned.ifPresent(view -> words.add(
                key(language, view.kind() == View.Kind.MEANING ? "button.meaning" : "button.original", found, view)));
        words.add(copy(language, citation));
        rows.add(words);
        citation.url()
                .filter(Links::button)
                .ifPresent(address -> rows.add(new InlineKeyboardRow(InlineKeyboardButton.builder()
                        .text(texts.text(language, "button.open"))
                        .url(address.toASCIIString())
                        .build())));
        rows.add(back(card, language));
        rows.removeIf(List::isEmpty);
        return new InlineKeyboardMarkup(rows);
    }

    /** The cited passage is always the same view, however it was come to. */
    private static View view(View here, Citation citation, Passage passage) {
        return passage.id().equals(citation.passageId()) ? here : here.at(passage.id());
    }

    /** From the original to its meaning and back, where the quote is foreign and shown. */
    private static Optional<View> turned(Pressed.Kept card, Citation citation, Language language) {
        if (card.view().passage().isPresent() || !ForeignQuotes.foreign(citation, language)) {
            return Optional.empty();
        }
        return Optional.of(
                card.view().kind() == View.Kind.MEANING ? View.of(citation.marker()) : View.meaning(citation.marker()));
    }

    private InlineKeyboardButton key(Language language, String label, Map<View, String> found, View view) {
        return Keys.key(texts.text(language, label), found.getOrDefault(view, ""));
    }

    private InlineKeyboardButton copy(Language language, Citation citation) {
        return InlineKeyboardButton.builder()
                .text(texts.text(language, "button.copy"))
                .copyText(new CopyTextButton(CopiedCitation.of(language, citation, texts)))
                .build();
    }

    private InlineKeyboardRow back(Pressed.Kept card, Language language) {
        InlineKeyboardRow row = new InlineKeyboardRow();
        card.buttons().stream()
                .filter(Button::back)
                .forEach(button -> row.add(Keys.key(texts.text(language, "button.back"), button.key())));
        return row;
    }
}
