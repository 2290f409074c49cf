package dev.sanad.cli;

import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import dev.sanad.sandbox.Button;
import dev.sanad.sandbox.Fault;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Questions in many chats while the bot's process is killed at random moments and started again, and what became of them. */
final class Kills {
    private static final String TOKEN = "4242:a-token_that-is-killed";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration LAST_ANSWERS = Duration.ofMinutes(2);
    private static final int CHATS = 12;

    private static final Pattern GIVEN_UP =
            Pattern.compile("chat -?\\d+: message \\d+ was begun 6 times and never finished: it is given up");

    /** A chat is told "busy" at eight. */
    private static final int WAITING_MOST = 4;

    /** The words of the stop button. */
    private static final Set<String> STOP = Language.spoken().stream()
            .map(language -> new Messages("telegram").text(language, "button.stop"))
            .collect(Collectors.toUnmodifiableSet());

    private final Path home;
    private final Random random;
    private final SandboxServer server = SandboxServer.start(TOKEN, 0);
    private final List<Asker> askers = new CopyOnWriteArrayList<>();

    /** By chat and message: at how many kills its answer was being sent. */
    private final Map<Asked, Integer> sending = new HashMap<>();

    /** What happened to a question: its state at kills. */
    private final Map<Asked, List<String>> history = new HashMap<>();

    private final List<BotProcess> bots = new ArrayList<>();
    private int failed;
    private int givenUp;
    private volatile boolean asking = true;

    /** @param home holds an index of the sample */
    Kills(Path home, long seed) {
        this.home = home;
        this.random = new Random(seed);
    }

    /**
     * What became of the questions.
     *
     * @param lost without a reply in the end
     * @param failed told that it was not answered, or not finished, but for those that were given up
     * @param givenUp told that it was not answered, for six starts had begun it and were killed
     * @param doubled answers beyond the first
     * @param unexplained of those doubled, how many were not being sent at a kill
     * @param sending answers that were being sent at a kill
     * @param disordered chats in which an answer came before that of an earlier question
     * @param riddles all that is known of those that are unexplained
     */
    record Outcome(
            int kills,
            int asked,
            int lost,
            int failed,
            int givenUp,
            int doubled,
            int unexplained,
            int sending,
            int disordered,
            List<String> riddles) {}

    /** A question of a chat. */
    private record Asked(long chat, int message) {}

    /** A group in which each question is asked once; answers reply to their questions. */
    private record Asker(SandboxChat chat, SandboxUser user, List<String> questions, List<SandboxMessage> asked) {}

    Outcome run(int kills) throws Exception {
        try (server) {
            List<String> questions = SampleQuestions.answerable();
            Thread people = Thread.ofPlatform().start(() -> ask(questions));
            for (int i = 1; i <= kills; i++) {
                killOnce();
                if (i % 20 == 0) {
                    System.out.printf("after %d kills: %s%n", i, outcome(i));
                }
            }
            asking = false;
            people.join();
            BotProcess last = start();
            awaitAnswers();
            last.end();
            noteFailed();
            return outcome(kills);
        }
    }

    /** A quarter while it starts, the others after some answers and a little more. */
    private void killOnce() throws Exception {
        boolean starting = random.nextInt(4) == 0;
        int answers = random.nextInt(12);
        int moreMillis = random.nextInt(starting ? 3_000 : 300);
        int before = server.chats().sent().size();
        BotProcess bot = start();
        if (!starting) {
            bot.awaitStart(START);
            awaitSent(before + answers);
        }
        Thread.sleep(moreMillis);
        bot.kill();
        noteSending();
    }

