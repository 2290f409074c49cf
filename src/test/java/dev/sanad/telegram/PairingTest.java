package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.conversation.Access;
import dev.sanad.conversation.Asker;
import dev.sanad.conversation.CallBudgets;
import dev.sanad.conversation.MadeUp;
import dev.sanad.language.Language;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in by a link, and what analysts may do, in whole conversations. */
@Timeout(90)
class PairingTest {
    private static final Pattern CODE = Pattern.compile("start(?:group)?=([A-Za-z0-9_-]+)");

    private final Texts texts = new Texts();
    private final List<Asker> askers = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aLinkLetsOnePersonInAndIsThenUsedUp() {
        try (Stage stage = stage()) {
            SandboxUser admin = stage.person("Admin", "en");
            SandboxChat desk = stage.chat(admin);
            stage.restartFor(admin);
            int asked = 0;
            for (Language language : Language.spoken()) {
                stage.write(desk, admin, "/lang " + language.tag());
                stage.said(desk, words -> Stage.plain(words).equals(texts.text(language, "lang.ask")));
                stage.write(desk, admin, "/pair");
                SandboxMessage link = print(stage.said(desk, words -> starts(words, language, "pair")));
                assertThat(link.text()).contains(texts.text(language, "pair.group", Map.of("hours", 24, "link", "")));
                String code = code(link, "start");

                String tag = language.tag().toLowerCase(java.util.Locale.ROOT);
                SandboxUser guest = stage.person("Guest" + tag, tag);
                SandboxUser other = stage.person("Other" + tag, tag);
                stage.write(stage.chat(guest), guest, "/start " + code + "x");
                print(denied(stage, guest, language));
                stage.write(stage.chat(guest), guest, "/start " + code);
                stage.said(stage.chat(guest), words -> Stage.plain(words).equals(texts.text(language, "start")));
                stage.write(stage.chat(other), other, "/start " + code);
                denied(stage, other, language);
                stage.write(stage.chat(guest), guest, MadeUp.story(language).question());
                answered(stage, stage.chat(guest), ++asked);
            }
            assertThat(stage.logged()).doesNotContain("start=");
        }
    }

    @Test
    void aGroupIsLetInByTheOneWhoAddsTheBotAndNoCodeIsToldInAGroup() {
        try (Stage stage = stage()) {
            SandboxUser admin = stage.person("Admin", "en");
            SandboxUser guest = stage.person("Guest", "en");
            SandboxChat desk = stage.chat(admin);
            SandboxChat group = stage.server.people().group("Readers", admin, guest);
            stage.restartFor(admin);
            stage.write(group, guest, "/ask q");
            stage.write(
                    group,
                    admin,
                    "/pair@" + stage.server.chats().bot().username().orElseThrow());
            stage.said(group, words -> words.equals(texts.text(Language.ENGLISH, "pair.private")));
            stage.write(desk, admin, "/pair");
            SandboxMessage link = stage.said(desk, words -> starts(words, Language.ENGLISH, "pair"));
            // as Telegram does for who opens the link
            stage.write(
                    group,
                    admin,
                    "/start@%s %s"
                            .formatted(stage.server.chats().bot().username().orElseThrow(), code(link, "startgroup")));
            stage.said(group, words -> words.equals(texts.text(Language.ENGLISH, "start")));
            stage.write(group, guest, "/ask q");
            answered(stage, group, 1);
            stage.write(stage.chat(guest), guest, "q");
            denied(stage, guest, Language.ENGLISH);
            assertThat(askers).singleElement().extracting(Asker::chat).isEqualTo(group.id());
        }
    }

