package dev.sanad.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sanad.answer.Citation;
import dev.sanad.conversation.Access;
import dev.sanad.conversation.Asked;
import dev.sanad.conversation.Questions;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Question;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Answers what people type after the bot's name in any chat: by passages to choose from, or by a hint above an empty list that leads to the bot. Only the latest of a person
 * is answered, once, and nothing of it is kept but, for a minute and in memory, what was found. Safe for use by many threads.
 */
final class Inline {
    /** Here and then by Telegram: what is offered may be older than the index by twice as long, and who was kept out may see it for once. */
    private static final Duration CACHED = Duration.ofMinutes(1);

    private static final int MOST_CACHED = 500;

    private final Questions questions;
    private final Access access;
    private final Newsroom newsroom;
    private final TelegramClient client;
    private final Lanes lanes;
    private final Texts texts;
    private final FaultLog log;
    private final InlineResults results;
    private final Map<Long, String> latest = new ConcurrentHashMap<>();
    private final Cache<Question, List<Citation>> found = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .expireAfterWrite(CACHED)
            .build();

    /** @param lanes of persons */
    Inline(
            Questions questions,
            Access access,
            Newsroom newsroom,
            TelegramClient client,
            Lanes lanes,
            Texts texts,
            FaultLog log) {
        this.questions = questions;
        this.access = access;
        this.newsroom = newsroom;
        this.client = client;
        this.lanes = lanes;
        this.texts = texts;
        this.log = log;
        this.results = new InlineResults(texts);
    }

    /** Returns at once. What there is no room for is dropped: the next letter asks again. */
    void take(InlineQuery query) {
        long user = query.getFrom().getId();
        latest.put(user, query.getId());
        if (lanes.submit(user, new Lanes.Job(() -> answer(query), thrown -> failed(query, thrown)))
                != Lanes.Submitted.TAKEN) {
            latest.remove(user, query.getId());
        }
    }

    private void answer(InlineQuery query) {
        if (latest.remove(query.getFrom().getId(), query.getId())) {
            send(reply(query));
        }
    }

    private AnswerInlineQuery reply(InlineQuery query) {
        long user = query.getFrom().getId();
        // in which group it is typed is not told: who may ask only in one may not ask here
        if (!access.allows(user, user)) {
            return hint(query, "inline.denied", Duration.ZERO);
        }
        return switch (questions.glance(user, query.getQuery(), tag(query))) {
            case Asked.Empty empty -> hint(query, "inline.hint", CACHED);
            case Asked.TooLong tooLong -> hint(query, "inline.too_long", CACHED);
            case Asked.Clear clear -> passages(query, clear.question());
        };
    }

    private AnswerInlineQuery passages(InlineQuery query, Question question) {
        // readers of other languages are shown the same passages
        Question key = Question.of(question.text(), question.language());
        List<Citation> citations = found.get(key, newsroom.passages());
        return citations.isEmpty()
                ? hint(query, "inline.nothing", CACHED)
                : answer(query, CACHED)
                        .results(results.of(question.answerLanguage(), citations))
                        .build();
    }

    /** A line above an empty list; pressed, it leads to the private chat and greets. */
    private AnswerInlineQuery hint(InlineQuery query, String key, Duration cached) {
        Language line = questions.language(query.getFrom().getId(), tag(query));
        return answer(query, cached)
                .results(List.of())
                .button(InlineQueryResultsButton.builder()
                        .text(texts.text(line, key))
                        .startParameter("inline")
                        .build())
                .build();
    }

    /** For this person alone: the words of the interface are in the person's language. */
    private static AnswerInlineQuery.AnswerInlineQueryBuilder<?, ?> answer(InlineQuery query, Duration cached) {
        return AnswerInlineQuery.builder()
                .inlineQueryId(query.getId())
                .isPersonal(true)
                .cacheTime((int) cached.toSeconds());
    }

    private void failed(InlineQuery query, Throwable thrown) {
        if (!lanes.cut()) {
            log.error("an inline query was not answered", thrown);
            send(hint(query, "inline.error", Duration.ZERO));
        }
    }

    /** Tried once: a moment later other words stand there. */
    private void send(AnswerInlineQuery answer) {
        try {
            client.execute(answer);
        } catch (TelegramApiException e) {
            log.warn("an inline query was not answered: %s".formatted(log.why(e)));
        }
    }

    private static Optional<String> tag(InlineQuery query) {
        return Optional.ofNullable(query.getFrom().getLanguageCode());
    }
}
