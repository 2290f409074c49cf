package dev.sanad.telegram;

import dev.sanad.answer.Citation;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.answer.Gloss;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Sentence;
import dev.sanad.answer.Translation;
import dev.sanad.conversation.ChosenModels;
import dev.sanad.conversation.Pressed;
import dev.sanad.conversation.Shown;
import dev.sanad.conversation.Store;
import dev.sanad.conversation.View;
import dev.sanad.conversation.ViewKeys;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Shows cards in place of the answer, and the answer in place of the card: always the one message, edited. Safe for use by many threads. */
final class Cards {
    private final Newsroom newsroom;
    private final ChosenModels models;
    private final Delivery delivery;
    private final Pages pages;
    private final Card card;
    private final CardKeys keys;
    private final AnswerKeys below;

    Cards(Store store, Newsroom newsroom, ChosenModels models, Delivery delivery, Texts texts) {
        this.newsroom = newsroom;
        this.models = models;
        this.delivery = delivery;
        this.pages = new Pages(texts);
        this.card = new Card(texts);
        this.keys = new CardKeys(new ViewKeys(store), texts);
        this.below = new AnswerKeys(store, texts);
    }

    /** A card as it is shown. */
    private record Face(String html, InlineKeyboardMarkup keys) {}

    /** Throws what the newsroom or the delivery throws. */
    void turn(Pressed.Kept to, int message) {
        Optional<Citation> cited = to.shown().citations().stream()
                .filter(citation -> citation.marker() == to.view().marker())
                .findFirst();
        if (cited.isPresent()) {
            Face face = face(to, cited.get());
            delivery.edit(to.owner().chat(), message, face.html(), face.keys());
        } else {
            // the buttons stand under the last part: that is the one the card took the place of
            String last = Parts.of(pages.of(to.shown())).getLast();
            delivery.edit(to.owner().chat(), message, last, below.of(to));
        }
    }

    /** Sends the card as a message of its own, with buttons only where the one who asked gets it. */
    void send(Place at, Pressed.Kept of, Citation citation) {
        Face face = face(of, citation);
        delivery.send(
                at, List.of(face.html()), of.owner().equals(at.owner()) ? Optional.of(face.keys()) : Optional.empty());
    }

    private Face face(Pressed.Kept to, Citation citation) {
        List<Passage> article = newsroom.article().apply(to.owner().chat(), citation.passageId());
        PassageId id = to.view().passage().orElse(citation.passageId());
        int at = IntStream.range(0, article.size())
                .filter(i -> article.get(i).id().equals(id))
                .findFirst()
                .orElse(-1);
        // where the article changed and has no such passage, the cited one is shown as it was kept
        Pressed.Kept shown = at < 0
                ? new Pressed.Kept(
                        to.shownId(),
                        to.owner(),
                        new View(citation.marker(), Optional.empty(), to.view().kind()),
                        to.shown(),
                        to.buttons())
                : to;
        Optional<Passage> before = at < 1 ? Optional.empty() : Optional.of(article.get(at - 1));
        Optional<Passage> behind =
                at < 0 || at + 1 == article.size() ? Optional.empty() : Optional.of(article.get(at + 1));
        String html = html(shown, citation, at < 0 ? Optional.empty() : Optional.of(article.get(at)));
        return new Face(html, keys.of(shown, citation, before, behind));
    }

    private String html(Pressed.Kept to, Citation citation, Optional<Passage> passage) {
        Language language = to.shown().language();
        if (to.view().passage().isPresent() && passage.isPresent()) {
            return card.of(language, citation, passage.get());
        }
        return to.view().kind() == View.Kind.MEANING
                ? card.of(language, citation, meaning(to, citation))
                : card.of(language, citation);
    }

    /** As the answer had it, so far as it had it; a model is asked only for what is lacking. */
    private ForeignQuotes.Meaning meaning(Pressed.Kept to, Citation citation) {
        Optional<Sentence> quoted = sentences(to.shown()).stream()
                .filter(sentence -> sentence.citations().contains(citation.marker()))
                .filter(sentence ->
                        sentence.gloss().isPresent() || sentence.translation().isPresent())
                .findFirst();
        Optional<Gloss> gloss = quoted.flatMap(Sentence::gloss).or(citation::gloss);
        Optional<Translation> translation = quoted.flatMap(Sentence::translation);
        if (translation.isPresent()) {
            return new ForeignQuotes.Meaning(gloss, translation);
        }
        ForeignQuotes.Meaning found = newsroom.meaning()
                .of(models.asker(to.owner()), citation, to.shown().language());
        return new ForeignQuotes.Meaning(gloss.or(found::gloss), found.translation());
    }

    private static List<Sentence> sentences(Shown shown) {
        return switch (shown) {
            case Shown.Answered answered ->
                switch (answered.answer().outcome()) {
                    case Outcome.Cited cited -> cited.sentences();
                    case Outcome.NoEvidence none -> List.of();
                };
            case Shown.Briefed briefed ->
                briefed.brief().sections().stream()
                        .flatMap(section -> section.sentences().stream())
                        .toList();
            case Shown.Stopped stopped -> stopped.sentences();
        };
    }
}
