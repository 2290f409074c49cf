package dev.sanad.telegram;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.sanad.answer.Answer;
import dev.sanad.answer.ForeignQuotes;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.CallBudgets;
import dev.sanad.conversation.Figures;
import dev.sanad.conversation.MadeUp;
import dev.sanad.conversation.Roster;
import dev.sanad.conversation.Store;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.retrieval.Question;
import dev.sanad.sandbox.Button;
import dev.sanad.sandbox.SandboxChat;
import dev.sanad.sandbox.SandboxMessage;
import dev.sanad.sandbox.SandboxServer;
import dev.sanad.sandbox.SandboxUser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** The bot over the real library against the sandbox server, its store in a folder, and all it logs. */
final class Stage implements AutoCloseable {
    static final String TOKEN = "4242:a-Token_that_is_secret";
    static final Equipment EQUIPMENT = new Equipment(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            OptionalLong.empty(),
            new CallBudgets(OptionalLong.empty(), OptionalLong.empty()));
    static final Duration SOON = Duration.ofSeconds(20);

    final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    final SandboxServer server = SandboxServer.start(TOKEN, 0, clock());
    final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Path folder;
    private final Access access;
    private final Newsroom newsroom;
    private final Optional<WebhookSettings> webhook;
    private Set<Long> admins = Set.of();
    private int atOnce = 64;
    private Store store;
    private Bot bot;

    Stage(Path folder, Function<SandboxServer, Access> access, Function<Question, Answer> answering) {
        this(folder, access, answering, Optional.empty());
    }

    Stage(
            Path folder,
            Function<SandboxServer, Access> access,
            Function<Question, Answer> answering,
            Optional<WebhookSettings> webhook) {
        this(folder, access, newsroom((room, asker, question, released) -> answering.apply(question)), webhook);
    }

    Stage(Path folder, Function<SandboxServer, Access> access, Newsroom newsroom) {
        this(folder, access, newsroom, Optional.empty());
    }

    private Stage(
            Path folder, Function<SandboxServer, Access> access, Newsroom newsroom, Optional<WebhookSettings> webhook) {
        this.webhook = webhook;
        this.folder = folder;
        this.access = access.apply(server);
        this.newsroom = newsroom;
        log.start();
        root().addAppender(log);
        // however quiet the tests are otherwise: the token must be in no line of any level
        ((Logger) LoggerFactory.getLogger("org.telegram")).setLevel(Level.ALL);
        ((Logger) LoggerFactory.getLogger("dev.sanad")).setLevel(Level.ALL);
        this.store = Store.open(Store.h2(folder), Clock.systemUTC());
        this.bot = start();
    }

    static Stage open(Path folder) {
        return new Stage(folder, server -> new Access.Open(), MadeUp::answer);
    }

    /** Restarts with an administrator. */
    void restartFor(SandboxUser admin) {
        admins = Set.of(admin.id());
        restart();
    }

    /** Restarts as a bot that works on so many answers at once. */
    void restartFor(int answersAtOnce) {
        atOnce = answersAtOnce;
        restart();
    }

    /** Another bot on the same store, as after a restart of the process. */
    void restart() {
        bot.close();
        store.close();
        store = Store.open(Store.h2(folder), Clock.systemUTC());
        bot = start();
    }

    /** As {@link #restart}, so much later by the store's clock. */
    void restartAfter(Duration length) {
        bot.close();
        store.close();
        store = Store.open(Store.h2(folder), Clock.offset(Clock.systemUTC(), length));
        bot = start();
    }

    /** Restarts on an empty store. */
    void forget() {
        folder = folder.resolve("empty");
        restart();
    }

    void stop() {
        bot.close();
    }

    void startAgain() {
        bot = start();
    }

    private Bot start() {
        BotSettings settings = new BotSettings(
                new Token(TOKEN),
                Optional.of(server.address()),
                webhook,
                new Roster(access, admins, Set.of()),
                3,
                atOnce,
                Duration.ofSeconds(3));
        return Bot.start(settings, store, new LanguageDetector(), newsroom);
    }

