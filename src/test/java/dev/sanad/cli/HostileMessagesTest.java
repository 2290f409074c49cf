package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Hostile messages to the real bot over the sample corpus, through the real Telegram library and our Bot API server, which refuses HTML that it cannot read. For
 * more of them: {@code mvn -B test -Dtest=HostileMessagesTest -Dsanad.hostile=10000 -Dsanad.hostile.seed=1}.
 */
class HostileMessagesTest {
    private static final String TOKEN = "4242:a-Token_that_is_secret";
    private static final Duration LATEST = Duration.ofMinutes(2);
    private static final int CHATS = 40;
    private static final List<String> LANGUAGES = List.of("ar", "fa", "zh-hans", "zh-hant", "ru", "en");

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(Long.getLong("sanad.hostile.seed", 1));
    private final HostileWords words = new HostileWords(random.nextLong());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Map<SandboxChat, SandboxUser> people = new HashMap<>();
    private final Map<SandboxChat, Integer> answersBefore = new HashMap<>();
    private int rawMessage = 1_000_000;

    @Test
    @Timeout(3_600)
    void noneCausesAFaultOrBrokenMarkupAndEachIsAnswered() throws Exception {
        int most = Integer.getInteger("sanad.hostile", 200);
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try (SandboxServer server = SandboxServer.start(TOKEN, 0)) {
            CommandLineRun run = new CommandLineRun(folder, folder)
                    .with("TELEGRAM_BOT_TOKEN", TOKEN)
                    .with("SANAD_TELEGRAM_API_URL", server.address().toString());
            Thread bot = Thread.ofVirtual().start(() -> run.run("bot"));
            for (int i = 0; i < CHATS; i++) {
                SandboxUser user = server.people().person("P" + i, "p" + i, LANGUAGES.get(i % LANGUAGES.size()));
                people.put(server.people().privateChat(user), user);
            }
            int silent = 0;
            for (int sent = 0; sent < most; sent += CHATS) {
                silent += round(server);
            }
            bot.interrupt();
            bot.join(LATEST);
            System.out.printf("%d hostile messages, %d without an answer, faults: %s%n", most, silent, faults());
            assertThat(silent).as("messages without an answer").isZero();
            assertThat(faults()).isEmpty();
            assertThat(run.err()).doesNotContain(TOKEN);
        } finally {
            root.detachAppender(log);
        }
    }

    /** One to each chat at once, so that none is told that it is busy; the number of chats that got no answer. */
    private int round(SandboxServer server) {
        List<SandboxChat> answered = new ArrayList<>();
        for (SandboxChat chat : people.keySet()) {
            answersBefore.put(chat, answers(server, chat));
            if (send(server, chat, people.getOrDefault(chat, server.chats().bot()))) {
                answered.add(chat);
            }
        }
        return (int) answered.stream().filter(chat -> !gotAnswer(server, chat)).count();
    }

    /** Whether it is to be answered by a message. */
    private boolean send(SandboxServer server, SandboxChat chat, SandboxUser user) {
        int kind = random.nextInt(11);
        if (kind == 0) {
            server.people().write(chat, user, words.toAnother());
        } else if (kind == 1) {
            List<SandboxMessage> said = server.chats().messages(chat);
            if (!said.isEmpty()) {
                server.people().forgePress(said.getLast(), user, words.callbackData());
            }
        } else if (kind == 10) {
            server.people().inlineQuery(user, words.next(), words.next());
        } else if (kind < 4) {
            server.updates().addAnyhow("message", raw(chat, user, words.next()));
        } else {
            server.people().write(chat, user, words.next());
        }
        return kind > 1 && kind < 10;
    }

    /** As Telegram never cleaned it, with entities that point anywhere. */
    private ObjectNode raw(SandboxChat chat, SandboxUser user, String text) {
        ObjectNode message = JsonMapper.builder().build().createObjectNode();
        message.put("message_id", rawMessage++).put("date", 1_769_767_200).put("text", text);
        message.putObject("chat").put("id", chat.id()).put("type", "private").put("first_name", "\u202e<b>");
        message.putObject("from")
                .put("id", user.id())
                .put("is_bot", false)
                .put("first_name", "<i>\n")
                .put("language_code", "../xx-%s");
        message.putArray("entities")
                .addObject()
                .put("type", "bot_command")
                .put("offset", random.nextInt(200) - 100)
                .put("length", random.nextInt());
        return message;
    }

    private static int answers(SandboxServer server, SandboxChat chat) {
        return (int) server.chats().messages(chat).stream()
                .filter(message -> message.from().equals(server.chats().bot()))
                .count();
    }

    private boolean gotAnswer(SandboxServer server, SandboxChat chat) {
        long end = System.nanoTime() + LATEST.toNanos();
        while (System.nanoTime() < end) {
            if (answers(server, chat) > answersBefore.getOrDefault(chat, 0)) {
                return true;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** What the bot reported, and what Telegram's server refused of it. */
    private List<String> faults() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLoggerName().startsWith("dev.sanad"))
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR)
                        || event.getFormattedMessage().contains("400"))
                .map(ILoggingEvent::getFormattedMessage)
                // on a slow machine a press may wait longer than Telegram's server lets it be answered
                .filter(line -> !line.contains("query is too old"))
                .distinct()
                .toList();
    }
}
