package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Release;
import dev.sanad.answer.Sentence;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.MadeUp;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.sandbox.Calls;
import dev.sanad.sandbox.Drafts;
import dev.sanad.sandbox.Fault;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is seen while an answer is under way, and stopping it: the real Telegram library, the sandbox server, a store on disk. */
@Timeout(90)
class AnsweringTest {
    private final Texts texts = new Texts();
    private final CountDownLatch go = new CountDownLatch(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void inAPrivateChatADraftShowsTheStagesThenTheVerifiedSentencesAndOneMessageFollows(Language language) {
        MadeUp.Story story = MadeUp.story(language);
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", language.tag());
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, story.question());
            String stages = stages(language, "progress.checking");
            Drafts.Draft first =
                    stage.server.drafts().await(chat, draft -> draft.text().contains(stages), Stage.SOON);
            assertThat(Stage.plain(first.text())).endsWith(texts.text(language, "progress.stop_hint"));
            Drafts.Draft second = stage.server
                    .drafts()
                    .await(chat, draft -> draft.text().startsWith(story.quote() + " [1]"), Stage.SOON);
            assertThat(second.id()).isEqualTo(first.id()).isNotZero();
            assertThat(stage.allSaid(chat)).isEmpty();
            go.countDown();
            stage.said(chat, words -> words.startsWith(story.quote() + " [1]"));
            int drafts = stage.server.drafts().in(chat).size();
            Waiting.pause(Duration.ofMillis(1_500));
            assertThat(stage.server.drafts().in(chat)).hasSize(drafts);
            assertThat(stage.allSaid(chat)).hasSize(1);
        }
    }

    @Test
    void sentencesThatAreWithdrawnAreShownNoMore() {
        Newsroom.Asking asking = (room, asker, question, released) -> {
            begin(question, released);
            Waiting.pause(Duration.ofMillis(800));
            released.accept(new Release.Withdrawn());
            Waiting.await(go);
            return MadeUp.answer(question);
        };
        try (Stage stage = new Stage(folder, server -> new Access.Open(), Stage.newsroom(asking))) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "q");
            String quote = MadeUp.story(Language.ENGLISH).quote();
            stage.server.drafts().await(chat, draft -> draft.text().startsWith(quote), Stage.SOON);
            stage.server
                    .drafts()
                    .await(
                            chat,
                            draft -> draft.text().contains(stages(Language.ENGLISH, "progress.anew"))
                                    && !draft.text().contains(quote),
                            Stage.SOON);
            go.countDown();
            stage.said(chat, words -> words.startsWith(quote));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void whereADraftIsRefusedASilentMessageWithAStopButtonTakesItsPlace(Language language) {
        MadeUp.Story story = MadeUp.story(language);
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", language.tag());
            SandboxChat chat = stage.chat(anna);
            stage.server.faults().next("sendMessageDraft", 100, new Fault.Refused());
            stage.write(chat, anna, story.question());
            SandboxMessage placeholder =
                    stage.said(chat, words -> words.contains(stages(language, "progress.checking")));
            assertThat(Stage.labels(placeholder)).containsExactly(texts.text(language, "button.stop"));
            stage.becomes(placeholder, words -> words.startsWith(story.quote() + " [1]"));
            assertThat(stage.server.calls().of("sendMessageDraft")).hasSize(1);
            go.countDown();
            SandboxMessage answer = stage.server
                    .chats()
                    .await(
                            message -> message.id() != placeholder.id()
                                    && message.text().startsWith(story.quote() + " [1]"),
                            Stage.SOON);
            assertThat(Stage.labels(answer)).containsExactly("[1]", "👍", "👎");
            stage.server.chats().await(message -> message.id() == placeholder.id() && message.deleted(), Stage.SOON);
        }
    }

    @Test
    void inAGroupOneSilentMessageIsEditedAndTakenAwayWhenTheAnswerIsThere() {
        String quote = MadeUp.story(Language.ENGLISH).quote();
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxUser boris = stage.person("Boris", "ru");
            SandboxChat group = stage.server.people().group("Readers", anna, boris);
            SandboxMessage question = stage.write(
                    group, anna, "/ask " + MadeUp.story(Language.ENGLISH).question());
            SandboxMessage placeholder =
                    stage.said(group, words -> words.contains(stages(Language.ENGLISH, "progress.checking")));
            assertThat(Stage.labels(placeholder)).containsExactly(texts.text(Language.ENGLISH, "button.stop"));
            assertThat(placeholder.replyTo()).contains(question.id());
            assertThat(stage.server.drafts().in(group)).isEmpty();
            Calls.Call sent = stage.server.calls().of("sendMessage").getFirst();
            assertThat(sent.parameters().toString()).contains("disable_notification");

            String foreign =
                    stage.server.people().press(placeholder, boris, texts.text(Language.ENGLISH, "button.stop"));
            assertThat(stage.server.callbacks().await(foreign, Stage.SOON).text())
                    .isEqualTo(texts.text(Language.ENGLISH, "key.foreign"));
            go.countDown();
            SandboxMessage answer = stage.server
                    .chats()
                    .await(
                            message -> message.id() != placeholder.id()
                                    && message.text().startsWith(quote),
                            Stage.SOON);
            assertThat(answer.replyTo()).contains(question.id());
            stage.server.chats().await(message -> message.id() == placeholder.id() && message.deleted(), Stage.SOON);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void stoppedByTheCommandWhatWasVerifiedStaysAndItsCardsOpen(Language language) {
        MadeUp.Story story = MadeUp.story(language);
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", language.tag());
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, story.question());
            stage.server.drafts().await(chat, draft -> draft.text().startsWith(story.quote()), Stage.SOON);
            stage.write(chat, anna, "/stop");
            SandboxMessage rest = stage.said(chat, words -> words.startsWith(story.quote() + " [1]"));
            assertThat(rest.text()).contains(texts.text(language, "stopped.rest"));
            stage.restart();
            stage.server.people().press(rest, anna, "[1]");
            SandboxMessage card = stage.offers(rest, texts.text(language, "button.back"));
            stage.server.people().press(card, anna, texts.text(language, "button.back"));
            stage.becomes(rest, rest.text()::equals);
            assertThat(stage.logged()).doesNotContain("was not answered");
        }
    }

    @Test
    void stoppedBeforeAnythingWasVerifiedItSaysSoAndTheNextQuestionIsAnswered() {
        Newsroom.Asking asking = (room, asker, question, released) -> {
            if (question.text().startsWith("slow")) {
                Waiting.await(go);
            }
            return MadeUp.answer(question);
        };
        try (Stage stage = new Stage(folder, server -> new Access.Open(), Stage.newsroom(asking))) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "slow");
            stage.write(chat, anna, MadeUp.story(Language.ENGLISH).question());
            stage.server.drafts().await(chat, draft -> true, Stage.SOON);
            stage.write(chat, anna, "/stop");
            stage.said(chat, words -> words.equals(texts.text(Language.ENGLISH, "stopped")));
            stage.said(chat, words -> words.contains("[1]"));
            stage.write(chat, anna, "/stop");
            stage.said(chat, words -> words.equals(texts.text(Language.ENGLISH, "stop.nothing")));
            assertThat(stage.allSaid(chat)).hasSize(3);
        }
    }

    @Test
    void theStopButtonEndsTheAnswerOfItsMessage() {
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", "ar");
            SandboxChat group = stage.server.people().group("Readers", anna);
            stage.write(group, anna, "/ask " + MadeUp.story(Language.ARABIC).question());
            String stop = texts.text(Language.ARABIC, "button.stop");
            SandboxMessage placeholder =
                    stage.server.chats().await(message -> Stage.labels(message).contains(stop), Stage.SOON);
            String press = stage.server.people().press(placeholder, anna, stop);
            assertThat(stage.server.callbacks().await(press, Stage.SOON).text()).isEmpty();
            stage.said(group, words -> words.contains(texts.text(Language.ARABIC, "stopped.rest")));
            stage.server.chats().await(message -> message.id() == placeholder.id() && message.deleted(), Stage.SOON);
        }
    }

    @Test
    void theLimitsAreKeptWhenManyAskAtOnce() {
        try (Stage stage = Stage.open(folder)) {
            stage.server.limitFlood(true);
            List<SandboxChat> chats = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                SandboxUser person = stage.person("P" + i, "en");
                chats.add(stage.chat(person));
                stage.write(chats.getLast(), person, "q");
                stage.write(chats.getLast(), person, "q again");
            }
            stage.server.chats().await(message -> stage.server.chats().sent().size() == 80, Stage.SOON);
            assertThat(new HashSet<>(chats))
                    .allMatch(chat -> stage.allSaid(chat).size() == 2);
            // refused ones are sent again: without limits 70, on a machine that stalls a few arrive together
            assertThat(stage.server.calls().of("sendMessage")).hasSizeBetween(80, 110);
        }
    }

    /** Answers that find passages, release the first sentence, and wait. */
    private Stage stage() {
        Newsroom.Asking asking = (room, asker, question, released) -> {
            released.accept(new Release.Searching(new HashSet<>(Language.spoken())));
            released.accept(new Release.Found(8));
            Waiting.pause(Duration.ofMillis(700));
            begin(question, released);
            Waiting.await(go);
            return MadeUp.answer(question);
        };
        return new Stage(folder, server -> new Access.Open(), Stage.newsroom(asking));
    }

    private static void begin(Question question, Consumer<Release> released) {
        Language language = question.answerLanguage();
        released.accept(new Release.Searching(new HashSet<>(Language.spoken())));
        released.accept(new Release.Found(8));
        released.accept(new Release.Passed(
                new Sentence(MadeUp.story(language).quote(), List.of(1)), List.of(MadeUp.citation(1, language))));
    }

    private String stages(Language language, String last) {
        return String.join(
                        language.rightToLeft() ? " ← " : " → ",
                        texts.text(language, "progress.searching", Map.of("count", 6)),
                        texts.text(language, "progress.found", Map.of("count", 8)),
                        texts.text(language, last))
                + "…";
    }
}
