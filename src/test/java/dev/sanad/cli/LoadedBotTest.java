package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.Indexed;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many chats that ask at once, a language model that takes two seconds, and Telegram's limits; every tenth chat is a group that asks twice. The bot is a process of its own. For more of them:
 * {@code mvn -B test -Dtest=LoadedBotTest -Dsanad.chats=500 -Dsanad.pace=100}.
 */
class LoadedBotTest {
    private static final String TOKEN = "4242:a-token-of-a-bot_under-load";
    private static final String SENTENCE = "The ferry Orla left the harbour of Velmora on 3 March 2026";
    private static final Duration LATEST = Duration.ofMinutes(3);
    private static final Duration AFTER_FIRST_REPLY = Duration.ofSeconds(25);
    private static final long OWN_MILLIS = 150;

    /** Of all chats, those that ask before. */
    private static final int WARM_UP_SHARE = 10;

    private static final long MOST_MEMORY_KB = 512 * 1_024;
    private static final Set<String> BUSY = Language.spoken().stream()
            .flatMap(language ->
                    List.of("busy", "busy.all").stream().map(key -> new Messages("telegram").text(language, key)))
            .collect(Collectors.toUnmodifiableSet());

    @TempDir
    Path home;

    /** A chat and what it asked. */
    private record Asker(SandboxChat chat, List<Integer> asked) {}

    @Test
    @Timeout(600)
    void allAreAnsweredInTimeInOrderAndWithinTheLimits() throws Exception {
        int chats = Integer.getInteger("sanad.chats", 40);
        play(chats, (model, server, bot) -> {
            Duration before = bot.processorTime();
            int warm = model.exchanges().size();
            Instant began = Instant.now();
            List<Asker> askers = ask(server, chats);
            int questions =
                    askers.stream().mapToInt(asker -> asker.asked().size()).sum();
            Instant ended = awaitAnswers(server, askers, questions);
            Duration processor = bot.processorTime().minus(before);
            long memory = bot.mostMemoryKb();
            bot.end();

            List<SlowModel.Exchange> exchanges =
                    model.exchanges().subList(warm, model.exchanges().size());
            Instant first = exchanges.getFirst().asked();
            Instant firstReply = exchanges.getFirst().replied();
            Instant last = exchanges.get(chats - 1).asked();
            Duration finals = Duration.between(firstReply, ended);
            System.out.printf(
                    "%d chats, %d questions: the model asked first after %d ms, of every chat after %d ms; all"
                            + " answered %d ms after its first reply%n",
                    chats,
                    questions,
                    Duration.between(began, first).toMillis(),
                    Duration.between(began, last).toMillis(),
                    finals.toMillis());
            System.out.printf(
                    "processor %d ms a question; peak memory %d MB; %d drafts, %d messages, %d edits; %d calls refused"
                            + " by the limits%n",
                    processor.toMillis() / questions,
                    memory / 1_024,
                    server.calls().of("sendMessageDraft").size(),
                    server.calls().of("sendMessage").size(),
                    server.calls().of("editMessageText").size(),
                    server.floodRefusals());
            System.out.printf(
                    "arrived in each second after the first reply: %s%n", arrivals(server, askers, firstReply));
            for (Asker asker : askers) {
                List<SandboxMessage> answers = answers(server, asker.chat());
                assertThat(answers)
                        .extracting(SandboxMessage::text)
                        .hasSameSizeAs(asker.asked())
                        .doesNotContainAnyElementsOf(BUSY)
                        .allMatch(words -> words.contains("Orla"));
                if (asker.chat().id() < 0) {
                    assertThat(answers.stream().flatMap(answer -> answer.replyTo().stream()))
                            .isEqualTo(asker.asked());
                }
            }
            assertThat(server.floodRefusals()).isZero();
            assertThat(finals).isLessThan(AFTER_FIRST_REPLY);
            assertThat(memory).isLessThan(MOST_MEMORY_KB);
        });
    }

    /** The time that the bot itself takes: until it asks the model, and from the model's reply until the answer arrives. The limits leave room for this pace, so nothing waits for them. */
    @Test
    @Timeout(600)
    @EnabledIfSystemProperty(named = "sanad.pace", matches = "\\d+", disabledReason = "only with -Dsanad.pace=MILLIS")
    void littleOfTheTimeIsItsOwn() throws Exception {
        int chats = Integer.getInteger("sanad.chats", 200);
        play(chats, (model, server, bot) -> {
            int warm = model.exchanges().size();
            List<Asker> askers = askInTurn(server, chats, Duration.ofMillis(Integer.getInteger("sanad.pace")));
            bot.end();

            long[] own = IntStream.range(0, chats)
                    .mapToLong(i -> own(
                            server,
                            model.exchanges().subList(warm, warm + chats),
                            askers.get(i).chat(),
                            word(i)))
                    .sorted()
                    .toArray();
            System.out.printf(
                    "%d questions: of its own time %d ms at the median, %d at the 95th percentile, %d at most%n",
                    own.length, own[own.length / 2], own[own.length * 95 / 100], own[own.length - 1]);
            assertThat(own[own.length * 95 / 100]).isLessThan(OWN_MILLIS);
        });
    }

