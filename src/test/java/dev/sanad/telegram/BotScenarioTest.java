package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Authorship;
import dev.sanad.answer.Outcome;
import dev.sanad.answer.Sentence;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.MadeUp;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.sandbox.Entity;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole conversations: the real Telegram library, the sandbox server, a store on disk. */
@Timeout(90)
class BotScenarioTest {
    private final Texts texts = new Texts();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void fromTheStartToACardThatOpensAfterARestart(Language language) {
        MadeUp.Story story = MadeUp.story(language);
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", language.tag().toLowerCase(java.util.Locale.ROOT));
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "/start");
            stage.said(chat, words -> Stage.plain(words).equals(texts.text(language, "start")));

            stage.write(chat, anna, story.question());
            SandboxMessage answer = stage.said(chat, words -> words.startsWith(story.quote() + " [1]"));
            String asked = answer.text();
            assertThat(asked)
                    .contains("[1] %s · %s · %s"
                            .formatted(story.outlet(), texts.date(language, MadeUp.DAY), story.title()));
            assertThat(Stage.labels(answer)).containsExactly("[1]", "👍", "👎");

            String press = stage.server.people().press(answer, anna, "[1]");
            assertThat(stage.server.callbacks().await(press, Stage.SOON).text()).isEmpty();
            SandboxMessage card = stage.offers(answer, texts.text(language, "button.back"));
            assertThat(card.text()).contains(story.before() + "\n" + story.quote() + " " + story.after());
            assertThat(bold(card)).containsExactly(story.quote());
            String back = texts.text(language, "button.back");
            assertThat(Stage.labels(card))
                    .containsExactly(texts.text(language, "button.copy"), texts.text(language, "button.open"), back);

            stage.server.people().press(card, anna, back);
            SandboxMessage again = stage.becomes(answer, asked::equals);
            assertThat(Stage.labels(again)).containsExactly("[1]", "👍", "👎");

