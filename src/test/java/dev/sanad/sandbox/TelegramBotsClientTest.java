package dev.sanad.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** The library that Sanad's bot is built on, speaking to the sandbox over real connections. */
class TelegramBotsClientTest {
    private final Sandbox sandbox = new Sandbox();
    private final OkHttpTelegramClient client = sandbox.client();

    @AfterEach
    void end() {
        sandbox.close();
    }

    private SendMessage.SendMessageBuilder<?, ?> message(String text) {
        return SendMessage.builder().chatId(sandbox.chat.id()).text(text);
    }

    @Test
    void aFormattedMessageWithAButtonIsSentEditedAndDeleted() throws TelegramApiException {
        InlineKeyboardButton button =
                InlineKeyboardButton.builder().text("[1]").callbackData("key").build();
        SandboxMessage question = sandbox.server.people().write(sandbox.chat, sandbox.anna, "Что нового?");

        Message sent = client.execute(message("<b>سند</b> 😀 <blockquote expandable>引文</blockquote>")
                .parseMode("HTML")
                .replyParameters(
                        ReplyParameters.builder().messageId(question.id()).build())
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build())
                .replyMarkup(new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(button))))
                .build());
        EditMessageText edit = EditMessageText.builder()
                .chatId(sandbox.chat.id())
                .messageId(sent.getMessageId())
                .text("<i>второе</i>")
                .parseMode("HTML")
                .build();
        Message edited = (Message) client.execute(edit);
        boolean deleted = client.execute(new DeleteMessage(String.valueOf(sandbox.chat.id()), sent.getMessageId()));

        assertThat(sent.getText()).isEqualTo("سند 😀 引文");
        assertThat(sent.getEntities()).extracting("type").containsExactly("bold", "expandable_blockquote");
        assertThat(sent.getReplyToMessage().getText()).isEqualTo("Что нового?");
        assertThat(sent.getReplyMarkup().getKeyboard().getFirst().getFirst().getCallbackData())
                .isEqualTo("key");
        assertThat(edited.getText()).isEqualTo("второе");
        assertThat(deleted).isTrue();
    }

    @Test
    void aRefusalReachesTheClientWithItsCodeWordsAndWait() {
        sandbox.server.faults().next("sendMessage", 1, new Fault.TooManyRequests(3));

        TelegramApiRequestException flood = catchThrowableOfType(
                TelegramApiRequestException.class,
                () -> client.execute(message("x").build()));
        TelegramApiRequestException markup = catchThrowableOfType(
                TelegramApiRequestException.class,
                () -> client.execute(message("<b>").parseMode("HTML").build()));

        assertThat(flood.getErrorCode()).isEqualTo(429);
        assertThat(flood.getParameters().getRetryAfter()).isEqualTo(3);
        assertThat(markup.getErrorCode()).isEqualTo(400);
        assertThat(markup.getApiResponse()).startsWith("Bad Request: can't parse entities: ");
    }

    @Test
    void theOtherMethodsAreReadByTheClient() throws TelegramApiException {
        BotCommand command = new BotCommand("brief", "موجز");
        client.execute(
                SetMyCommands.builder().command(command).languageCode("ar").build());

        assertThat(client.execute(new GetMyCommands(null, "ar"))).containsExactly(command);
        assertThat(client.execute(new GetChat(String.valueOf(sandbox.chat.id())))
                        .getFirstName())
                .isEqualTo("Анна");
        assertThat(client.execute(new GetChatMember(String.valueOf(sandbox.chat.id()), sandbox.anna.id()))
                        .getStatus())
                .isEqualTo("member");
        assertThat(client.execute(SendChatAction.builder()
                        .chatId(sandbox.chat.id())
                        .action(ActionType.TYPING.toString())
                        .build()))
                .isTrue();
    }

    @Test
    void longPollingDeliversMessagesAndPressesOnce() throws Exception {
        BlockingQueue<Update> seen = new LinkedBlockingQueue<>();
        LongPollingUpdateConsumer consumer = seen::addAll;
        try (TelegramBotsLongPollingApplication application = new TelegramBotsLongPollingApplication()) {
            application.registerBot(Sandbox.TOKEN, sandbox::url, new DefaultGetUpdatesGenerator(), consumer);
            sandbox.server.people().write(sandbox.chat, sandbox.anna, "/start سلام");
            Update start = seen.poll(20, TimeUnit.SECONDS);
            InlineKeyboardButton button = InlineKeyboardButton.builder()
                    .text("更多")
                    .callbackData("key")
                    .build();
            client.execute(message("x")
                    .replyMarkup(new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(button))))
                    .build());
            SandboxMessage sent =
                    sandbox.server.chats().await(message -> message.text().equals("x"), Sandbox.SOON);
            String query = sandbox.server.people().press(sent, sandbox.anna, "更多");
            Update press = seen.poll(20, TimeUnit.SECONDS);

            assertThat(start.getMessage().getEntities())
                    .extracting("type", "text")
                    .containsExactly(tuple("bot_command", "/start"));
            assertThat(start.getMessage().getFrom().getLanguageCode()).isEqualTo("ru");
            CallbackQuery callback = press.getCallbackQuery();
            assertThat(callback.getData()).isEqualTo("key");
            assertThat(callback.getMessage().getMessageId()).isEqualTo(sent.id());
            client.execute(AnswerCallbackQuery.builder()
                    .callbackQueryId(callback.getId())
                    .text("готово")
                    .build());
            assertThat(sandbox.server
                            .callbacks()
                            .await(query, Duration.ofSeconds(5))
                            .text())
                    .isEqualTo("готово");
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void pollingGoesOnAfterFaultsAndUnconfirmedUpdatesComeAgain() throws Exception {
        BlockingQueue<Update> seen = new LinkedBlockingQueue<>();
        sandbox.server.faults().next("getUpdates", 1, new Fault.CutBefore());
        sandbox.server.faults().next("getUpdates", 1, new Fault.BadGateway());
        sandbox.server.faults().next("getUpdates", 1, new Fault.CutAfter());
        sandbox.server.people().write(sandbox.chat, sandbox.anna, "раз");
        try (TelegramBotsLongPollingApplication application = new TelegramBotsLongPollingApplication()) {
            application.registerBot(Sandbox.TOKEN, sandbox::url, new DefaultGetUpdatesGenerator(), seen::addAll);

            assertThat(seen.poll(40, TimeUnit.SECONDS).getMessage().getText()).isEqualTo("раз");
        }
    }
}
