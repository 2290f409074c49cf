package dev.sanad.telegram;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.CheckedRunnable;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Sends within Telegram's limits, and sends again: after 429 when the server says (Bot API, "ResponseParameters"), after faults of the network or the server with growing pauses. A message whose
 * reply was lost may so arrive twice: better than not at all. Safe for use by many threads.
 */
final class Delivery {
    private static final int TRIES = 8;

    /** Of {@code retry_after}; a server that wants more patience is taken to refuse. */
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(5);

    private static final IntervalFunction GROWING =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(500), 2, 0.3, Duration.ofSeconds(15));

    private final TelegramClient client;
    private final FaultLog log;
    private final SendLimits limits;
    private final Retry retry;

    Delivery(TelegramClient client, SendLimits limits, FaultLog log) {
        this.client = client;
        this.limits = limits;
        this.log = log;
        this.retry = Retry.of(
                "telegram",
                RetryConfig.custom()
                        .maxAttempts(TRIES)
                        .retryOnException(Delivery::passing)
                        .intervalBiFunction((attempt, result) -> pause(attempt, result.getLeft()))
                        .build());
    }

    /**
     * Sends parts of HTML in order; buttons stand under the last. In groups the first replies to the message it answers.
     *
     * @throws DeliveryException where one of them could not be sent; those before it were
     */
    void send(Place to, List<String> parts, Optional<InlineKeyboardMarkup> buttons) {
        send(to, parts, buttons, () -> {});
    }

    /**
     * As above. Where the group became a supergroup meanwhile, it is sent there.
     *
     * @param sending is run when the limits have given leave, before the first part is sent: from then on it may have arrived
     */
    void send(Place to, List<String> parts, Optional<InlineKeyboardMarkup> buttons, Runnable sending) {
        Place at = to;
        for (int i = 0; i < parts.size(); i++) {
            Optional<InlineKeyboardMarkup> below = i == parts.size() - 1 ? buttons : Optional.empty();
            Runnable before = i == 0 ? sending : () -> {};
            try {
                part(at, parts.get(i), i == 0, below, before);
            } catch (DeliveryException e) {
                at = to.in(e.movedTo().orElseThrow(() -> e));
                // under the number of what it would reply to, the supergroup may have another message
                part(at, parts.get(i), false, below, before);
            }
        }
    }

    private void part(
            Place to, String html, boolean replies, Optional<InlineKeyboardMarkup> buttons, Runnable sending) {
        var message = message(to, html, replies);
        buttons.ifPresent(message::replyMarkup);
        limited(to.chat(), message.build(), sending);
    }

    /** Sends what has no buttons. */
    void say(Place to, List<Node> nodes) {
        send(to, Parts.of(nodes), Optional.empty());
    }

    /** Sends buttons under a reply, in private chats too: a press brings what it replies to. */
    void ask(Place to, List<Node> nodes, InlineKeyboardMarkup buttons) {
        limited(
                to.chat(),
                message(to, Parts.of(nodes).getFirst(), false)
                        .replyParameters(replyTo(to))
                        .replyMarkup(buttons)
                        .build());
    }

    static SendMessage.SendMessageBuilder<?, ?> message(Place to, String html, boolean replies) {
        var message = SendMessage.builder()
                .chatId(Long.toString(to.chat()))
                .text(html)
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(noPreview());
        to.thread().ifPresent(message::messageThreadId);
        if (to.group() && replies) {
            message.replyParameters(replyTo(to));
        }
        return message;
    }

    private static ReplyParameters replyTo(Place to) {
        return ReplyParameters.builder()
                .messageId(to.message())
                .allowSendingWithoutReply(true)
                .build();
    }

    /** Replaces a message's text and buttons; that it already looks so is no fault. */
    void edit(long chat, int message, String html, InlineKeyboardMarkup buttons) {
        limited(chat, edited(chat, message, html, buttons));
    }

    /** Replaces a message's buttons alone. */
    void editButtons(long chat, int message, InlineKeyboardMarkup buttons) {
        limited(
                chat,
                EditMessageReplyMarkup.builder()
                        .chatId(Long.toString(chat))
                        .messageId(message)
                        .replyMarkup(buttons)
                        .build());
    }

    static EditMessageText edited(long chat, int message, String html, InlineKeyboardMarkup buttons) {
        return EditMessageText.builder()
                .chatId(Long.toString(chat))
                .messageId(message)
                .text(html)
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(noPreview())
                .replyMarkup(buttons)
                .build();
    }

    /** Takes a message away; that this fails is logged, for nothing depends on it. */
    void delete(long chat, int message) {
        try {
            call(DeleteMessage.builder()
                    .chatId(Long.toString(chat))
                    .messageId(message)
                    .build());
        } catch (DeliveryException e) {
            log.warn("chat %d: a preview stays beside its answer: %s".formatted(chat, log.why(e)));
        }
    }

    /** Ends the waiting sign on a pressed button. */
    void acknowledge(String callback) {
        call(AnswerCallbackQuery.builder().callbackQueryId(callback).build());
    }

    /** Ends the waiting sign with words that show for a moment. */
    void toast(String callback, String words) {
        call(AnswerCallbackQuery.builder().callbackQueryId(callback).text(words).build());
    }

    /** Ends the waiting sign with words in a small window (Bot API: up to 200 characters). */
    void alert(String callback, String words) {
        call(AnswerCallbackQuery.builder()
                .callbackQueryId(callback)
                .text(words)
                .showAlert(true)
                .build());
    }

    /** Shows that the bot writes, for five seconds. Tried once and without report: the answer does not depend on it. */
    void typing(Place to) {
        var action = SendChatAction.builder().chatId(Long.toString(to.chat())).action(ActionType.TYPING.toString());
        to.thread().ifPresent(action::messageThreadId);
        try {
            client.execute(action.build());
        } catch (TelegramApiException e) {
            log.warn("chat %d: the typing sign was not shown: %s".formatted(to.chat(), log.why(e)));
        }
    }

    /** For what counts as a message of the chat. */
    private <T extends Serializable> void limited(long chat, BotApiMethod<T> method) {
        limited(chat, method, () -> {});
    }

    private <T extends Serializable> void limited(long chat, BotApiMethod<T> method, Runnable sending) {
        tried(method, () -> {
            try (SendLimits.Leave leave = limits.await(chat)) {
                sending.run();
                client.execute(method);
            } catch (TelegramApiException e) {
                if (code(e) == 429 && retryAfter(e).compareTo(MOST_PATIENCE) <= 0) {
                    limits.refused(chat, retryAfter(e));
                }
                throw e;
            }
        });
    }

    private <T extends Serializable> void call(BotApiMethod<T> method) {
        tried(method, () -> client.execute(method));
    }

    private <T extends Serializable> void tried(BotApiMethod<T> method, CheckedRunnable sending) {
        try {
            retry.executeCheckedSupplier(() -> {
                sending.run();
                return method;
            });
        } catch (TelegramApiException e) {
            if (!unchanged(e)) {
                throw new DeliveryException("%s failed: %s".formatted(method.getMethod(), log.why(e)), movedTo(e));
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new DeliveryException("%s failed: %s".formatted(method.getMethod(), log.why(e)));
        }
    }

    /** Whether it may be gone with the next try. */
    static boolean passing(Throwable thrown) {
        int code = code(thrown);
        if (code > 0) {
            return code >= 500 || (code == 429 && retryAfter(thrown).compareTo(MOST_PATIENCE) <= 0);
        }
        // no reply of the Bot API: the network, or a gateway's page that cannot be read as one
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static long pause(int attempt, Throwable thrown) {
        long growing = GROWING.apply(attempt);
        return code(thrown) == 429 ? Math.max(retryAfter(thrown).toMillis(), 100) : growing;
    }

    /** The Bot API's {@code error_code}, or 0 where it did not reply. */
    static int code(Throwable thrown) {
        return thrown instanceof TelegramApiRequestException api
                ? Optional.ofNullable(api.getErrorCode()).orElse(0)
                : 0;
    }

    static Duration retryAfter(Throwable thrown) {
        return Optional.of(thrown)
                .filter(TelegramApiRequestException.class::isInstance)
                .map(api -> ((TelegramApiRequestException) api).getParameters())
                .map(ResponseParameters::getRetryAfter)
                .map(Duration::ofSeconds)
                .orElse(Duration.ofSeconds(1));
    }

    /** The Bot API's {@code migrate_to_chat_id}. */
    private static OptionalLong movedTo(TelegramApiException thrown) {
        return Optional.of(thrown)
                .filter(TelegramApiRequestException.class::isInstance)
                .map(api -> ((TelegramApiRequestException) api).getParameters())
                .map(ResponseParameters::getMigrateToChatId)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static boolean unchanged(TelegramApiException e) {
        return e instanceof TelegramApiRequestException api
                && Optional.ofNullable(api.getApiResponse()).orElse("").contains("message is not modified");
    }

    static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }
}
