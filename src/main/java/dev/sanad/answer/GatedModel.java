package dev.sanad.answer;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.language.Language;
import dev.sanad.language.Messages;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A language model behind the gate: what it writes from passages comes out verified, or not at all. Safe for use by many threads if the model is. */
public final class GatedModel {
    private static final Logger LOG = LoggerFactory.getLogger(GatedModel.class);

    private final StreamingChatModel model;
    private final String modelName;
    private final Prompt prompt;
    private final CitationVerifier gate;
    private final Messages messages;
    private final Duration timeout;

    /**
     * @param modelName shown to readers
     * @param messages the bundle {@code answer}
     * @param timeout for the whole reply
     */
    public GatedModel(
            StreamingChatModel model,
            String modelName,
            Prompt prompt,
            CitationVerifier gate,
            Messages messages,
            Duration timeout) {
        this.model = model;
        this.modelName = modelName;
        this.prompt = prompt;
        this.gate = gate;
        this.messages = messages;
        this.timeout = timeout;
    }

    /** What came of asking. */
    public sealed interface Written {
        /**
         * What the passages support, at least one sentence.
         *
         * @param notes that say how much was removed, if anything was
         */
        record Supported(Verified verified, Authorship by, List<Note> notes) implements Written {
            public Supported {
                notes = List.copyOf(notes);
            }
        }

        /** The model said that the passages do not hold it. */
        record Refused(Authorship by) implements Written {}

        /** The model failed, was late, said nothing, or nothing that is supported; the note tells the reader that sentences are quoted instead. */
        record Failed(Note note) implements Written {}
    }

    /**
     * Has the model write from the passages of {@code read}, in the question's answer language.
     *
     * @param placeholder of the template that the question's text fills
     * @throws AnswerException where the waiting thread is interrupted; its flag is set again
     */
    public Written write(Question question, String placeholder, List<Evidence> read) {
        Language language = question.answerLanguage();
        return switch (ask(question, placeholder, read)) {
            case Reply.TimedOut late -> failed(language, "model_timeout", "no whole reply within " + timeout);
            case Reply.Failed failed -> failed(language, code(failed.cause()), LogLine.of(failed.cause()));
            case Reply.Text text -> verified(language, read, text);
        };
    }

    private Reply ask(Question question, String placeholder, List<Evidence> read) {
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
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(filled.system()), UserMessage.from(filled.user()))
                .build();
        try {
            return StreamedReply.of(model, request, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnswerException("model %s: interrupted before it replied: ask again".formatted(modelName), e);
        }
    }

    private Written verified(Language language, List<Evidence> read, Reply.Text reply) {
        if (reply.text().isBlank()) {
            return failed(language, "model_empty", "an empty reply");
        }
        Verified verified = gate.verify(reply, read, language);
        Authorship by = new Authorship.Generative(modelName, prompt.id());
        if (verified.refused()) {
            return new Written.Refused(by);
        }
        if (verified.sentences().isEmpty()) {
            return failed(
                    language, "model_unsupported", "none of %d sentences is supported".formatted(verified.removed()));
        }
        List<Note> notes = verified.removed() == 0
                ? List.of()
                : List.of(note(language, "sentences_removed", Map.of("count", verified.removed())));
        return new Written.Supported(verified, by, notes);
    }

    private Written failed(Language language, String code, String cause) {
        LOG.warn("model {}: {}: {}", LogLine.of(modelName), code, cause);
        return new Written.Failed(note(language, code, Map.of()));
    }

    private Note note(Language language, String code, Map<String, ?> arguments) {
        return new Note(code, messages.text(language, "note." + code, arguments));
    }

    private static String code(Throwable cause) {
        return cause instanceof RateLimitException ? "model_busy" : "model_fault";
    }
}