    private void awaitSent(int messages) throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (server.chats().sent().size() < messages && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    private BotProcess start() throws IOException {
        BotProcess bot = BotProcess.start(home, TOKEN, server.address().toString());
        bots.add(bot);
        return bot;
    }

    private void noteSending() throws IOException, SQLException {
        Set<Long> chats = new HashSet<>();
        Map<Asked, String> unfinished = unfinished();
        int sent = server.chats().sent().size();
        unfinished.forEach((one, state) -> history.computeIfAbsent(one, key -> new ArrayList<>())
                .add("%s at kill %d, after %d messages".formatted(state, bots.size(), sent)));
        for (Asked one : unfinished.keySet()) {
            if (unfinished.get(one).equals("SENDING")) {
                sending.merge(one, 1, Integer::sum);
                if (!chats.add(one.chat())) {
                    throw new AssertionError("two answers of chat %d were being sent at kill %d: %s"
                            .formatted(one.chat(), bots.size(), history));
                }
            }
        }
    }

    private void noteFailed() throws IOException, SQLException {
        givenUp = (int) bots.stream()
                .flatMap(bot -> bot.said().stream())
                .map(GIVEN_UP::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .distinct()
                .count();
        failed = unfinished().size() - givenUp;
    }

    /** By question, its state. Reads a copy: the file itself is for the next start to find as the kill left it. */
    private Map<Asked, String> unfinished() throws IOException, SQLException {
        Path file = home.resolve("index/store/sanad.mv.db");
        Map<Asked, String> found = new HashMap<>();
        if (!Files.exists(file)) {
            return found;
        }
        Path copy = home.resolve("copy/sanad.mv.db");
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        String url = "jdbc:h2:file:" + home.resolve("copy/sanad").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet tables = connection.getMetaData().getTables(null, null, "INBOX", null)) {
            if (tables.next()) {
                ResultSet rows =
                        statement.executeQuery("select chat_id, message_id, state from inbox where state <> 'DONE'");
                while (rows.next()) {
                    found.put(new Asked(rows.getLong(1), rows.getInt(2)), rows.getString(3));
                }
            }
        }
        return found;
    }

    /** People who do not wait for the bot, over a network that is slow at times. */
    private void ask(List<String> questions) {
        Random chance = new Random(random.nextLong());
        while (asking) {
            List<Asker> open = askers.stream()
                    .filter(asker -> asker.asked().size() < asker.questions().size())
                    .toList();
            if (open.size() < CHATS) {
                join(questions, chance);
                continue;
            }
            Asker asker = open.get(chance.nextInt(open.size()));
            if (asker.asked().size() - answers(asker.chat()).stream().distinct().count() < WAITING_MOST) {
                String question = asker.questions().get(asker.asked().size());
                asker.asked().add(server.people().write(asker.chat(), asker.user(), "/ask " + question));
            }
            slow(chance);
            pause(chance.nextInt(120));
        }
    }

    private void join(List<String> all, Random chance) {
        SandboxUser user = server.people().person("Reader", "", "");
        List<String> questions = new ArrayList<>(all);
        Collections.shuffle(questions, chance);
        askers.add(new Asker(
                server.people().group("Readers", user), user, List.copyOf(questions), new CopyOnWriteArrayList<>()));
    }

    private void slow(Random chance) {
        Duration length = Duration.ofMillis(chance.nextInt(150));
        switch (chance.nextInt(4)) {
            case 0 -> server.faults().next("sendMessage", 1, new Fault.Delay(length));
            case 1 -> server.faults().next("sendMessage", 1, new Fault.LateReply(length));
            default -> {}
        }
    }

    private void awaitAnswers() throws InterruptedException {
        long end = System.nanoTime() + LAST_ANSWERS.toNanos();
        while (outcome(0).lost() > 0 && System.nanoTime() < end) {
            Thread.sleep(200);
        }
    }

    private Outcome outcome(int kills) {
        int asked = 0;
        int lost = 0;
        int doubled = 0;
        int unexplained = 0;
        int disordered = 0;
        List<String> riddles = new ArrayList<>();
        for (Asker asker : askers) {
            List<Integer> answers = answers(asker.chat());
            for (SandboxMessage question : asker.asked()) {
                int times = Collections.frequency(answers, question.id());
                int marked = sending.getOrDefault(new Asked(asker.chat().id(), question.id()), 0);
                asked++;
                lost += times == 0 ? 1 : 0;
                doubled += Math.max(0, times - 1);
                if (times - 1 > marked) {
                    unexplained += times - 1 - marked;
                    riddles.add(riddle(asker.chat(), question));
                }
            }
            List<Integer> first = answers.stream().distinct().toList();
            disordered += first.equals(first.stream().sorted().toList()) ? 0 : 1;
        }
        int underWay = sending.values().stream().mapToInt(Integer::intValue).sum();
        return new Outcome(kills, asked, lost, failed, givenUp, doubled, unexplained, underWay, disordered, riddles);
    }

    private String riddle(SandboxChat chat, SandboxMessage question) {
        String messages = server.chats().messages(chat).stream()
                .map(message -> "  %d to %s: %s %s"
                        .formatted(
                                message.id(),
                                message.replyTo(),
                                message.text().lines().findFirst().orElse(""),
                                message.buttons().stream().map(Button::text).toList()))
                .collect(Collectors.joining("\n"));
        return "message %d of chat %d: %s; the chat holds\n%s\nthe bots said\n%s"
                .formatted(
                        question.id(),
                        chat.id(),
                        history.getOrDefault(new Asked(chat.id(), question.id()), List.of()),
                        messages,
                        bots.stream().map(bot -> "  " + bot.said()).collect(Collectors.joining("\n")));
    }

    /** The questions that were answered there, in the order of the answers. */
    private List<Integer> answers(SandboxChat chat) {
        return server.chats().messages(chat).stream()
                .filter(message -> message.from().equals(server.chats().bot()))
                .filter(message -> !underWay(message))
                .flatMap(message -> message.replyTo().stream())
                .toList();
    }

    /** Shows how the answer comes along; a kill leaves it standing. */
    static boolean underWay(SandboxMessage message) {
        return message.buttons().stream().anyMatch(button -> STOP.contains(button.text()));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