    /** Of made-up briefs and articles that the index no longer has. */
    static Newsroom newsroom(Newsroom.Asking asking) {
        return newsroom(asking, Optional.empty());
    }

    /** As above, which takes in what it is given at a desk. */
    static Newsroom newsroom(Newsroom.Asking asking, Optional<Desk> desk) {
        return new Newsroom(
                asking,
                (asker, topic) -> MadeUp.brief(topic),
                (chat, id) -> List.of(),
                (asker, citation, reader) -> new ForeignQuotes.Meaning(Optional.empty(), Optional.empty()),
                question -> List.of(MadeUp.citation(1, question.language())),
                chat -> library(),
                EQUIPMENT,
                desk);
    }

    /** Of two outlets, articles in three languages. */
    static Library library() {
        return new Library(
                Instant.parse("2026-01-30T12:00:00Z"),
                1_234,
                List.of(Language.ARABIC, Language.PERSIAN, Language.RUSSIAN),
                List.of("al-madina", "новости дня"),
                Optional.of(LocalDate.parse("2026-01-28")));
    }

    SandboxUser person(String name, String language) {
        return server.people().person(name, name.toLowerCase(java.util.Locale.ROOT), language);
    }

    SandboxChat chat(SandboxUser person) {
        return server.people().privateChat(person);
    }

    SandboxMessage write(SandboxChat chat, SandboxUser from, String words) {
        return server.people().write(chat, from, words);
    }

    /** The next message of the bot in {@code chat} that matches. */
    SandboxMessage said(SandboxChat chat, Predicate<String> words) {
        return server.chats().await(message -> message.chat().equals(chat) && words.test(message.text()), SOON);
    }

    /** How {@code message} looks once it matches. */
    SandboxMessage becomes(SandboxMessage message, Predicate<String> words) {
        return server.chats()
                .await(
                        now -> now.chat().equals(message.chat()) && now.id() == message.id() && words.test(now.text()),
                        SOON);
    }

    /** How {@code message} looks once a button with these words stands under it. */
    SandboxMessage offers(SandboxMessage message, String label) {
        return server.chats()
                .await(
                        now -> now.chat().equals(message.chat())
                                && now.id() == message.id()
                                && labels(now).contains(label),
                        SOON);
    }

    List<String> allSaid(SandboxChat chat) {
        return server.chats().sent().stream()
                .filter(message -> message.chat().equals(chat))
                .map(SandboxMessage::text)
                .toList();
    }

    /** Waits until the bot has recorded all that it answered: a reply is seen before. */
    void settled() {
        Waiting.until(() -> Figures.of(store).open() == 0, SOON);
    }

    static List<String> labels(SandboxMessage message) {
        return message.buttons().stream().map(Button::text).toList();
    }

    /** Without the isolates around runs of the other direction. */
    static String plain(String words) {
        return words.replaceAll("[\u2068\u2069]", "");
    }

    /** Everything logged so far, stack traces included; what the sandbox's web server logs of its own is not the bot's. */
    String logged() {
        StringBuilder all = new StringBuilder();
        synchronized (log) {
            for (ILoggingEvent event : List.copyOf(log.list)) {
                if (event.getLoggerName().startsWith("org.eclipse.jetty")
                        || event.getLoggerName().startsWith("io.javalin")) {
                    continue;
                }
                all.append(event.getFormattedMessage()).append('\n');
                if (event.getThrowableProxy() != null) {
                    all.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
                }
            }
        }
        return all.toString();
    }

    /** The sandbox's time, which {@link #later} moves on. */
    private Clock clock() {
        InstantSource moved = () -> Instant.now().plus(later.get());
        return moved.withZone(ZoneOffset.UTC);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        bot.close();
        store.close();
        server.close();
        root().detachAppender(log);
        if (logged().contains(TOKEN)) {
            throw new AssertionError("the token was logged");
        }
    }
}
