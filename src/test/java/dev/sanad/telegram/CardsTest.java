package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.answer.Gloss;
import dev.sanad.answer.Translation;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.MadeUp;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageId;
import dev.sanad.sandbox.Button;
import dev.sanad.sandbox.Entity;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Source cards: the real Telegram library, the sandbox server, a store on disk. */
@Timeout(90)
class CardsTest {
    private static final Gloss GLOSS = new Gloss(List.of("2026", "300"));

    private final Texts texts = new Texts();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aCardTurnsToThePassagesBesideAndBackInOneMessageAlsoAfterARestart(Language language) {
        MadeUp.Story story = MadeUp.story(language);
        try (Stage stage = stage(language, new ForeignQuotes.Meaning(Optional.empty(), Optional.empty()))) {
            SandboxUser anna = stage.person("Anna", language.tag());
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, story.question());
            SandboxMessage answer = stage.said(chat, words -> words.contains("[1]"));
            String previous = texts.text(language, "button.previous");
            String next = texts.text(language, "button.next");
            String back = texts.text(language, "button.back");

            stage.server.people().press(answer, anna, "[1]");
            SandboxMessage card = stage.offers(answer, previous);
            assertThat(Stage.labels(card))
                    .containsExactly(
                            previous,
                            next,
                            texts.text(language, "button.copy"),
                            texts.text(language, "button.open"),
                            back);
            assertThat(value(card, "button.open", language).asText())
                    .isEqualTo("https://news.example/" + language.tag() + "?a=1&b=2");
            assertThat(value(card, "button.copy", language).path("text").asText())
                    .startsWith(story.outlet() + ", " + story.title())
                    .hasSizeLessThanOrEqualTo(256);

            stage.server.people().press(card, anna, next);
            SandboxMessage behind =
                    stage.becomes(answer, words -> words.endsWith(story.after()) && !words.contains(story.quote()));
            assertThat(Stage.labels(behind)).contains(previous).doesNotContain(next);
            assertThat(bold(behind)).isEmpty();

            stage.restart();
            stage.server.people().press(behind, anna, previous);
            SandboxMessage again = stage.offers(answer, next);
            assertThat(again.text()).isEqualTo(card.text());
            assertThat(bold(again)).containsExactly(story.quote());
            stage.server.people().press(again, anna, previous);
            stage.becomes(answer, words -> words.endsWith(story.before()));
            stage.server.people().press(stage.server.chats().now(answer), anna, back);
            stage.becomes(answer, answer.text()::equals);
            assertThat(stage.allSaid(chat)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aForeignQuoteTurnsToItsMarkedMeaningAndToTheOriginal(Language reader) {
        Language foreign = reader == Language.PERSIAN ? Language.RUSSIAN : Language.PERSIAN;
        Translation translation = new Translation(MadeUp.story(reader).quote(), "model-x", "translate@1");
        try (Stage stage = stage(foreign, new ForeignQuotes.Meaning(Optional.of(GLOSS), Optional.of(translation)))) {
            SandboxUser anna = stage.person("Anna", reader.tag());
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, MadeUp.story(reader).question());
            SandboxMessage answer = stage.said(chat, words -> words.contains("[2]"));
            String meaning = texts.text(reader, "button.meaning");
            String original = texts.text(reader, "button.original");

            stage.server.people().press(answer, anna, "[1]");
            assertThat(Stage.labels(stage.offers(answer, texts.text(reader, "button.back"))))
                    .doesNotContain(meaning);
            stage.server.people().press(stage.server.chats().now(answer), anna, texts.text(reader, "button.back"));
            stage.offers(answer, "[2]");
            stage.server.people().press(answer, anna, "[2]");
            SandboxMessage card = stage.offers(answer, meaning);
            stage.server.people().press(card, anna, meaning);
            SandboxMessage turned = stage.offers(answer, original);
            Messages messages = new Messages("answer");
            assertThat(turned.text())
                    .startsWith(card.text())
                    .contains("≈ " + messages.text(reader, "translation"))
                    .contains(MadeUp.story(reader).quote())
                    .contains("≈ " + messages.text(reader, "gloss") + ": 2026 · 300");
            stage.server.people().press(turned, anna, original);
            stage.becomes(answer, card.text()::equals);
        }
    }

    @Test
    void whileATranslationIsWaitedForOtherPressesAreAnswered() {
        CountDownLatch translated = new CountDownLatch(1);
        Newsroom newsroom = new Newsroom(
                (room, asker, question, released) -> MadeUp.answer(question, Language.RUSSIAN),
                (asker, topic) -> MadeUp.brief(topic),
                (chat, id) -> List.of(),
                (asker, citation, reader) -> {
                    try {
                        translated.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new ForeignQuotes.Meaning(Optional.of(GLOSS), Optional.empty());
                },
                question -> List.of(),
                chat -> Stage.library(),
                Stage.EQUIPMENT,
                Optional.empty());
        try (Stage stage = new Stage(folder, server -> new Access.Open(), newsroom)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "q");
            SandboxMessage answer = stage.said(chat, words -> words.contains("[2]"));
            stage.server.people().press(answer, anna, "[2]");
            SandboxMessage card = stage.offers(answer, texts.text(Language.ENGLISH, "button.meaning"));
            stage.server.people().press(card, anna, texts.text(Language.ENGLISH, "button.meaning"));
            String back = stage.server.people().press(card, anna, texts.text(Language.ENGLISH, "button.back"));
            stage.server.callbacks().await(back, Duration.ofSeconds(5));
            translated.countDown();
            stage.becomes(answer, answer.text()::equals);
        }
    }

    @Test
    void aCardOfAnArticleThatIsGoneShowsWhatWasKept() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "zh-hans");
            SandboxChat chat = stage.chat(anna);
            MadeUp.Story story = MadeUp.story(Language.CHINESE_SIMPLIFIED);
            stage.write(chat, anna, story.question());
            SandboxMessage answer = stage.said(chat, words -> words.contains("[1]"));
            stage.server.people().press(answer, anna, "[1]");
            SandboxMessage card = stage.offers(answer, texts.text(Language.CHINESE_SIMPLIFIED, "button.back"));
            assertThat(card.text()).endsWith(story.before() + "\n" + story.quote() + " " + story.after());
            assertThat(Stage.labels(card)).doesNotContain(texts.text(Language.CHINESE_SIMPLIFIED, "button.next"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void anAnswerThatIsNoLongerKeptOffersToAskAgainAndIsAskedByWhoAsked(Language language) {
        MadeUp.Story story = MadeUp.story(language);
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", language.tag());
            SandboxUser boris = stage.person("Boris", language.tag());
            SandboxChat group = stage.server.people().group("Readers", anna, boris);
            stage.write(group, anna, "/ask " + story.question());
            SandboxMessage answer = stage.said(group, words -> words.contains("[1]"));
            stage.restartAfter(Duration.ofDays(91));

            String press = stage.server.people().press(answer, anna, "[1]");
            assertThat(stage.server.callbacks().await(press, Stage.SOON).text())
                    .isEqualTo(texts.text(language, "key.expired"));
            String again = texts.text(language, "button.again");
            SandboxMessage offering = stage.offers(answer, again);
            assertThat(offering.text()).isEqualTo(answer.text());
            String foreign = stage.server.people().press(offering, boris, again);
            assertThat(stage.server.callbacks().await(foreign, Stage.SOON).text())
                    .isEqualTo(texts.text(language, "key.foreign"));
            stage.server.people().press(offering, anna, again);
            SandboxMessage anew = stage.server
                    .chats()
                    .await(
                            message -> message.chat().equals(group)
                                    && message.id() != answer.id()
                                    && message.text().startsWith(story.quote()),
                            Stage.SOON);
            stage.server.people().press(anew, anna, "[1]");
            stage.offers(anew, texts.text(language, "button.back"));
        }
    }

    /** Answers quote the reader's language and {@code cited}; the article of any has three passages, the middle one cited. */
    private Stage stage(Language cited, ForeignQuotes.Meaning meaning) {
        Newsroom newsroom = new Newsroom(
                (room, asker, question, released) ->
                        question.answerLanguage() == cited ? MadeUp.answer(question) : MadeUp.answer(question, cited),
                (asker, topic) -> MadeUp.brief(topic),
                (chat, id) -> article(cited),
                (asker, citation, reader) -> meaning,
                question -> List.of(),
                chat -> Stage.library(),
                Stage.EQUIPMENT,
                Optional.empty());
        return new Stage(folder, server -> new Access.Open(), newsroom);
    }

    private static List<Passage> article(Language language) {
        Passage whole = MadeUp.passage(language);
        MadeUp.Story story = MadeUp.story(language);
        int end = whole.end();
        return List.of(
                part(whole, "0123456789ab.9", 0, story.before().length()),
                whole,
                part(whole, "0123456789ab.1", end - story.after().length(), end));
    }

    private static Passage part(Passage whole, String id, int start, int end) {
        return new Passage(
                new PassageId(id), whole.article(), start, end, List.of(new dev.sanad.language.Span(start, end)));
    }

    private JsonNode value(SandboxMessage message, String label, Language language) {
        return message.buttons().stream()
                .filter(button -> button.text().equals(texts.text(language, label)))
                .map(Button::value)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> bold(SandboxMessage message) {
        return message.entities().stream()
                .filter(entity -> entity.type() == Entity.Type.BOLD)
                .map(entity -> entity.in(message.text()))
                .toList();
    }
}
