package dev.sanad.answer;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sanad.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has quoted sentences translated by a language model and lets through what keeps their numbers, dates and names. Models are asked in order until one
 * translates anything so; all sentences go in one request. Safe for use by many threads.
 */
public final class Translator {
    private static final Logger LOG = LoggerFactory.getLogger(Translator.class);

    private final List<LanguageModel> models;
    private final Prompt prompt;
    private final TranslationVerifier verifier;
    private final Account account;

    /**
     * @param models at least one, the first first
     * @param prompt for translations
     * @param account pays for what they write
     */
    public Translator(List<LanguageModel> models, Prompt prompt, TranslationVerifier verifier, Account account) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("no model to ask");
        }
        this.models = List.copyOf(models);
        this.prompt = prompt;
        this.verifier = verifier;
        this.account = account;
    }

    /** Translations by quote; not every quote has one. */
    record Translated(Map<Quote, Translation> translations, List<Note> notes) {
        static final Translated NOTHING = new Translated(Map.of(), List.of());

        Translated {
            notes = List.copyOf(notes);
        }

        Optional<Translation> of(Quote quote) {
            return Optional.ofNullable(translations.get(quote));
        }
    }

    /**
     * What came of asking; a model that is late or fails leaves quotes without a translation, and a note.
     *
     * @param quotes at least one
     * @throws AnswerException where the waiting thread is interrupted; its flag is set again
     */
    Translated translate(List<Quote> quotes, Language language) {
        ChatRequest request = request(quotes, language);
        int removed = 0;
        for (LanguageModel model : models) {
            if (!account.open()) {
                LOG.warn("model {}: no translation: the account is used up", model.name());
                break;
            }
            Map<Integer, String> replied = ask(model, request);
            Map<Quote, Translation> kept = kept(replied, quotes, language, model);
            removed = replied.size() - kept.size();
            if (!kept.isEmpty()) {
                return new Translated(kept, notes(removed, language));
            }
        }
        return new Translated(
                Map.of(),
                removed > 0 ? notes(removed, language) : List.of(Note.of("translation_unavailable", language)));
    }

    private ChatRequest request(List<Quote> quotes, Language language) {
        Quoted quoted = Quoted.withFreshFence();
        return prompt.fill(Map.of(
                        "language",
                        LanguageNames.english(language),
                        "sentences",
                        quoted.sentences(quotes.stream().map(Quote::text).toList()),
                        "fence",
                        quoted.fence()))
                .request();
    }

    /** What the model wrote for each number from 1; nothing where it failed. */
    private Map<Integer, String> ask(LanguageModel model, ChatRequest request) {
        return switch (model.reply(request, account)) {
            case Reply.TimedOut late -> {
                LOG.warn("model {}: no translation within {}", model.name(), model.timeout());
                yield Map.of();
            }
            case Reply.Failed failed -> {
                LOG.warn("model {}: no translation: {}", model.name(), LogLine.of(failed.cause()));
                yield Map.of();
            }
            case Reply.Text text -> NumberedLines.of(text);
        };
    }

    private Map<Quote, Translation> kept(
            Map<Integer, String> replied, List<Quote> quotes, Language language, LanguageModel model) {
        Map<Quote, Translation> kept = new HashMap<>();
        for (int i = 0; i < quotes.size(); i++) {
            Quote quote = quotes.get(i);
            Optional.ofNullable(replied.get(i + 1))
                    .flatMap(text -> verifier.verified(text, quote, language))
                    .ifPresent(text -> kept.put(quote, new Translation(text, model.model(), prompt.id())));
        }
        return kept;
    }

    private List<Note> notes(int removed, Language language) {
        return removed == 0 ? List.of() : List.of(Note.of("translations_removed", language, Map.of("count", removed)));
    }
}
