package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Authorship;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Sentence;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.MadeUp;
import dev.sanad.conversation.Roster;
import dev.sanad.conversation.Store;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.retrieval.Question;
import dev.sanad.sandbox.Fault;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxUser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a conversation, and what waits: the real Telegram library, the sandbox server, a store on disk. */
@Timeout(90)
class BotEnduranceTest {
    private final Texts texts = new Texts();

    @TempDir
    Path folder;

    @Test
    void aFaultWhileAnsweringIsToldToTheUserAndTheNextQuestionIsAnswered() {
        Function<Question, Answer> moody = question -> {
            if (question.text().contains("break")) {
                throw new IllegalStateException("a secret of the user: " + question.text());
            }
            return MadeUp.answer(question);
        };
        try (Stage stage = new Stage(folder, server -> new Access.Open(), moody)) {
            SandboxUser anna = stage.person("Anna", "ru");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "break");
            stage.said(chat, words -> words.equals(texts.text(Language.RUSSIAN, "error")));
            stage.write(chat, anna, MadeUp.story(Language.RUSSIAN).question());
            stage.said(chat, words -> words.contains("[1]"));
            assertThat(stage.logged())
                    .contains("chat %d: message 1 was not answered: IllegalStateException at BotEnduranceTest.java:"
                            .formatted(chat.id()))
                    .doesNotContain("a secret of the user");
        }
    }

    @Test
    void aSlowAnswerInOneChatDoesNotHoldUpAnotherAndABusyChatIsToldSo() {
        CountDownLatch slow = new CountDownLatch(1);
        Function<Question, Answer> answering = question -> {
            if (question.text().startsWith("slow")) {
                Waiting.await(slow);
            }
            return MadeUp.answer(question);
        };
        try (Stage stage = new Stage(folder, server -> new Access.Open(), answering)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxUser boris = stage.person("Boris", "ru");
            SandboxChat first = stage.chat(anna);
            SandboxChat second = stage.chat(boris);
            for (int i = 0; i < 5; i++) {
                stage.write(first, anna, "slow " + i);
            }
            stage.write(second, boris, MadeUp.story(Language.RUSSIAN).question());
            stage.said(second, words -> words.contains("[1]"));
            stage.said(first, words -> words.equals(texts.text(Language.ENGLISH, "busy")));
            assertThat(stage.allSaid(first)).containsExactly(texts.text(Language.ENGLISH, "busy"));
            slow.countDown();
            stage.server.chats().await(message -> stage.allSaid(first).size() == 5, Stage.SOON);
        }
    }

    @Test
    void theTypingSignIsShownAgainWhileAnAnswerTakesLongAndNotAfterIt() {
        Function<Question, Answer> answering = question -> {
            Waiting.pause(Duration.ofMillis(4_700));
            return MadeUp.answer(question);
        };
        try (Stage stage = new Stage(folder, server -> new Access.Open(), answering)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "q");
            stage.said(chat, words -> words.contains("[1]"));
            assertThat(stage.server.actions().in(chat)).hasSize(2);
            Waiting.pause(Duration.ofMillis(4_300));
            assertThat(stage.server.actions().in(chat)).hasSize(2);
        }
    }

    @Test
    void oneChatIsAnsweredInTheOrderOfItsQuestions() {
        Function<Question, Answer> answering = question -> {
            if (question.text().equals("one")) {
                Waiting.pause(Duration.ofMillis(400));
            }
            return said(question, "about " + question.text());
        };
        try (Stage stage = new Stage(folder, server -> new Access.Open(), answering)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            for (String words : List.of("one", "two", "three", "four")) {
                stage.write(chat, anna, words);
            }
            stage.said(chat, words -> words.startsWith("about four"));
            assertThat(stage.allSaid(chat))
                    .extracting(words -> words.substring(6, words.indexOf(" [")))
                    .containsExactly("one", "two", "three", "four");
        }
    }

    @Test
    void afterTooManyRequestsTheAnswerIsSentWhenTheServerSays() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.server.faults().next("sendMessage", 2, new Fault.TooManyRequests(1));
            stage.write(chat, anna, "q");
            stage.said(chat, words -> words.contains("[1]"));
            var calls = stage.server.calls().of("sendMessage");
            assertThat(calls).hasSize(3);
            assertThat(Duration.between(calls.getFirst().at(), calls.getLast().at()))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void noFaultOfTheNetworkLosesAnAnswer() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.server.faults().next("sendMessage", 1, new Fault.CutBefore());
            stage.server.faults().next("sendMessage", 1, new Fault.BadGateway());
            stage.server.faults().next("sendMessage", 1, new Fault.ServerError());
            stage.server.faults().next("getUpdates", 1, new Fault.ServerError());
            stage.server.faults().next("getUpdates", 1, new Fault.CutBefore());
            stage.server.faults().next("sendChatAction", 1, new Fault.ServerError());
            stage.write(chat, anna, "q");
            stage.said(chat, words -> words.contains("[1]"));
        }
    }

    @Test
    void whatCannotBeSentIsLoggedInOneLine() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxUser boris = stage.person("Boris", "en");
            SandboxChat chat = stage.chat(anna);
            stage.server.people().block(anna);
            stage.write(chat, anna, "q");
            stage.write(stage.chat(boris), boris, "q");
            stage.said(stage.chat(boris), words -> words.contains("[1]"));
            stage.stop();
            assertThat(stage.logged())
                    .contains(
                            "chat %d: message 1 was not answered: sendmessage failed: 403 Forbidden: bot was blocked by the user"
                                    .formatted(chat.id()));
        }
    }

    @Test
    void pressingTwiceIsNoFault() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "q");
            SandboxMessage answer = stage.said(chat, words -> words.contains("[1]"));
            stage.stop();
            stage.server.people().press(answer, anna, "[1]");
            String second = stage.server.people().press(answer, anna, "[1]");
            stage.startAgain();
            assertThat(stage.server.callbacks().await(second, Stage.SOON).text())
                    .isEmpty();
            stage.stop();
            assertThat(stage.server.calls().of("editMessageText")).hasSize(2);
            assertThat(stage.logged()).doesNotContain("a button did not work");
        }
    }

    @Test
    void aPressThatWaitedTooLongToBeAcknowledgedStillOpensItsCard() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "q");
            SandboxMessage answer = stage.said(chat, words -> words.contains("[1]"));
            stage.stop();
            stage.server.people().press(answer, anna, "[1]");
            stage.later.set(Duration.ofHours(1));
            stage.startAgain();
            stage.offers(answer, texts.text(Language.ENGLISH, "button.back"));
            assertThat(stage.logged()).contains("a press was not acknowledged");
        }
    }

    @Test
    void anotherPollerWithTheSameTokenIsNamedLoudly() {
        try (Stage stage = Stage.open(folder);
                Store other = Store.open("jdbc:h2:mem:other", Clock.systemUTC());
                Bot second = Bot.start(
                        BotSettings.of(
                                new Token(Stage.TOKEN),
                                Optional.of(stage.server.address()),
                                Optional.empty(),
                                Roster.anybody()),
                        other,
                        new LanguageDetector(),
                        Stage.newsroom((room, asker, question, released) -> MadeUp.answer(question)))) {
            assertThat(second.userName())
                    .isEqualTo(stage.server.chats().bot().username().orElseThrow());
            for (int i = 0; i < 100 && !stage.logged().contains("(409)"); i++) {
                Waiting.pause(Duration.ofMillis(50));
            }
            assertThat(stage.logged()).contains("another instance polls with the same token (409): stop it");
        }
    }

    @Test
    void aTokenThatIsRefusedAndAServerThatIsNotThereAreNamedAtTheStart() {
        try (Stage stage = Stage.open(folder);
                Store store = Store.open("jdbc:h2:mem:refused", Clock.systemUTC())) {
            for (URI address : List.of(stage.server.address(), URI.create("http://127.0.0.1:1"))) {
                BotSettings settings = BotSettings.of(
                        new Token("4242:another"), Optional.of(address), Optional.empty(), Roster.anybody());
                assertThatThrownBy(() -> Bot.start(
                                settings,
                                store,
                                new LanguageDetector(),
                                Stage.newsroom((room, asker, question, released) -> MadeUp.answer(question))))
                        .isInstanceOf(BotException.class)
                        .message()
                        .containsPattern("the token is refused \\(40[14]\\)|127.0.0.1 cannot be reached")
                        .doesNotContain("4242", "\n");
            }
        }
        assertThatThrownBy(() -> BotSettings.of(
                        new Token("x"),
                        Optional.of(URI.create("https://example.org/bot")),
                        Optional.empty(),
                        Roster.anybody()))
                .hasMessageContaining("telegram.api-url");
        assertThat(new Token("4242:another").toString()).doesNotContain("4242");
    }

    @Test
    void closingWaitsForTheAnswerUnderWay() {
        CountDownLatch begun = new CountDownLatch(1);
        Function<Question, Answer> answering = question -> {
            begun.countDown();
            Waiting.pause(Duration.ofMillis(700));
            return MadeUp.answer(question);
        };
        try (Stage stage = new Stage(folder, server -> new Access.Open(), answering)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "q");
            Waiting.await(begun);
            stage.restart();
            assertThat(stage.allSaid(chat)).hasSize(1);
            stage.write(chat, anna, "q");
            stage.server.chats().await(message -> stage.allSaid(chat).size() > 1, Stage.SOON);
            assertThat(stage.allSaid(chat)).hasSize(2);
        }
    }

    private static Answer said(Question question, String words) {
        return MadeUp.answer(
                question,
                new Outcome.Cited(
                        List.of(new Sentence(words, List.of(1))),
                        List.of(MadeUp.citation(1, question.language())),
                        new Authorship.Extractive(),
                        0));
    }
}
