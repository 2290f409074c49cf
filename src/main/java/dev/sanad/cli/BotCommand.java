package dev.sanad.cli;

import dev.sanad.answer.Account;
import dev.sanad.answer.Bill;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.ChatBudget;
import dev.sanad.conversation.Store;
import dev.sanad.conversation.StoredHistory;
import dev.sanad.telegram.Bot;
import dev.sanad.telegram.BotSettings;
import dev.sanad.telegram.Token;
import dev.sanad.telegram.WebhookSettings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Runs the Telegram bot until the process is asked to end. */
@Command(name = "bot", description = "Run the Telegram bot until it is stopped.")
final class BotCommand implements Callable<Integer> {
    private final Sanad sanad;

    BotCommand(Sanad sanad) {
        this.sanad = sanad;
    }

    @Override
    public Integer call() throws InterruptedException {
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
                access(telegram));
        try (Engine engine = Engine.open(sanad);
                Store store = Store.open(
                        settings.storeUrl().reveal(), sanad.surroundings().clock())) {
            LongFunction<Account> account = account(settings.writing(), store);
            try (Bot running = Bot.start(
                    bot,
                    store,
                    engine.detector(),
                    (room, question) -> engine.dialogue(account.apply(room.chat()))
                            .ask(question, new StoredHistory(store, room, engine.historyTokens())),
                    (chat, topic) -> engine.briefs(account.apply(chat)).write(topic))) {
                Runtime.getRuntime().addShutdownHook(new Thread(running::close, "closing the bot"));
                sanad.surroundings().err().println("sanad: @" + running.userName() + " answers; stop it with Ctrl-C");
                running.await();
            }
        }
        return 0;
    }

    private static LongFunction<Account> account(Settings.Writing writing, Store store) {
        return writing.tokensPerChatDay().isPresent()
                ? chat -> new ChatBudget(store, chat, writing.tokensPerChatDay().getAsLong())
                : chat -> new Bill();
    }

    private static WebhookSettings webhook(Settings.Webhook webhook) {
        return webhook.secret()
                .map(secret -> new WebhookSettings(webhook.url(), webhook.host(), webhook.port(), secret.reveal()))
                .orElseGet(() -> WebhookSettings.of(webhook.url(), webhook.host(), webhook.port()));
    }

    private static Access access(Settings.Telegram telegram) {
        return switch (telegram.access()) {
            case OPEN -> new Access.Open();
            case ALLOW_LIST ->
                new Access.AllowList(Stream.concat(telegram.allow().stream(), telegram.admins().stream())
                        .collect(Collectors.toSet()));
        };
    }
}
