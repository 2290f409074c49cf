package dev.sanad.telegram;

import dev.sanad.conversation.Admission;
import dev.sanad.conversation.ChosenModels;
import dev.sanad.conversation.Inbox;
import dev.sanad.conversation.Moves;
import dev.sanad.conversation.PairingCodes;
import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Store;
import dev.sanad.language.LanguageDetector;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The Telegram bot: from {@link #start} until {@link #close} it answers what its token receives. */
public final class Bot implements AutoCloseable {
    private static final int QUICK_WAITING = 32;

    /** Questions under way and waiting in all chats: well above 500 chats that ask at once. */
    private static final int MOST_WORK = 2_000;

    private static final Duration LOOKING = Duration.ofMinutes(1);
    private static final int MOST_QUICK = 5_000;

    /** Searches beside each other: with more of them none would be done before the next letter is typed. */
    private static final int MOST_TYPING = 200;

    private static final Duration PRUNING = Duration.ofHours(6);

    private final BotSettings settings;
    private final FaultLog log;
    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final Request.Self self;
    private final Lanes work;
    private final Lanes quick = new Lanes("quick", QUICK_WAITING, MOST_QUICK);
    private final Lanes turning = new Lanes("cards", QUICK_WAITING, MOST_QUICK);
    private final Lanes typing = new Lanes("inline", QUICK_WAITING, MOST_TYPING);
    private final Reception reception;
    private final ScheduledExecutorService pruning = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("telegram-inbox").daemon().factory());
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /**
     * Starts the bot; it runs on threads of its own.
     *
     * @param store stays open for as long as the bot runs, and is not closed by it
     * @throws BotException where Telegram cannot be reached or refuses the token
     */
    public static Bot start(BotSettings settings, Store store, LanguageDetector detector, Newsroom newsroom) {
        return new Bot(settings, store, new Questions(store, detector), newsroom);
    }

    private Bot(BotSettings settings, Store store, Questions questions, Newsroom newsroom) {
        this.settings = settings;
        this.log = new FaultLog(settings.token());
        this.http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(30))
                .build();
        // OkHttp runs five calls to one host at a time unless told otherwise
        http.dispatcher().setMaxRequestsPerHost(64);
        this.client = new OkHttpTelegramClient(http, settings.token().value(), settings.server());
        this.work = new Lanes("chat", settings.waitingPerChat(), MOST_WORK);
        try {
            this.self = self(client.execute(new GetMe()));
        } catch (TelegramApiException e) {
            release();
            throw fault(e);
        }
        Inbox inbox = new Inbox(store, self.id());
        Texts texts = new Texts();
        SendLimits limits = new SendLimits();
        Delivery delivery = new Delivery(client, limits, log);
        PreviewDelivery previews = new PreviewDelivery(client, limits, log);
        Running running = new Running(settings.answersAtOnce());
        CommandMenus commandMenus = new CommandMenus(client, texts, settings.roster(), log);
        Admission admission = new Admission(settings.roster(), store);
        Pairing pairing = new Pairing(new PairingCodes(store), admission, commandMenus, self.userName());
        ChosenModels models = new ChosenModels(store, admission);
        Menus menus = new Menus(store, questions, newsroom, models, delivery, texts);
        Cards cards = new Cards(store, newsroom, models, delivery, texts);
        Commands commands = new Commands(store, questions, newsroom, admission, delivery, texts, menus, cards);
        Receiving receiving = new Receiving(
                newsroom.desk(),
                admission,
                questions,
                new Downloads(client, http, settings.server(), settings.token(), log),
                delivery,
                texts,
                self,
                log);
        Dispatch dispatch = new Dispatch(
                admission,
                pairing,
                inbox,
                new Conversation(
                        store,
                        questions,
                        newsroom,
                        models,
                        running,
                        delivery,
                        previews,
                        commands,
                        new AdminCommands(store, admission, pairing, newsroom, questions, delivery, texts, log),
                        receiving,
                        texts),
                new Presses(store, questions, admission, running, delivery, texts, log),
                receiving,
                new MovedGroups(new Moves(store), admission, newsroom.desk(), log),
                log,
                work,
                quick,
                cards,
                menus,
                turning);
        Inline inline = new Inline(questions, admission, newsroom, client, typing, texts, log);
        Intake intake = new Intake(self, inbox, dispatch, inline, log);
        this.reception = settings.webhook()
                .<Reception>map(webhook -> new Webhook(webhook, LOOKING, client, intake::take, log, this::stop))
                .orElseGet(() -> new Poll(settings, Poll.Patience.USUAL, intake::take, log, this::stop));
        begin(inbox, intake, commandMenus);
    }

    private void begin(Inbox inbox, Intake intake, CommandMenus menus) {
        try {
            intake.resume();
            var unused = pruning.scheduleWithFixedDelay(() -> prune(inbox), 0, PRUNING.toSeconds(), TimeUnit.SECONDS);
            reception.start();
            Thread.ofVirtual().name("telegram-menus").start(menus::set);
        } catch (TelegramApiException e) {
            close();
            throw fault(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void prune(Inbox inbox) {
        try {
            inbox.prune();
        } catch (RuntimeException e) {
            log.error("the inbox could not be pruned", e);
        }
    }

    /** Of {@link #await}: the bot is still to be closed. */
    private void stop(BotException why) {
        log.error(String.valueOf(why.getMessage()));
        ended.completeExceptionally(why);
    }

    /** The bot's name, without the {@code @}. */
    public String userName() {
        return self.userName();
    }

    /**
     * Waits until the bot is closed.
     *
     * @throws BotException where it cannot go on, as when another instance receives with the same token; it is still to be closed then
     */
    public void await() throws InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BotException why ? why : new IllegalStateException(e.getCause());
        }
    }

    /**
     * Ends receiving, lets answers under way finish for as long as the settings allow, then interrupts them: what was not answered then is answered after the next start. A
     * second call does nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        reception.close();
        pruning.shutdownNow();
        try {
            typing.close(Duration.ofSeconds(2));
            int left = work.close(settings.closing())
                    + quick.close(Duration.ofSeconds(2))
                    + turning.close(Duration.ofSeconds(2));
            if (left > 0) {
                log.error("telegram: %d messages were not answered before the bot closed: they are after its next start"
                        .formatted(left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release();
            ended.complete(null);
        }
    }

    private void release() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static Request.Self self(User me) {
        return new Request.Self(me.getId(), me.getUserName());
    }

    private BotException fault(TelegramApiException e) {
        int code = Delivery.code(e);
        if (code == 401 || code == 404) {
            return new BotException(
                    "telegram: the token is refused (%d): check telegram.token (TELEGRAM_BOT_TOKEN) against what @BotFather shows"
                            .formatted(code));
        }
        if (code > 0) {
            return new BotException(
                    "telegram: the server refuses to start the bot (%s): try again later".formatted(log.why(e)));
        }
        return new BotException("telegram: %s cannot be reached (%s): check the network and telegram.api-url"
                .formatted(settings.server().getHost(), log.why(e)));
    }
}
