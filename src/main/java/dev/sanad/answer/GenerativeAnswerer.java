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
import dev.sanad.retrieval.Retrieved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A language model words the answer; the gate lets through what the evidence supports. Where the model fails, is late, says nothing or
 * nothing supported, another answerer answers and a note says why. Safe for use by many threads if the model is.
 */
public final class GenerativeAnswerer implements Answerer {
    /** How many of the best passages the model reads: about 6,000 characters of alphabetic text. */
    static final int MAX_PASSAGES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(GenerativeAnswerer.class);

    private final StreamingChatModel model;
    private final String modelName;
    private final Prompt prompt;
    private final Answerer fallback;
    private final CitationVerifier gate;
    private final Messages messages;
    private final Duration timeout;

    /**
     * @param modelName shown to readers
     * @param fallback answers where the model does not
     * @param messages the bundle {@code answer}
     * @param timeout for the whole reply
     */
    public GenerativeAnswerer(
            StreamingChatModel model,
            String modelName,
            Prompts prompts,
            Answerer fallback,
            CitationVerifier gate,
            Messages messages,
            Duration timeout) {
        this.model = model;
        this.modelName = modelName;
        this.prompt = prompts.answer();
        this.fallback = fallback;
        this.gate = gate;
        this.messages = messages;
        this.timeout = timeout;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where the reply is {@value CitationVerifier#NO_EVIDENCE} the outcome is {@link Outcome.NoEvidence}, with the articles that the model read as
     * related: the model may refuse, it may not answer without support.
     *
     * @throws AnswerException also where the waiting thread is interrupted; its flag is set again
     */
    @Override
    public Worded answer(Retrieved evidence) {
        List<Evidence> read = evidence.ranked().stream().limit(MAX_PASSAGES).toList();
        return switch (ask(evidence.question(), read)) {
            case Reply.TimedOut late -> fallBack(evidence, "model_timeout", "no whole reply within " + timeout);
            case Reply.Failed failed -> fallBack(evidence, code(failed.cause()), LogLine.of(failed.cause()));
            case Reply.Text text -> worded(evidence, read, text);
        };
    }

    private Reply ask(Question question, List<Evidence> read) {
        Quoted quoted = Quoted.withFreshFence();
        Prompt.Filled filled = prompt.fill(Map.of(
                "language", LanguageNames.english(question.answerLanguage()),
                "question", quoted.data(question.text()),
                "passages", quoted.passages(read),
                "fence", quoted.fence()));
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

    private Worded worded(Retrieved evidence, List<Evidence> read, Reply.Text reply) {
        Language language = evidence.question().answerLanguage();
        if (reply.text().isBlank()) {
            return fallBack(evidence, "model_empty", "an empty reply");
        }
        Verified verified = gate.verify(reply, read, language);
        if (verified.refused()) {
            return new Worded(new Outcome.NoEvidence(Outcome.Reason.ONLY_RELATED, related(read)), List.of());
        }
        if (verified.sentences().isEmpty()) {
            return fallBack(
                    evidence, "model_unsupported", "none of %d sentences is supported".formatted(verified.removed()));
        }
        Authorship by = new Authorship.Generative(modelName, prompt.id());
        List<Note> notes = verified.removed() == 0
                ? List.of()
                : List.of(note(language, "sentences_removed", Map.of("count", verified.removed())));
        return new Worded(new Outcome.Cited(verified.sentences(), verified.citations(), by, verified.removed()), notes);
    }

    private static List<Outcome.Related> related(List<Evidence> read) {
        return read.stream()
                .map(evidence -> evidence.passage().article())
                .map(article -> new Outcome.Related(article.title().value(), article.file()))
                .distinct()
                .toList();
    }

    private Worded fallBack(Retrieved evidence, String code, String cause) {
        LOG.warn("model {}: {}: {}", LogLine.of(modelName), code, cause);
        Worded worded = fallback.answer(evidence);
        List<Note> notes = new ArrayList<>();
        notes.add(note(evidence.question().answerLanguage(), code, Map.of()));
        notes.addAll(worded.notes());
        return new Worded(worded.outcome(), notes);
    }

    private Note note(Language language, String code, Map<String, ?> arguments) {
        return new Note(code, messages.text(language, "note." + code, arguments));
    }

    private static String code(Throwable cause) {
        return cause instanceof RateLimitException ? "model_busy" : "model_fault";
    }
}
