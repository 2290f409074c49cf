package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import dev.sanad.sandbox.Button;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files and posts on their whole road: our Bot API server, the real Telegram library, the folder on disk, the index, and answers in every chat. One bot plays all scenes at once, each
 * with people of its own: in one chat the bot says no more than a message a second.
 */
class ReceivingBotTest {
    private static final String TOKEN = "4242:a-token-of-the-sandbox";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Messages TEXTS = new Messages("telegram");
    private static final Language ENGLISH = Language.ENGLISH;

    @TempDir
    static Path folder;

    private static final SandboxServer SERVER = SandboxServer.start(TOKEN, 0);
    private static final String NAME = SERVER.chats().bot().username().orElseThrow();
    private static final List<Cast> CASTS =
            IntStream.range(0, 12).mapToObj(ReceivingBotTest::cast).toList();
    private static final SandboxUser OWNER = CASTS.getFirst().editor();
    private static final SandboxChat CHANNEL = SERVER.people().channel("Sarrin Wire", "sarrinwire", OWNER);
    private static final SandboxChat CLOSED = SERVER.people().channel("Закрытый канал", "", OWNER);
    private static final SandboxChat STRANGE = SERVER.people().channel("Elsewhere", "elsewhere", OWNER);
    private static CommandLineRun run = new CommandLineRun(Path.of(""), Path.of(""));
    private static Thread bot = new Thread();

    /** An administrator and a reader, each in a private chat with the bot. */
    private record Cast(SandboxUser editor, SandboxChat desk, SandboxUser reader, SandboxChat outside) {}

    private static Cast cast(int number) {
        SandboxUser editor = SERVER.people().person("Editor", "editor" + number, "en");
        SandboxUser reader = SERVER.people().person("Reader", "reader" + number, "en");
        return new Cast(
                editor,
                SERVER.people().privateChat(editor),
                reader,
                SERVER.people().privateChat(reader));
    }

