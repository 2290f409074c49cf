package dev.sanad.telegram;

import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Sends what the answer takes the place of: where the limits have room for it right now, once, and without report, for nothing depends on it. Safe for use
 * by many threads.
 */
final class PreviewDelivery {
    private final TelegramClient client;
    private final SendLimits limits;
    private final FaultLog log;

    PreviewDelivery(TelegramClient client, SendLimits limits, FaultLog log) {
        this.client = client;
        this.limits = limits;
        this.log = log;
    }

    /** What became of a draft: shown, no room for it now, or refused for good. */
    enum Became {
        SHOWN,
        LATER,
        REFUSED
    }

    /** Whether it is worth the while to make up what would be shown. */
    boolean mayShow() {
        return limits.idle();
    }

    /** Shows a state of the one draft that answers the message at {@code to}. */
    Became draft(Place to, String html) {
        Optional<SendLimits.Leave> leave = limits.draft(to.chat());
        if (leave.isEmpty()) {
            return Became.LATER;
        }
        var draft = SendMessageDraft.builder()
                .chatId(to.chat())
                .draftId(to.message())
                .text(html)
                .parseMode(ParseMode.HTML);
        to.thread().ifPresent(draft::messageThreadId);
        try (SendLimits.Leave given = leave.get()) {
            client.execute(draft.build());
            return Became.SHOWN;
        } catch (TelegramApiException e) {
            return notShown(to.chat(), e);
        }
    }

    /** Sends a message that notifies nobody, to be edited and taken away; empty where it was not sent. */
    Optional<Integer> send(Place to, String html, InlineKeyboardMarkup buttons) {
        Optional<SendLimits.Leave> leave = limits.preview(to.chat());
        if (leave.isEmpty()) {
            return Optional.empty();
        }
        try (SendLimits.Leave given = leave.get()) {
            return Optional.of(client.execute(Delivery.message(to, html, true)
                            .disableNotification(true)
                            .replyMarkup(buttons)
                            .build())
                    .getMessageId());
        } catch (TelegramApiException e) {
            notShown(to.chat(), e);
            return Optional.empty();
        }
    }

    /** Whether a preview's message now reads so. */
    boolean edit(long chat, int message, String html, InlineKeyboardMarkup buttons) {
        Optional<SendLimits.Leave> leave = limits.preview(chat);
        if (leave.isEmpty()) {
            return false;
        }
        try (SendLimits.Leave given = leave.get()) {
            client.execute(Delivery.edited(chat, message, html, buttons));
            return true;
        } catch (TelegramApiException e) {
            notShown(chat, e);
            return false;
        }
    }

    private Became notShown(long chat, TelegramApiException e) {
        if (Delivery.code(e) == 429) {
            limits.refused(chat, Delivery.retryAfter(e));
        }
        log.warn("chat %d: a preview was not shown: %s".formatted(chat, log.why(e)));
        return Delivery.code(e) >= 400 && Delivery.code(e) < 500 && Delivery.code(e) != 429
                ? Became.REFUSED
                : Became.LATER;
    }
}