    @Test
    void analystsChooseTheModelThatIsAskedFirst() {
        try (Stage stage = stage()) {
            SandboxUser admin = stage.person("Admin", "en");
            SandboxUser guest = stage.person("Guest", "en");
            SandboxChat desk = stage.chat(admin);
            SandboxChat chat = stage.chat(guest);
            stage.restartFor(admin);
            stage.write(desk, admin, "/allow %d".formatted(guest.id()));
            stage.said(desk, words -> Stage.plain(words).equals(guest.id() + " may ask now."));
            stage.write(chat, guest, "/model");
            stage.said(chat, words -> words.equals(texts.text(Language.ENGLISH, "command.unknown")));
            // the key of a menu that was never shown
            stage.write(chat, guest, "q");
            SandboxMessage answer = answered(stage, chat, 1);
            stage.server.people().forgePress(answer, guest, new Choice(Choice.Menu.MODEL, "strong", guest.id()).data());

            stage.write(desk, admin, "/pair editor");
            stage.said(desk, words -> words.equals(texts.text(Language.ENGLISH, "usage.pair")));
            stage.write(desk, admin, "/pair analyst");
            SandboxMessage link = stage.said(desk, words -> starts(words, Language.ENGLISH, "pair.analyst"));
            stage.write(chat, guest, "/start " + code(link, "start"));
            stage.said(chat, words -> words.equals(texts.text(Language.ENGLISH, "start")));
            stage.write(chat, guest, "/model");
            SandboxMessage menu = stage.said(chat, words -> words.equals(texts.text(Language.ENGLISH, "model.ask")));
            assertThat(Stage.labels(menu)).containsExactly("fast", "strong", "✓ Automatic");
            stage.server.people().press(menu, guest, "strong");
            stage.offers(menu, "✓ strong");
            stage.restart();
            stage.write(chat, guest, "/ask q2");
            answered(stage, chat, 2);
            stage.write(desk, admin, "/allow " + guest.id());
            // the first time it said so, too
            Waiting.until(
                    () -> stage.allSaid(desk).stream()
                                    .filter(words -> Stage.plain(words).equals(guest.id() + " may ask now."))
                                    .count()
                            == 2,
                    Stage.SOON);
            stage.write(chat, guest, "/ask q3");
            answered(stage, chat, 3);
            assertThat(askers)
                    .extracting(Asker::model)
                    .containsExactly(Optional.empty(), Optional.of("strong"), Optional.empty());
            stage.write(chat, guest, "/status");
            print(stage.said(chat, words -> words.contains("Replies of language models that you may still have here")));
        }
    }

    private Stage stage() {
        Newsroom made = Stage.newsroom((room, asker, question, released) -> {
            askers.add(asker);
            return MadeUp.answer(question);
        });
        return new Stage(
                folder,
                server -> new Access.AllowList(Set.of()),
                new Newsroom(
                        made.asking(),
                        made.briefing(),
                        made.article(),
                        made.meaning(),
                        made.passages(),
                        made.library(),
                        new Equipment(
                                Optional.of("fast"),
                                List.of("fast", "strong"),
                                Optional.empty(),
                                OptionalLong.empty(),
                                new CallBudgets(OptionalLong.of(30), OptionalLong.empty())),
                        Optional.empty()));
    }

    private SandboxMessage denied(Stage stage, SandboxUser who, Language language) {
        String line = texts.text(language, "access.denied", Map.of("user", Long.toString(who.id())));
        return stage.said(stage.chat(who), words -> Stage.plain(words).equals(line));
    }

    /** The answer to the question that is the {@code count}th of all. */
    private SandboxMessage answered(Stage stage, SandboxChat chat, int count) {
        return stage.said(chat, words -> askers.size() == count && words.contains("\n[1] "));
    }

    private boolean starts(String words, Language language, String key) {
        String text = texts.text(language, key, Map.of("hours", 24, "link", Line.HERE));
        return Stage.plain(words).startsWith(text.substring(0, text.indexOf(Line.HERE)) + "https://t.me/");
    }

    private static String code(SandboxMessage message, String parameter) {
        Matcher code = CODE.matcher(message.text());
        while (code.find()) {
            if (code.group().startsWith(parameter + "=")) {
                return code.group(1);
            }
        }
        throw new AssertionError("no code in: " + message.text());
    }

    private static SandboxMessage print(SandboxMessage message) {
        System.out.println(message.text() + "\n");
        return message;
    }
}
