package dev.sanad.sandbox;

import io.javalin.Javalin;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.handler.StatisticsHandler;

/**
 * A running Bot API server for one bot, on the loopback address. A bot speaks to {@link #address()}; {@link #people()} speak to the bot, and
 * {@link #chats()} tells what it said.
 *
 * <pre>{@code
 * try (SandboxServer server = SandboxServer.start("42:secret", 0)) {
 *     SandboxUser anna = server.people().person("Anna", "anna", "ru");
 *     server.people().write(server.people().privateChat(anna), anna, "/start");
 *     SandboxMessage greeting = server.chats().await(message -> message.text().contains("Hello"), Duration.ofSeconds(5));
 * }
 * }</pre>
 *
 * <p>All is kept in memory and gone with {@link #close()}. Safe for many threads.
 */
public final class SandboxServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final Duration STOPPING = Duration.ofSeconds(2);
    private static final Pattern TOKEN = Pattern.compile("([0-9]{1,18}):[A-Za-z0-9_-]+");

    private final StatisticsHandler requests = new StatisticsHandler();
    private final Javalin http;
    private final Chats chats;
    private final Updates updates;
    private final Hook hook;
    private final People people;
    private final Callbacks callbacks;
    private final ChatActions actions;
    private final Drafts drafts;
    private final InlineQueries inlineQueries;
    private final Faults faults = new Faults();
    private final Calls calls;
    private final FloodLimits limits;
    private final Privacy privacy;
    private final CommandMethods commands;

    private SandboxServer(String token, SandboxUser bot, int port, Clock clock) {
        Guard guard = new Guard();
        this.chats = new Chats(guard, bot);
        this.updates = new Updates(guard);
        this.hook = new Hook(updates, clock);
        this.callbacks = new Callbacks(guard, clock);
        this.actions = new ChatActions(clock);
        this.drafts = new Drafts(guard, clock);
        this.calls = new Calls(clock);
        this.limits = new FloodLimits(clock);
        this.privacy = new Privacy(chats);
        this.commands = new CommandMethods(guard);
        this.inlineQueries = new InlineQueries(guard, clock);
        Files files = new Files(guard);
        this.people = new People(chats, updates, callbacks, inlineQueries, files, privacy, clock);
        Methods methods = new Methods();
        new UpdateMethods(updates, hook).addTo(methods);
        new MessageMethods(chats, limits, clock).addTo(methods);
        new DraftMethods(chats, drafts, limits).addTo(methods);
        new ChatMethods(chats, callbacks, actions, privacy).addTo(methods);
        commands.addTo(methods);
        new InlineMethods(inlineQueries).addTo(methods);
        new ReactionMethods(chats).addTo(methods);
        new FileMethods(files).addTo(methods);
        Routes routes = new Routes(token, methods, faults, calls, files);
        this.http = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.jetty.modifyServer(server -> server.setHandler(requests));
                    routes.addTo(config.routes);
                })
                .start(HOST, port);
        hook.start();
    }

    /** Until nothing is being answered, a little while at most: Jetty's own graceful stop waits for idle connections too. */
    private void letAnswersOut() {
        long end = System.nanoTime() + STOPPING.toNanos();
        while (requests.getRequestsActive() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /**
     * Starts a server that is ready when this returns.
     *
     * @param token digits, a colon and a secret, as Telegram's tokens are; the digits become the bot's id
     * @param port 0 for any free one
     * @throws IllegalArgumentException where the token has another form
     */
    public static SandboxServer start(String token, int port) {
        return start(token, port, Clock.systemUTC());
    }

    /** With the time of {@code clock} for dates, flood limits and what expires; waiting takes real time. */
    public static SandboxServer start(String token, int port, Clock clock) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "the token is not digits, a colon and a secret: take one of that form, such as 42:secret");
        }
        SandboxUser bot = new SandboxUser(
                Long.parseLong(parts.group(1)),
                true,
                "Sanad sandbox",
                Optional.of("sanad_sandbox_bot"),
                Optional.empty());
        return new SandboxServer(token, bot, port, clock);
    }

    /** Scheme, host and port, without a path. */
    public URI address() {
        return URI.create("http://%s:%d".formatted(HOST, http.port()));
    }

    public People people() {
        return people;
    }

    public Chats chats() {
        return chats;
    }

    public Updates updates() {
        return updates;
    }

    public Callbacks callbacks() {
        return callbacks;
    }

    public InlineQueries inlineQueries() {
        return inlineQueries;
    }

    public ChatActions actions() {
        return actions;
    }

    CommandMethods commands() {
        return commands;
    }

    public Drafts drafts() {
        return drafts;
    }

    public Faults faults() {
        return faults;
    }

    public Calls calls() {
        return calls;
    }

    /** Whether messages are limited in number as Telegram limits them; off at first. Switching forgets what was counted. */
    public void limitFlood(boolean limited) {
        limits.set(limited);
    }

    /** How many calls the limits refused. */
    public int floodRefusals() {
        return limits.refused();
    }

    /** Whether the bot sees of a group only what is meant for it; on at first, as with a new bot. */
    public void privacyMode(boolean on) {
        privacy.set(on);
    }

    /** Ends waiting polls with an empty answer, then the server. */
    @Override
    public void close() {
        hook.close();
        updates.close();
        letAnswersOut();
        http.stop();
    }
}
