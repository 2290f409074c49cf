package dev.sanad.answer;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Language models behind the gate: what they write from passages comes out verified, or not at all. They are asked in order until one writes what the
 * passages support, or says that they do not hold it. Safe for use by many threads.
 */
public final class GatedModel {
    private static final Logger LOG = LoggerFactory.getLogger(GatedModel.class);

    private final List<LanguageModel> models;
    private final Prompt prompt;
    private final CitationVerifier gate;
    private final Messages messages;
    private final Account account;

    /**
     * @param models at least one, the first first
     * @param messages the bundle {@code answer}
     * @param account pays for what they write
     */
    public GatedModel(
            List<LanguageModel> models, Prompt prompt, CitationVerifier gate, Messages messages, Account account) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("no model to ask");
        }
        this.models = List.copyOf(models);
        this.prompt = prompt;
        this.gate = gate;
        this.messages = messages;
        this.account = account;
    }

    /** What came of asking. */
    public sealed interface Written {
        /**
         * What the passages support, at least one sentence.
         *
         * @param notes that say how much was removed, if anything was, and who wrote it, if not the first
         */
        record Supported(Verified verified, Authorship by, List<Note> notes) implements Written {
            public Supported {
                notes = List.copyOf(notes);
            }
        }

        /** The model said that the passages do not hold it. */
        record Refused(Authorship by) implements Written {}

        /**
         * No model was left that does not fail, is not late, and says something that is supported, or the account is used up; the note tells of the first
         * and that sentences are quoted instead.
         */
        record Failed(Note note) implements Written {}
    }

    /**
     * Has the model write from the passages of {@code read}, in the question's answer language.
     *
     * @param placeholder of the template that the question's text fills
     * @throws AnswerException where the waiting thread is interrupted; its flag is set again
     */
    public Written write(Question question, String placeholder, List<Evidence> read) {
        ChatRequest request = request(question, placeholder, read);
        Language language = question.answerLanguage();
        Optional<Written> first = Optional.empty();
        for (LanguageModel model : models) {
            if (!account.open()) {
                return failed(language, model, "model_budget", "the account is used up");
            }
            Written written = write(model, request, language, read);
            if (!(written instanceof Written.Failed)) {
                return first.isEmpty() ? written : noted(written, language, model);
            }
            first = first.or(() -> Optional.of(written));
        }
        return first.orElseThrow();
    }

    private Written write(LanguageModel model, ChatRequest request, Language language, List<Evidence> read) {
        Exchange exchange = ask(model, request);
        if (exchange.tokens().total() > 0) {
            account.charge(model.usage(exchange.tokens()));
        }
        return switch (exchange.reply()) {
            case Reply.TimedOut late ->
                failed(language, model, "model_timeout", "no whole reply within " + model.timeout());
            case Reply.Failed failed -> failed(language, model, code(failed.cause()), LogLine.of(failed.cause()));
            case Reply.Text text -> verified(model, language, read, text);
        };
    }

    /** @throws AnswerException where the waiting thread is interrupted; its flag is set again */
    static Exchange ask(LanguageModel model, ChatRequest request) {
        try {
            return model.ask(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnswerException("model %s: interrupted before it replied: ask again".formatted(model.name()), e);
        }
    }

    private ChatRequest request(Question question, String placeholder, List<Evidence> read) {
        Quoted quoted = Quoted.withFreshFence();
        Prompt.Filled filled = prompt.fill(Map.of(
                "language",
                LanguageNames.english(question.answerLanguage()),
                placeholder,
                quoted.data(question.text()),
                "passages",
                quoted.passages(read),
                "fence",
                quoted.fence()));
        return ChatRequest.builder()
                .messages(SystemMessage.from(filled.system()), UserMessage.from(filled.user()))
                .build();
    }

    private Written noted(Written written, Language language, LanguageModel by) {
        return switch (written) {
            case Written.Supported supported -> {
                List<Note> notes = new ArrayList<>();
                notes.add(note(language, "model_replaced", Map.of("model", by.model())));
                notes.addAll(supported.notes());
                yield new Written.Supported(supported.verified(), supported.by(), notes);
            }
            case Written.Refused refused -> refused;
            case Written.Failed failed -> failed;
        };
    }

    private Written verified(LanguageModel model, Language language, List<Evidence> read, Reply.Text reply) {
        if (reply.text().isBlank()) {
            return failed(language, model, "model_empty", "an empty reply");
        }
        Verified verified = gate.verify(reply, read, language);
        Authorship by = new Authorship.Generative(model.model(), prompt.id());
        if (verified.refused()) {
            return new Written.Refused(by);
        }
        if (verified.sentences().isEmpty()) {
            return failed(
                    language,
                    model,
                    "model_unsupported",
                    "none of %d sentences is supported".formatted(verified.removed()));
        }
        List<Note> notes = verified.removed() == 0
                ? List.of()
                : List.of(note(language, "sentences_removed", Map.of("count", verified.removed())));
        return new Written.Supported(verified, by, notes);
    }

    private Written failed(Language language, LanguageModel model, String code, String cause) {
        LOG.warn("model {} ({}): {}: {}", model.name(), LogLine.of(model.model()), code, cause);
        return new Written.Failed(note(language, code, Map.of()));
    }

    private Note note(Language language, String code, Map<String, ?> arguments) {
        return new Note(code, messages.text(language, "note." + code, arguments));
    }

    private static String code(Throwable cause) {
        return cause instanceof RateLimitException ? "model_busy" : "model_fault";
    }
}