    /** What happens to a bot that is warm. */
    private interface Scene {
        void play(SlowModel model, SandboxServer server, BotProcess bot) throws Exception;
    }

    private void play(int chats, Scene scene) throws Exception {
        Indexed.article(home.resolve("news"), "a.md", "en", "A", SENTENCE + ".");
        try (SlowModel model = new SlowModel(Duration.ofSeconds(2), SENTENCE + " [1].");
                SandboxServer server = SandboxServer.start(TOKEN, 0)) {
            settings(model);
            server.limitFlood(true);
            BotProcess bot = BotProcess.start(home, TOKEN, server.address().toString());
            bot.awaitStart(Duration.ofSeconds(60));
            warmUp(server, chats / WARM_UP_SHARE);
            scene.play(model, server, bot);
        }
    }

    /** People who ask a bot that was just started do not come all at once. */
    private static void warmUp(SandboxServer server, int questions) throws InterruptedException {
        askInTurn(server, questions, Duration.ofMillis(100));
    }

    /** Each in a private chat of its own, and waits for the answers. */
    private static List<Asker> askInTurn(SandboxServer server, int questions, Duration pace)
            throws InterruptedException {
        List<Asker> askers = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            SandboxUser user = server.people().person("P" + i, "", "en");
            SandboxChat chat = server.people().privateChat(user);
            String question = "/ask When did the ferry Orla leave Velmora, %s?".formatted(word(i));
            askers.add(new Asker(
                    chat, List.of(server.people().write(chat, user, question).id())));
            Thread.sleep(pace);
        }
        awaitAnswers(server, askers, questions);
        return askers;
    }

    /** By which the model's request is known. */
    private static String word(int asker) {
        return "q%sx".formatted(Integer.toString(asker, 26));
    }

    private static long own(SandboxServer server, List<SlowModel.Exchange> exchanges, SandboxChat chat, String word) {
        SlowModel.Exchange exchange = exchanges.stream()
                .filter(one -> one.prompt().contains(word + "?"))
                .findFirst()
                .orElseThrow();
        Instant asked = server.chats().messages(chat).getFirst().date();
        Instant answered = answers(server, chat).getFirst().date();
        return Duration.between(asked, exchange.asked()).toMillis()
                + Duration.between(exchange.replied(), answered).toMillis();
    }

    private static Map<Long, Long> arrivals(SandboxServer server, List<Asker> askers, Instant from) {
        return askers.stream()
                .flatMap(asker -> answers(server, asker.chat()).stream())
                .collect(Collectors.groupingBy(
                        answer -> Duration.between(from, answer.date()).toSeconds(),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private void settings(SlowModel model) throws Exception {
        Files.writeString(home.resolve("sanad.yaml"), """
            corpus:
              paths: news
            answer:
              min-confidence: 0
            llm:
              provider: openai
              base-url: %s
              model: slow
            """.formatted(model.url()));
    }

    private static List<Asker> ask(SandboxServer server, int chats) {
        List<Asker> askers = new ArrayList<>();
        List<SandboxUser> people = new ArrayList<>();
        for (int i = 0; i < chats; i++) {
            people.add(server.people().person("P" + i, "", "en"));
        }
        for (int i = 0; i < chats; i++) {
            boolean group = i % 10 == 0;
            SandboxUser user = people.get(i);
            SandboxChat chat = group
                    ? server.people().group("G" + i, user)
                    : server.people().privateChat(user);
            List<Integer> asked = new ArrayList<>();
            for (int question = 0; question < (group ? 2 : 1); question++) {
                asked.add(server.people()
                        .write(chat, user, "/ask When did the ferry Orla leave Velmora?")
                        .id());
            }
            askers.add(new Asker(chat, asked));
        }
        return askers;
    }

    private static Instant awaitAnswers(SandboxServer server, List<Asker> askers, int questions)
            throws InterruptedException {
        long end = System.nanoTime() + LATEST.toNanos();
        while (System.nanoTime() < end
                && askers.stream()
                                .mapToInt(asker -> answers(server, asker.chat()).size())
                                .sum()
                        < questions) {
            Thread.sleep(200);
        }
        return Instant.now();
    }

    private static List<SandboxMessage> answers(SandboxServer server, SandboxChat chat) {
        return server.chats().messages(chat).stream()
                .filter(message -> message.from().equals(server.chats().bot()))
                .filter(message -> !Kills.underWay(message))
                .toList();
    }
}