            stage.restart();
            stage.server.people().press(again, anna, "[1]");
            stage.offers(answer, back);
            assertThat(stage.allSaid(chat)).hasSize(2);
        }
    }

    @Test
    void briefsAndUsageAreSaidInTheLanguageOfTheChat() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser reza = stage.person("Reza", "fa");
            SandboxChat chat = stage.chat(reza);
            stage.write(chat, reza, "/brief");
            stage.said(chat, words -> Stage.plain(words).equals(texts.text(Language.PERSIAN, "usage.brief")));
            stage.write(chat, reza, "/ask ");
            stage.said(chat, words -> Stage.plain(words).equals(texts.text(Language.PERSIAN, "usage.ask")));
            stage.write(chat, reza, "/help");
            stage.said(chat, words -> Stage.plain(words).equals(texts.text(Language.PERSIAN, "help")));
            stage.write(chat, reza, "/brief " + MadeUp.story(Language.RUSSIAN).question());
            SandboxMessage brief = stage.said(
                    chat,
                    words ->
                            words.contains("• " + MadeUp.story(Language.RUSSIAN).quote() + " [1]"));
            assertThat(Stage.labels(brief)).containsExactly("[1]", "👍", "👎");
            // the chat now speaks Russian
            stage.write(chat, reza, "/brief");
            stage.said(chat, words -> words.equals(texts.text(Language.RUSSIAN, "usage.brief")));
        }
    }

    @Test
    void inAGroupOnlyWhatIsMeantForTheBotIsAnswered() {
        try (Stage stage = Stage.open(folder)) {
            stage.server.privacyMode(false);
            SandboxUser anna = stage.person("Anna", "en");
            SandboxUser boris = stage.person("Boris", "ru");
            SandboxChat group = stage.server.people().group("Readers", anna, boris);
            String name = "@" + stage.server.chats().bot().username().orElseThrow();
            String question = MadeUp.story(Language.ENGLISH).question();
            String answer = MadeUp.story(Language.ENGLISH).quote();

            stage.write(group, anna, question);
            stage.write(group, anna, "/ask@other_bot " + question);
            stage.write(group, anna, "/help");
            stage.write(group, anna, "mail me at anna" + name + " or " + name + "_2");
            SandboxMessage plain = stage.write(group, anna, "nothing for a bot");
            stage.server.people().reply(plain, boris, question);

            SandboxMessage mention =
                    stage.write(group, anna, name.toUpperCase(java.util.Locale.ROOT) + ", " + question);
            SandboxMessage first = stage.said(group, words -> words.startsWith(answer));
            assertThat(first.replyTo()).contains(mention.id());
            assertThat(stage.allSaid(group)).hasSize(1);

            stage.server
                    .people()
                    .reply(first, boris, MadeUp.story(Language.RUSSIAN).question());
            stage.said(
                    group,
                    words -> words.startsWith(MadeUp.story(Language.RUSSIAN).quote()));
            stage.write(
                    group,
                    anna,
                    "/ask" + name + " " + MadeUp.story(Language.ARABIC).question());
            stage.said(
                    group,
                    words -> words.startsWith(MadeUp.story(Language.ARABIC).quote()));
            stage.write(group, anna, "/ask " + MadeUp.story(Language.PERSIAN).question());
            stage.said(
                    group,
                    words -> words.startsWith(MadeUp.story(Language.PERSIAN).quote()));
            assertThat(stage.allSaid(group)).hasSize(4);
        }
    }

    @Test
    void anAnswerInAForumStaysInItsTopic() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat forum = stage.server.people().supergroup("Forum", "", true, anna);
            int topic = stage.server.people().topic(forum, anna, "News");
            stage.server
                    .people()
                    .writeInTopic(
                            forum,
                            topic,
                            anna,
                            "/ask " + MadeUp.story(Language.ENGLISH).question());
            assertThat(stage.said(forum, words -> words.contains("[1]")).topic())
                    .contains(topic);
        }
    }

    @Test
    void aLongAnswerIsSplitAndItsButtonsStandUnderTheLastPart() {
        Function<Question, Answer> answering = question -> {
            List<Sentence> sentences = IntStream.rangeClosed(1, 200)
                    .mapToObj(i -> new Sentence("Sentence <%d> & more words.".formatted(i), List.of(1 + i % 12)))
                    .toList();
            return MadeUp.answer(
                    question,
                    new Outcome.Cited(
                            sentences,
                            IntStream.rangeClosed(1, 12)
                                    .mapToObj(marker -> MadeUp.citation(marker, Language.ARABIC))
                                    .toList(),
                            new Authorship.Generative("m", "p@1"),
                            0));
        };
        try (Stage stage = new Stage(folder, server -> new Access.Open(), answering)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "q");
            SandboxMessage last = stage.said(chat, words -> words.contains("[12] "));
            assertThat(Stage.labels(last))
                    .isEqualTo(Stream.concat(
                                    IntStream.rangeClosed(1, 12).mapToObj("[%d]"::formatted), Stream.of("👍", "👎"))
                            .toList());
            assertThat(last.now().keyboard()).extracting(List::size).containsExactly(5, 5, 2, 2);
            String all = String.join("\n", stage.allSaid(chat));
            assertThat(stage.allSaid(chat)).hasSizeGreaterThan(2);
            for (int i = 1; i <= 200; i++) {
                assertThat(all).contains("Sentence <%d> & more words. [%d]".formatted(i, 1 + i % 12));
            }
            stage.server.people().press(last, anna, "[12]");
            SandboxMessage card = stage.offers(last, texts.text(Language.ENGLISH, "button.back"));
            stage.server.people().press(card, anna, texts.text(Language.ENGLISH, "button.back"));
            stage.becomes(last, last.text()::equals);
        }
    }

    @Test
    void strangersGetOneLineInPrivateAndSilenceInGroups() {
        List<SandboxUser> people = new ArrayList<>();
        Function<SandboxServer, Access> onlyTheFirst = server -> {
            people.add(server.people().person("Anna", "anna", "en"));
            people.add(server.people().person("Stranger", "", "zh-hant"));
            return new Access.AllowList(Set.of(people.getFirst().id()));
        };
        try (Stage stage = new Stage(folder, onlyTheFirst, MadeUp::answer)) {
            SandboxUser anna = people.getFirst();
            SandboxUser stranger = people.getLast();
            SandboxChat group = stage.server.people().group("Readers", anna, stranger);
            stage.write(group, stranger, "/ask q");
            stage.write(stage.chat(stranger), stranger, "q");
            stage.said(
                    stage.chat(stranger),
                    words -> words.equals(texts.text(
                            Language.CHINESE_TRADITIONAL,
                            "access.denied",
                            java.util.Map.of("user", Long.toString(stranger.id())))));
            stage.write(group, anna, "/ask q");
            SandboxMessage answer = stage.said(group, words -> words.contains("[1]"));
            assertThat(stage.allSaid(group)).hasSize(1);
            String press = stage.server.people().press(answer, stranger, "[1]");
            assertThat(stage.server.callbacks().await(press, Stage.SOON).alert())
                    .isTrue();
        }
    }

    @Test
    void aKeyServesOnlyTheOneWhoAskedAndAnUnknownOneOffersToAskAgain() {
        try (Stage stage = Stage.open(folder)) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxUser boris = stage.person("Boris", "en");
            SandboxChat group = stage.server.people().group("Readers", anna, boris);
            stage.write(group, anna, "/ask q");
            SandboxMessage answer = stage.said(group, words -> words.contains("[1]"));
            String foreign = stage.server.people().press(answer, boris, "[1]");
            var refused = stage.server.callbacks().await(foreign, Stage.SOON);
            assertThat(refused.text()).isEqualTo(texts.text(Language.ENGLISH, "key.foreign"));
            assertThat(refused.alert()).isTrue();
            assertThat(stage.server.chats().now(answer).edited()).isFalse();
        }
        try (Stage stage = Stage.open(folder.resolve("another"))) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "q");
            SandboxMessage answer = stage.said(chat, words -> words.contains("[1]"));
            stage.forget();
            String unknown = stage.server.people().press(answer, anna, "[1]");
            var told = stage.server.callbacks().await(unknown, Stage.SOON);
            assertThat(told.text()).isEqualTo(texts.text(Language.ENGLISH, "key.unknown"));
            assertThat(told.alert()).isTrue();
        }
    }

    @Test
    void hostileMessagesGetBoundedSensibleAnswers() {
        try (Stage stage = new Stage(
                folder,
                server -> new Access.Open(),
                question -> said(question, "<b>" + question.text() + "</b> &amp; \u202e\ud800 [1]"))) {
            SandboxUser anna = stage.person("Anna", "ar");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "x".repeat(4_000));
            stage.said(
                    chat,
                    words -> words.equals(
                            texts.text(Language.ARABIC, "question.too_long", java.util.Map.of("most", 1_000))));
            stage.write(chat, anna, "<a href=\"tg://x\">&lt;\u202e\u2066</a> _*[`");
            stage.said(chat, words -> words.contains("<b><a href=\"tg://x\">&lt;</a> _*[`</b> &amp; \ufffd [1]"));
            stage.write(chat, anna, "\u202e\u2066");
            stage.write(chat, anna, "%s%n${jndi:ldap://x} '; drop table shown; --");
            stage.said(chat, words -> words.contains("drop table shown"));
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

    private static List<String> bold(SandboxMessage message) {
        return message.entities().stream()
                .filter(entity -> entity.type() == Entity.Type.BOLD)
                .map(entity -> entity.in(message.text()))
                .toList();
    }
}
