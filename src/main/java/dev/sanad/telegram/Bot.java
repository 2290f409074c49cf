package dev.sanad.telegram;

import dev.sanad.conversation.Questions;
import dev.sanad.conversation.Store;
import dev.sanad.language.LanguageDetector;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The Telegram bot: from {@link #start} until {@link #close} it answers what its token receives. */
public final class Bot implements AutoCloseable {
    private static final int QUICK_WAITING = 32;

    private final BotSettings settings;
    private final FaultLog log;
    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final Poll poll;
    private final Request.Self self;
    private final Lanes work;
    private final Lanes quick = new Lanes("quick", QUICK_WAITING);
    private final Lanes turning = new Lanes("cards", QUICK_WAITING);
    private final BotSession session;
    private final CountDownLatch closed = new CountDownLatch(1);

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
        this.poll = new Poll(settings, log);
        this.work = new Lanes("chat", settings.waitingPerChat());
        Texts texts = new Texts();
        SendLimits limits = new SendLimits();
        Delivery delivery = new Delivery(client, limits, log);
        PreviewDelivery previews = new PreviewDelivery(client, limits, log);
        Running running = new Running();
        try {
            this.self = self(client.execute(new GetMe()));
            this.session = poll.start(new Dispatch(
                    self,
                    settings.access(),
                    new Conversation(store, questions, newsroom, running, delivery, previews, texts),
                    new Presses(store, questions, settings.access(), running, delivery, texts, log),
                    log,
                    work,
                    quick,
                    new Cards(store, newsroom, delivery, texts),
                    turning));
        } catch (TelegramApiException e) {
            poll.close();
            release();
            throw fault(e);
        }
    }

    /** The bot's name, without the {@code @}. */
    public String userName() {
        return self.userName();
    }

    /** Waits until the bot is closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    /**
     * Ends polling, lets answers under way finish for as long as the settings allow, then interrupts them. A second call does nothing.
     */
    @Override
    public void close() {
        if (closed.getCount() == 0) {
            return;
        }
        poll.close();
        try {
            int lost = work.close(settings.closing())
                    + quick.close(Duration.ofSeconds(2))
                    + turning.close(Duration.ofSeconds(2));
            if (lost > 0) {
                log.error("telegram: %d messages were not answered before the bot closed".formatted(lost));
            } else {
                confirm();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release();
            closed.countDown();
        }
    }

    /** Tells Telegram that the last updates were handled, where no poll has done so: else a restarted bot would answer them once more. */
    private void confirm() {
        int last = session.getLastReceivedUpdate().get();
        if (last == poll.confirmed()) {
            return;
        }
        try {
            client.execute(Poll.after(last, Duration.ZERO, 1));
        } catch (TelegramApiException e) {
            log.error("telegram: the last updates could not be confirmed and may be answered twice", e);
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