    private interface Scene {
        void play(Cast cast) throws Exception;
    }

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(folder.resolve("news"));
        Files.writeString(folder.resolve("news/open.md"), "The ferry Orla sails to Velmora on Mondays.");
        run = new CommandLineRun(folder, folder)
                .with("TELEGRAM_BOT_TOKEN", TOKEN)
                .with("SANAD_TELEGRAM_API_URL", SERVER.address().toString())
                .with(
                        "SANAD_TELEGRAM_ADMINS",
                        CASTS.stream()
                                .map(cast -> Long.toString(cast.editor().id()))
                                .collect(Collectors.joining(",")))
                .with("SANAD_TELEGRAM_CHANNELS", CHANNEL.id() + "," + CLOSED.id())
                .with("SANAD_CORPUS_PATHS", "news")
                .with("SANAD_CORPUS_MAX_FILE_BYTES", "2000");
        bot = Thread.ofVirtual().start(() -> run.run("bot"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        bot.interrupt();
        bot.join(SOON);
        SERVER.close();
        assertThat(run.err()).contains("answers; stop it with Ctrl-C").doesNotContain(TOKEN);
    }

    @TestFactory
    List<DynamicTest> scenes() {
        Iterator<Cast> casts = CASTS.iterator();
        List<DynamicTest> scenes = new ArrayList<>(Stream.of(
                        new Given(
                                "en",
                                "vault.md",
                                "The vault of Tarn opens with 8812 keys.",
                                "How many keys open the vault of Tarn?",
                                "8812"),
                        new Given(
                                "ru",
                                "архив.txt",
                                "В хранилище Тарна лежат 5417 рукописей.",
                                "Сколько рукописей лежит в хранилище Тарна?",
                                "5417"),
                        new Given(
                                "ar",
                                "خزنة.md",
                                "تضم مكتبة تارن السرية 2903 خرائط.",
                                "كم خريطة تضم مكتبة تارن السرية؟",
                                "2903"),
                        new Given(
                                "fa",
                                "گنجینه.md",
                                "در گنجینهٔ تارن 6125 سکه نگهداری می‌شود.",
                                "چند سکه در گنجینهٔ تارن نگهداری می‌شود؟",
                                "6125"),
                        new Given("zh-Hans", "密室.md", "塔恩密室藏有7339幅画。", "塔恩密室藏有多少幅画？", "7339"),
                        new Given("zh-Hant", "寶庫.md", "塔恩寶庫收藏了9046件瓷器。", "塔恩寶庫收藏了多少件瓷器？", "9046"))
                .map(given -> begun(
                        casts.next(),
                        "whatIsGivenToAChatIsAnsweredFromInThatChatAlone " + given.tag(),
                        cast -> whatIsGivenToAChatIsAnsweredFromInThatChatAlone(given, cast)))
                .toList());
        scenes.add(begun(
                casts.next(),
                "whatIsGivenToAllIsAnsweredFromEverywhereAndForgettingLeavesIt",
                ReceivingBotTest::whatIsGivenToAllIsAnsweredFromEverywhereAndForgettingLeavesIt));
        scenes.add(begun(
                casts.next(),
                "aGroupIsAskedWhereTheFileIsMeantForTheBotAndItsFileStaysInIt",
                ReceivingBotTest::aGroupIsAskedWhereTheFileIsMeantForTheBotAndItsFileStaysInIt));
        scenes.add(begun(
                casts.next(),
                "whatIsNotTakenInIsToldWithTheReason",
                ReceivingBotTest::whatIsNotTakenInIsToldWithTheReason));
        scenes.add(begun(
                casts.next(),
                "whoMayNotGiveGainsNothingByAForgedPress",
                ReceivingBotTest::whoMayNotGiveGainsNothingByAForgedPress));
        scenes.add(begun(
                casts.next(),
                "postsOfFollowedChannelsAreArticlesWithTheirLinkAndFollowTheirEdits",
                ReceivingBotTest::postsOfFollowedChannelsAreArticlesWithTheirLinkAndFollowTheirEdits));
        scenes.add(begun(
                casts.next(),
                "whatIsPutIntoTheFoldersIsFoundOnceAnAdministratorSaysSo",
                ReceivingBotTest::whatIsPutIntoTheFoldersIsFoundOnceAnAdministratorSaysSo));
        return scenes;
    }

    private static DynamicTest begun(Cast cast, String name, Scene scene) {
        FutureTask<Void> played = new FutureTask<>(() -> {
            scene.play(cast);
            return null;
        });
        Thread.ofVirtual().start(played);
        return dynamicTest(name, () -> played.get(2, TimeUnit.MINUTES));
    }

    private record Given(String tag, String name, String content, String question, String fact) {
        Language language() {
            return Language.ofTag(tag).orElseThrow();
        }
    }

    private static void whatIsGivenToAChatIsAnsweredFromInThatChatAlone(Given given, Cast cast) {
        Language language = given.language();
        asked(cast.desk(), cast.editor(), "/lang " + given.tag());
        SandboxMessage document = send(cast.desk(), cast.editor(), given.name(), given.content());

        SandboxMessage taken = give(document, language, given.name(), "chat");
        assertThat(plain(taken.text())).contains("/remove");
        assertThat(taken.buttons()).isEmpty();

        SandboxMessage answer = asked(cast.desk(), cast.editor(), given.question());
        assertThat(answer.text()).contains(given.fact(), "[1]");
        SandboxMessage elsewhere = asked(cast.outside(), cast.reader(), given.question());
        assertThat(elsewhere.text()).doesNotContain(given.fact(), "[1]");

        String key = answer.buttons().getFirst().callbackData().orElseThrow();
        assertThat(alert(SERVER.people().forgePress(elsewhere, cast.reader(), key)))
                .isEqualTo(text(language, "key.foreign"));

        assertThat(after(SERVER.people().reply(document, cast.editor(), "/remove"))
                        .text())
                .isEqualTo(text(language, "removed"));
        assertThat(asked(cast.desk(), cast.editor(), given.question()).text()).doesNotContain(given.fact());
        assertThat(fileOf(document)).doesNotExist();
    }

    private static void whatIsGivenToAllIsAnsweredFromEverywhereAndForgettingLeavesIt(Cast cast) {
        SandboxMessage all = send(cast.desk(), cast.editor(), "mill.md", "The mill of Osk grinds 417 sacks.");
        give(all, ENGLISH, "mill.md", "all");
        SandboxMessage own = send(cast.desk(), cast.editor(), "dam.md", "The dam of Osk holds 618 barrels.");
        give(own, ENGLISH, "dam.md", "chat");
        String question = "How many sacks does the mill of Osk grind?";
        assertThat(asked(cast.outside(), cast.reader(), question).text()).contains("417", "[1]");
        assertThat(asked(cast.desk(), cast.editor(), "/privacy").text()).contains(text(ENGLISH, "privacy.received"));

        SandboxMessage forget = asked(cast.desk(), cast.editor(), "/forget");
        SERVER.people().press(forget, cast.editor(), text(ENGLISH, "button.forget"));
        becomes(forget, text(ENGLISH, "forget.done"));

        assertThat(fileOf(own)).doesNotExist();
        assertThat(fileOf(all)).exists();
        assertThat(asked(cast.outside(), cast.reader(), question).text()).contains("417", "[1]");
    }

    private static void aGroupIsAskedWhereTheFileIsMeantForTheBotAndItsFileStaysInIt(Cast cast) {
        SandboxChat group = SERVER.people().group("Newsroom", cast.editor(), cast.reader());
        SandboxMessage document = addressed(group, cast.editor(), "bell.md", "The bell of Osk weighs 733 pounds.");
        SandboxMessage offer = after(document);
        assertThat(alert(SERVER.people().press(offer, cast.reader(), text(ENGLISH, "button.receive.all"))))
                .isEqualTo(text(ENGLISH, "key.foreign"));
        assertThat(plain(give(document, ENGLISH, "bell.md", "chat").text())).contains("/remove@" + NAME);

        String question = "How many pounds does the bell of Osk weigh?";
        SERVER.people().write(group, cast.reader(), "/ask " + question);
        SERVER.chats()
                .await(
                        message -> message.chat().equals(group)
                                && message.text().contains("733")
                                && message.text().contains("[1]"),
                        SOON);
        assertThat(asked(cast.outside(), cast.reader(), question).text()).doesNotContain("733");
        assertThat(asked(cast.desk(), cast.editor(), question).text()).doesNotContain("733");

        assertThat(after(SERVER.people().reply(document, cast.reader(), "/remove@" + NAME))
                        .text())
                .isEqualTo(text(ENGLISH, "command.unknown"));
        assertThat(fileOf(document)).exists();
        String place = "%d %d".formatted(group.id(), document.id());
        assertThat(asked(cast.desk(), cast.editor(), "/remove " + place).text()).isEqualTo(text(ENGLISH, "removed"));
        assertThat(asked(cast.desk(), cast.editor(), "/remove " + place).text())
                .isEqualTo(text(ENGLISH, "removed.none"));
        assertThat(asked(cast.desk(), cast.editor(), "/remove").text()).isEqualTo(text(ENGLISH, "usage.remove"));
        assertThat(fileOf(document)).doesNotExist();
    }

    private static void whatIsNotTakenInIsToldWithTheReason(Cast cast) {
        assertThat(after(send(cast.desk(), cast.editor(), "<b>scan</b>.pdf", "x"))
                        .text())
                .isEqualTo(text(ENGLISH, "receive.kind", "<b>scan</b>.pdf"));
        assertThat(after(send(cast.desk(), cast.editor(), "long.md", "x".repeat(2_001)))
                        .text())
                .isEqualTo("I do not take in long.md: it is too large. At most 2 kB can be taken in.");
        SandboxMessage raw = send(cast.desk(), cast.editor(), "raw.md", "\0\1");
        SERVER.people().press(after(raw), cast.editor(), text(ENGLISH, "button.receive.all"));
        becomes(after(raw), text(ENGLISH, "receive.unreadable", "raw.md"));

        assertThat(after(send(cast.outside(), cast.reader(), "mine.md", "The moon is made of 5 cheeses."))
                        .text())
                .isEqualTo(text(ENGLISH, "text_only"));
    }

    private static void whoMayNotGiveGainsNothingByAForgedPress(Cast cast) {
        SandboxChat group = SERVER.people().group("Forgers", cast.editor(), cast.reader());
        SandboxMessage document = addressed(group, cast.reader(), "moon.md", "The moon is made of 5 cheeses.");
        SandboxMessage reply = after(document);
        assertThat(reply.text()).isEqualTo(text(ENGLISH, "usage.ask"));
        assertThat(reply.replyTo()).contains(document.id());

        SERVER.people()
                .forgePress(reply, cast.reader(), "give:all:" + cast.reader().id());
        assertThat(after(reply).text()).isEqualTo(text(ENGLISH, "command.unknown"));
        assertThat(alert(SERVER.people()
                        .forgePress(
                                reply,
                                cast.reader(),
                                "give:all:" + cast.editor().id())))
                .isEqualTo(text(ENGLISH, "key.foreign"));
        SandboxMessage status = asked(cast.desk(), cast.editor(), "/status");
        assertThat(alert(SERVER.people()
                        .forgePress(
                                status,
                                cast.editor(),
                                "give:all:" + cast.editor().id())))
                .isEqualTo(text(ENGLISH, "receive.gone"));
        assertThat(fileOf(document)).doesNotExist();
        assertThat(SERVER.chats().now(reply).text()).isEqualTo(reply.text());
    }

    private static void postsOfFollowedChannelsAreArticlesWithTheirLinkAndFollowTheirEdits(Cast cast)
            throws IOException {
        SandboxMessage post = SERVER.people().write(CHANNEL, OWNER, "The tower of Quill has 316 steps.");
        SandboxMessage closed = SERVER.people().write(CLOSED, OWNER, "В башне Сарина 271 ступень.");
        SandboxMessage strange = SERVER.people().write(STRANGE, OWNER, "The tower of Elsewhere has 999 steps.");
        SandboxMessage file = send(CHANNEL, OWNER, "well.md", "The well of Quill is 88 feet deep.");

        assertThat(answered(cast, "How many feet deep is the well of Quill?", "88")
                        .text())
                .contains("Sarrin Wire");
        answered(cast, "How many steps has the tower of Quill?", "316");
        assertThat(fileOf(file)).exists();
        assertThat(Files.readString(fileOf(post)))
                .contains("https://t.me/sarrinwire/" + post.id(), "source: \"Sarrin Wire\"", "audience: \"all\"");
        String number = Long.toString(CLOSED.id()).substring("-100".length());
        assertThat(Files.readString(fileOf(closed)))
                .contains("https://t.me/c/%s/%d".formatted(number, closed.id()), "source: \"Закрытый канал\"");
        assertThat(fileOf(strange)).doesNotExist();

        SERVER.people().edit(post, "The tower of Quill has 317 steps.");
        answered(cast, "How many steps has the tower of Quill?", "317");

        assertThat(asked(cast.desk(), cast.editor(), "/remove %d/%d".formatted(CHANNEL.id(), post.id()))
                        .text())
                .isEqualTo(text(ENGLISH, "removed"));
        assertThat(asked(cast.outside(), cast.reader(), "How many steps has the tower of Quill?")
                        .text())
                .doesNotContain("317");
        assertThat(SERVER.chats().sent())
                .noneMatch(message -> List.of(CHANNEL, CLOSED, STRANGE).contains(message.chat()));
    }

    /** What a reader who asks again is answered in the end: posts are indexed while nobody waits. */
    private static SandboxMessage answered(Cast cast, String question, String fact) {
        long end = System.nanoTime() + SOON.toNanos();
        SandboxMessage answer = asked(cast.outside(), cast.reader(), question);
        while (!answer.text().contains(fact) && System.nanoTime() < end) {
            answer = asked(cast.outside(), cast.reader(), question);
        }
        assertThat(answer.text()).contains(fact, "[1]");
        return answer;
    }

    private static void whatIsPutIntoTheFoldersIsFoundOnceAnAdministratorSaysSo(Cast cast) throws IOException {
        Files.writeString(folder.resolve("news/later.md"), "The tram of Quorn has 4471 seats.");
        assertThat(asked(cast.outside(), cast.reader(), "/reindex").text()).isEqualTo(text(ENGLISH, "command.unknown"));
        SandboxMessage begun = asked(cast.desk(), cast.editor(), "/reindex");
        assertThat(begun.text()).isEqualTo(text(ENGLISH, "reindex.begun"));
        assertThat(after(begun).text()).startsWith("The index is up to date: ");
        assertThat(asked(cast.outside(), cast.reader(), "How many seats has the tram of Quorn?")
                        .text())
                .contains("4471");
    }

    private static SandboxMessage send(SandboxChat chat, SandboxUser from, String name, String text) {
        return SERVER.people().document(chat, from, name, "", text.getBytes(StandardCharsets.UTF_8), "");
    }

    /** For the bot, in a group. */
    private static SandboxMessage addressed(SandboxChat group, SandboxUser from, String name, String text) {
        return SERVER.people().document(group, from, name, "", text.getBytes(StandardCharsets.UTF_8), "@" + NAME);
    }

    /** Presses a button under what the bot asks, until the file is taken in. */
    private static SandboxMessage give(SandboxMessage document, Language language, String name, String audience) {
        SandboxMessage offer = after(document);
        assertThat(offer.replyTo()).contains(document.id());
        assertThat(offer.buttons().stream().map(Button::text))
                .containsExactly(text(language, "button.receive.all"), text(language, "button.receive.chat"));
        SERVER.people().press(offer, document.from(), text(language, "button.receive." + audience));
        return becomes(offer, text(language, "receive." + audience, name));
    }

    /** What the bot says to something that is written. */
    private static SandboxMessage asked(SandboxChat chat, SandboxUser by, String words) {
        return after(SERVER.people().write(chat, by, words));
    }

    /** What the bot says next in the chat of that message. */
    private static SandboxMessage after(SandboxMessage message) {
        SandboxMessage said =
                SERVER.chats().await(next -> next.chat().equals(message.chat()) && next.id() > message.id(), SOON);
        System.out.println(said.text());
        return said;
    }

    private static SandboxMessage becomes(SandboxMessage message, String beginning) {
        SandboxMessage became = SERVER.chats()
                .await(
                        now -> now.chat().equals(message.chat())
                                && now.id() == message.id()
                                && plain(now.text()).startsWith(beginning),
                        SOON);
        System.out.println(became.text());
        return became;
    }

    private static String alert(String press) {
        return SERVER.callbacks().await(press, SOON).text();
    }

    /** Without what isolates runs of the other direction. */
    private static String plain(String words) {
        return words.replaceAll("[\\u2066-\\u2069]", "");
    }

    private static String text(Language language, String key) {
        return TEXTS.text(language, key);
    }

    private static String text(Language language, String key, String name) {
        return TEXTS.text(language, key, Map.of("name", name));
    }

    private static Path fileOf(SandboxMessage message) {
        return folder.resolve("index/received/%d/%d.md".formatted(message.chat().id(), message.id()));
    }
}
