package dev.sanad.cli;

import dev.sanad.answer.Account;
import dev.sanad.answer.Bill;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.Asker;
import dev.sanad.conversation.CallBudgets;
import dev.sanad.conversation.ChatBudget;
import dev.sanad.conversation.Roster;
import dev.sanad.conversation.Store;
import dev.sanad.conversation.StoredHistory;
import dev.sanad.corpus.Audience;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.telegram.Bot;
import dev.sanad.telegram.BotSettings;
import dev.sanad.telegram.Desk;
import dev.sanad.telegram.Equipment;
import dev.sanad.telegram.Library;
import dev.sanad.telegram.Newsroom;
import dev.sanad.telegram.Token;
import dev.sanad.telegram.WebhookSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the Telegram bot until the process is asked to end. */
@Command(name = "bot", description = "Run the Telegram bot until it is stopped.")
final class BotCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    private final Sanad sanad;

    @Option(
            names = "--sandbox",
            description =
                    "Try the bot without Telegram and without a token, on a page for the browser of this computer.")
    private boolean sandbox;

    @Option(names = "--port", paramLabel = "PORT", description = "Of the sandbox's page; otherwise any free one.")
    private Optional<Integer> port = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BotCommand(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port.isPresent() && !sandbox) {
            throw new ParameterException(spec.commandLine(), "--port belongs to --sandbox");
        }
        if (port.filter(given -> given < 0 || given > MOST_PORT).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--port: %d is no port; name one up to %d".formatted(port.get(), MOST_PORT));
        }
        return sandbox ? inSandbox() : overTelegram();
    }

    private int overTelegram() throws InterruptedException {
        Settings settings = sanad.settings();
        List<String> faults = settings.botFaults();
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        Settings.Telegram telegram = settings.telegram();
        BotSettings bot = BotSettings.of(
                        new Token(telegram.token().orElseThrow().reveal()),
                        telegram.apiUrl(),
                        telegram.webhook().map(BotCommand::webhook),
                        new Roster(access(telegram), telegram.admins(), telegram.analysts()))
                .answeringAtOnce(telegram.answersAtOnce());
        return run(
                settings,
                bot,
                settings.storeUrl().reveal(),
                true,
                name -> "@" + name + " answers; stop it with Ctrl-C");
    }

    private int inSandbox() throws InterruptedException {
        Settings settings = sanad.settings();
        try (BotSandbox made = BotSandbox.start(port.orElse(0))) {
            return run(
                    settings,
                    made.settings(),
                    made.storeUrl(),
                    false,
                    name -> "a sandbox, not Telegram: open %s in a browser; stop it with Ctrl-C"
                            .formatted(made.page()));
        }
    }

    /**
     * Runs the bot until it is stopped.
     *
     * @param receives whether files and posts may change the corpus
     * @param ready says in a line that the bot of that name runs
     */
    private int run(Settings settings, BotSettings bot, String storeUrl, boolean receives, UnaryOperator<String> ready)
            throws InterruptedException {
        try (Engine engine = Engine.open(sanad);
                Store store = Store.open(storeUrl, sanad.surroundings().clock());
                Following index = new Following(engine.indexing()::bringReceivedUpToDate, this::tell);
                Following whole = new Following(() -> engine.indexing().bringUpToDate(List.of(), false), this::tell)) {
            Optional<Desk> desk =
                    receives ? Optional.of(desk(engine, index, whole, settings.telegram())) : Optional.empty();
            if (receives) {
                // what the last run wrote and did not index
                var unused = index.soon();
            }
            try (Bot running =
                    Bot.start(bot, store, engine.detector(), newsroom(engine, store, settings.writing(), desk))) {
                Runtime.getRuntime().addShutdownHook(new Thread(running::close, "closing the bot"));
                sanad.surroundings().err().println("sanad: " + ready.apply(running.userName()));
                running.await();
            }
        }
        return 0;
    }

    private static Newsroom newsroom(Engine engine, Store store, Settings.Writing writing, Optional<Desk> desk) {
        CallBudgets calls = new CallBudgets(writing.callsPerUserHour(), writing.callsPerGroupHour());
        Function<Asker, Account> account =
                asker -> calls.account(asker.chat(), asker.user(), account(writing, store, asker.chat()));
        // the sandbox makes its numbers up: there they may be those of others
        LongFunction<Audience> audience = desk.isPresent() ? Audience::of : chat -> Audience.ALL;
        return new Newsroom(
                (room, asker, question, released) -> engine.asking(asker.model())
                        .dialogue(audience.apply(asker.chat()), account.apply(asker))
                        .ask(question, new StoredHistory(store, room, asker.user(), engine.historyTokens()), released),
                (asker, topic) -> engine.asking(asker.model())
                        .briefs(audience.apply(asker.chat()), account.apply(asker))
                        .write(topic),
                (chat, id) -> engine.article(audience.apply(chat), id),
                (asker, citation, reader) -> engine.asking(asker.model())
                        .meaning(audience.apply(asker.chat()), citation, reader, account.apply(asker)),
                engine::passages,
                chat -> library(engine.index(), audience.apply(chat)),
                new Equipment(
                        engine.modelName(),
                        List.copyOf(writing.models().keySet()),
                        engine.embedder().map(model -> model.space().model()),
                        writing.tokensPerChatDay(),
                        calls),
                desk);
    }

    private static Desk desk(Engine engine, Following index, Following whole, Settings.Telegram telegram) {
        return new Desk(engine.indexing().received(), index::soon, whole::soon, telegram.channels());
    }

    private void tell(Throwable fault) {
        Faults.lines(fault, "index").forEach(line -> sanad.surroundings().err().println("sanad: " + line));
    }

    private static Library library(PassageIndex index, Audience audience) {
        try (Snapshot snapshot = index.snapshot(audience)) {
            return new Library(
                    snapshot.manifest().committed(),
                    snapshot.manifest().articles(),
                    snapshot.languages().stream()
                            .filter(Language.spoken()::contains)
                            .sorted()
                            .toList(),
                    List.copyOf(snapshot.outlets()),
                    snapshot.newest());
        }
    }

    private static Account account(Settings.Writing writing, Store store, long chat) {
        return writing.tokensPerChatDay().isPresent()
                ? new ChatBudget(store, chat, writing.tokensPerChatDay().getAsLong())
                : new Bill();
    }

    private static WebhookSettings webhook(Settings.Webhook webhook) {
        return webhook.secret()
                .map(secret -> new WebhookSettings(webhook.url(), webhook.host(), webhook.port(), secret.reveal()))
                .orElseGet(() -> WebhookSettings.of(webhook.url(), webhook.host(), webhook.port()));
    }

    private static Access access(Settings.Telegram telegram) {
        return switch (telegram.access()) {
            case OPEN -> new Access.Open();
            case ALLOW_LIST, PAIRING -> new Access.AllowList(telegram.allow());
        };
    }
}
