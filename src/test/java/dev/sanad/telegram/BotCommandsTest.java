package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.MadeUp;
import dev.sanad.conversation.Roster;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Scope;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Commands that need no search, in whole conversations. */
@Timeout(90)
class BotCommandsTest {
    private final Texts texts = new Texts();
    private final List<Question> asked = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void whatIsSetIsKeptShownAndDeleted(Language language) {
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", language.tag().toLowerCase(Locale.ROOT));
            SandboxChat chat = stage.chat(anna);

            stage.write(chat, anna, "/status");
            print(stage.said(chat, words -> words.contains("ar · fa · ru")));
            stage.write(chat, anna, "/privacy");
            print(says(stage, chat, language, "privacy"));
            stage.write(chat, anna, "/frobnicate");
            print(says(stage, chat, language, "command.unknown"));
            stage.write(chat, anna, "/sources");
            print(says(stage, chat, language, "sources.none"));

            stage.write(chat, anna, "/scope");
            SandboxMessage scope = stage.said(chat, words -> words.startsWith(texts.text(language, "scope.all")));
            print(scope);
            assertThat(Stage.labels(scope))
                    .containsExactly(
                            "العربية",
                            "فارسی",
                            "Русский",
                            "al-madina",
                            "новости дня",
                            days(language, 7),
                            days(language, 30),
                            days(language, 365));
            stage.server.people().press(scope, anna, "Русский");
            stage.offers(scope, "✓ Русский");
            stage.server.people().press(stage.server.chats().now(scope), anna, "новости дня");
            stage.offers(scope, "✓ новости дня");
            stage.server.people().press(stage.server.chats().now(scope), anna, days(language, 7));
            print(stage.offers(scope, "✓ " + days(language, 7)));

            stage.restart();
            stage.write(chat, anna, MadeUp.story(language).question());
            SandboxMessage answer = stage.said(chat, words -> words.contains("[1]"));
            print(answer);
            Scope narrowed = new Scope(
                    Optional.of(LocalDate.parse("2026-01-22")),
                    Optional.empty(),
                    Set.of("новости дня"),
                    Set.of(Language.RUSSIAN));
            assertThat(asked.getLast().scope()).isEqualTo(narrowed);
            assertThat(answer.text())
                    .contains(before(language, "scope.only", "scope"))
                    .contains("Русский")
                    .contains("новости дня");
            assertThat(Stage.labels(answer)).containsExactly("[1]", texts.text(language, "button.all"), "👍", "👎");

            stage.write(chat, anna, "/sources");
            SandboxMessage sources =
                    stage.said(chat, words -> words.startsWith(texts.text(language, "sources") + "\n"));
            print(sources);
            assertThat(Stage.labels(sources)).containsExactly("[1]");
            stage.write(chat, anna, "/cite 1");
            SandboxMessage card = stage.said(
                    chat,
                    words -> words.startsWith("[1] ")
                            && words.contains(MadeUp.story(language).before()));
            assertThat(Stage.labels(stage.offers(card, texts.text(language, "button.back"))))
                    .contains(texts.text(language, "button.copy"));
            stage.write(chat, anna, "/cite 9");
            stage.said(chat, words -> Stage.plain(words).equals(texts.text(language, "usage.cite", Map.of("most", 1))));

            stage.server.people().press(answer, anna, texts.text(language, "button.all"));
            says(stage, chat, language, "scope.all");
            stage.write(chat, anna, MadeUp.story(language).question());
            stage.said(chat, words -> asked.size() == 2 && words.contains("[1]"));
            assertThat(asked.getLast().scope()).isEqualTo(Scope.ALL);

            stage.write(chat, anna, "/settings");
            SandboxMessage settings =
                    stage.said(chat, words -> words.startsWith(before(language, "settings.language", "language")));
            print(settings);
            stage.server.people().press(settings, anna, texts.text(language, "button.lang"));
            SandboxMessage languages = stage.offers(settings, "✓ " + texts.text(language, "button.auto"));
            print(languages);

            stage.write(chat, anna, "/forget");
            SandboxMessage forget =
                    stage.said(chat, words -> Stage.plain(words).equals(texts.text(language, "forget.ask")));
            print(forget);
            stage.server.people().press(forget, anna, texts.text(language, "button.keep"));
            stage.becomes(forget, words -> words.equals(texts.text(language, "forget.kept")));
            stage.write(chat, anna, "/forget");
            SandboxMessage again =
                    stage.said(chat, words -> Stage.plain(words).equals(texts.text(language, "forget.ask")));
            stage.server.people().press(again, anna, texts.text(language, "button.forget"));
            stage.becomes(again, words -> words.equals(texts.text(language, "forget.done")));
            String press = stage.server.people().press(answer, anna, "[1]");
            assertThat(stage.server.callbacks().await(press, Stage.SOON).text())
                    .isEqualTo(texts.text(language, "key.unknown"));
        }
    }

    @Test
    void theChosenLanguageIsSpokenWhateverIsWritten() {
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "/lang");
            SandboxMessage menu = stage.said(chat, words -> words.equals(texts.text(Language.ENGLISH, "lang.ask")));
            stage.server.people().press(menu, anna, "فارسی");
            stage.becomes(menu, words -> Stage.plain(words).equals(texts.text(Language.PERSIAN, "lang.ask")));
            stage.restart();
            stage.write(chat, anna, MadeUp.story(Language.RUSSIAN).question());
            stage.said(chat, words -> words.contains("[1]"));
            assertThat(asked.getLast().language()).isEqualTo(Language.RUSSIAN);
            assertThat(asked.getLast().answerLanguage()).isEqualTo(Language.PERSIAN);
            stage.write(chat, anna, "/lang zh-TW");
            stage.said(chat, words -> words.equals(texts.text(Language.CHINESE_TRADITIONAL, "lang.ask")));
        }
    }

    @Test
    void aScopeCanBeWrittenAndWhatIsNoneIsSaid() {
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxChat chat = stage.chat(anna);
            stage.write(chat, anna, "/scope 2026-02-01 ۲۰۲۶-۰۱-۰۱ AR Al-Madina");
            stage.said(chat, words -> words.startsWith("Only: ") && words.contains("al-madina"));
            stage.write(chat, anna, "q");
            stage.said(chat, words -> words.contains("[1]"));
            assertThat(asked.getLast().scope())
                    .isEqualTo(new Scope(
                            Optional.of(LocalDate.parse("2026-01-01")),
                            Optional.of(LocalDate.parse("2026-02-01")),
                            Set.of("al-madina"),
                            Set.of(Language.ARABIC)));
            for (String wrong :
                    List.of("nobody's paper", "2026-13-40", "'; drop table room_scope; --", "9".repeat(900))) {
                int before = stage.allSaid(chat).size();
                stage.write(chat, anna, "/scope " + wrong);
                stage.said(
                        chat,
                        words -> stage.allSaid(chat).size() > before
                                && words.equals(texts.text(Language.ENGLISH, "usage.scope")));
            }
        }
    }

    @Test
    void inAGroupAMenuBelongsToWhoOpenedItAndATopicHasAScopeOfItsOwn() {
        try (Stage stage = stage()) {
            SandboxUser anna = stage.person("Anna", "en");
            SandboxUser boris = stage.person("Boris", "en");
            SandboxChat forum = stage.server.people().supergroup("Forum", "", true, anna, boris);
            int topic = stage.server.people().topic(forum, anna, "News");
            stage.server.people().writeInTopic(forum, topic, anna, "/scope");
            SandboxMessage menu = stage.said(forum, words -> words.startsWith("All articles are searched."));
            assertThat(menu.topic()).contains(topic);
            String foreign = stage.server.people().press(menu, boris, "Русский");
            assertThat(stage.server.callbacks().await(foreign, Stage.SOON).text())
                    .isEqualTo(texts.text(Language.ENGLISH, "key.foreign"));
            stage.server.people().press(menu, anna, "Русский");
            stage.offers(menu, "✓ Русский");
            stage.server.people().writeInTopic(forum, topic, boris, "/ask q");
            SandboxMessage answer = stage.said(forum, words -> words.contains("[1]"));
            assertThat(asked.getLast().scope().languages()).containsExactly(Language.RUSSIAN);
            stage.write(forum, anna, "/ask q2");
            stage.said(forum, words -> asked.size() == 2);
            assertThat(asked.getLast().scope()).isEqualTo(Scope.ALL);

            // the other's answer can be read, but has no buttons
            stage.server.people().writeInTopic(forum, topic, anna, "/cite 1");
            SandboxMessage card = stage.said(forum, words -> words.startsWith("[1] ") && !words.equals(answer.text()));
            assertThat(card.buttons()).isEmpty();
            int before = stage.allSaid(forum).size();
            stage.write(forum, anna, "/lang");
            stage.write(forum, anna, "/forget");
            stage.write(forum, anna, "/status@other_bot");
            stage.write(forum, anna, "/ask q3");
            stage.said(forum, words -> asked.size() == 3);
            assertThat(stage.allSaid(forum)).hasSizeLessThanOrEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void administratorsLetPeopleInAndKeepThemOut(Language language) {
        try (Stage stage = new Stage(folder, server -> new Access.AllowList(Set.of(1L)), this::answer)) {
            String tag = language.tag().toLowerCase(Locale.ROOT);
            SandboxUser admin = stage.person("Admin", tag);
            SandboxUser guest = stage.person("Guest", tag);
            SandboxChat chat = stage.chat(admin);
            SandboxChat other = stage.chat(guest);
            SandboxChat group = stage.server.people().group("Readers", admin, guest);
            stage.restartFor(admin);

            stage.write(group, guest, "/ask q");
            stage.write(other, guest, "/allow " + guest.id());
            stage.said(other, words -> words.contains(Long.toString(guest.id())));
            stage.write(chat, admin, "/allow Guest");
            says(stage, chat, language, "usage.allow");
            stage.write(chat, admin, "/allow " + guest.id());
            print(says(stage, chat, texts.text(language, "allowed", Map.of("id", Long.toString(guest.id())))));
            stage.restart();
            stage.write(group, guest, "/ask q");
            stage.said(group, words -> words.contains("[1]"));
            assertThat(stage.allSaid(group)).hasSize(1);
            stage.write(other, guest, "/stats");
            says(stage, other, language, "command.unknown");
            stage.settled();
            stage.write(chat, admin, "/stats");
            print(says(
                    stage,
                    chat,
                    texts.text(
                            language,
                            "stats",
                            Map.of(
                                    "messages",
                                    6,
                                    "answers",
                                    1,
                                    "failed",
                                    0,
                                    "good",
                                    0,
                                    "bad",
                                    0,
                                    "tokens",
                                    0,
                                    "open",
                                    1))));

            stage.write(chat, admin, "/deny " + admin.id());
            says(stage, chat, language, "denied.admin");
            stage.write(chat, admin, "/deny " + guest.id());
            print(says(stage, chat, texts.text(language, "denied", Map.of("id", Long.toString(guest.id())))));
            stage.write(group, guest, "/ask q");
            int before = stage.allSaid(other).size();
            stage.write(other, guest, "q");
            stage.said(other, words -> stage.allSaid(other).size() > before);
            assertThat(asked).hasSize(1);
            assertThat(stage.allSaid(group)).hasSize(1);
        }
    }

    @Test
    void clientsAreOfferedTheCommandsOfTheirLanguageAndRole() throws TelegramApiException, InterruptedException {
        try (Stage stage = stage()) {
            SandboxUser admin = stage.person("Admin", "ru");
            stage.chat(admin);
            stage.restartFor(admin);
            TelegramClient client = new OkHttpTelegramClient(
                    new OkHttpClient(),
                    Stage.TOKEN,
                    BotSettings.of(
                                    new Token(Stage.TOKEN),
                                    Optional.of(stage.server.address()),
                                    Optional.empty(),
                                    Roster.anybody())
                            .server());
            BotCommandScope own = new BotCommandScopeChat(Long.toString(admin.id()));
            // the last of those that are set
            Instant end = Instant.now().plus(Stage.SOON);
            while (client.execute(new GetMyCommands(own, null)).isEmpty()) {
                assertThat(Instant.now()).isBefore(end);
                Thread.sleep(20);
            }
            assertThat(client.execute(new GetMyCommands(new BotCommandScopeAllPrivateChats(), "ru")))
                    .hasSize(13)
                    .contains(new BotCommand("lang", texts.text(Language.RUSSIAN, "command.lang")))
                    .noneMatch(command -> command.getCommand().equals("stats"));
            assertThat(client.execute(new GetMyCommands(new BotCommandScopeAllGroupChats(), null)))
                    .contains(new BotCommand("ask", texts.text(Language.ENGLISH, "command.ask")))
                    .noneMatch(command -> command.getCommand().equals("forget"));
            assertThat(client.execute(new GetMyCommands(own, "fa")))
                    .contains(new BotCommand("stats", texts.text(Language.PERSIAN, "command.stats")));
            assertThat(client.execute(new GetMyCommands(new BotCommandScopeAllPrivateChats(), "ar")))
                    .hasSize(13);
        }
    }

    private Stage stage() {
        return new Stage(folder, server -> new Access.Open(), this::answer);
    }

    private Answer answer(Question question) {
        asked.add(question);
        return MadeUp.answer(question);
    }

    private SandboxMessage says(Stage stage, SandboxChat chat, Language language, String key) {
        return says(stage, chat, texts.text(language, key));
    }

    private static SandboxMessage says(Stage stage, SandboxChat chat, String text) {
        return stage.said(chat, words -> Stage.plain(words).equals(text));
    }

    private String days(Language language, int count) {
        return texts.text(language, "scope.days", Map.of("count", count));
    }

    /** The words before what a text says. */
    private String before(Language language, String key, String argument) {
        return texts.text(language, key, Map.of(argument, "\0")).replaceFirst("\0.*", "");
    }

    private static void print(SandboxMessage message) {
        System.out.println(message.text() + "\n  " + Stage.labels(message) + "\n--");
    }
}
