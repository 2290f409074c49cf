package dev.sanad.answer;

import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private final Account account;
    private final Optional<Judge> judge;

    /**
     * @param models at least one, the first first
     * @param account pays for what they write
     */
    public GatedModel(List<LanguageModel> models, Prompt prompt, CitationVerifier gate, Account account) {
        this(models, prompt, gate, account, Optional.empty());
    }

    /**
     * As above.
     *
     * @param judge reads what the gate lets through, and what it doubts is removed, too
     */
    public GatedModel(
            List<LanguageModel> models, Prompt prompt, CitationVerifier gate, Account account, Optional<Judge> judge) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("no model to ask");
        }
        this.models = List.copyOf(models);
        this.prompt = prompt;
        this.gate = gate;
        this.account = account;
        this.judge = judge;
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
        return write(question, placeholder, read, release -> {});
    }

    /**
     * As {@link #write(Question, String, List)}.
     *
     * @param released told by the calling thread of each sentence that passes as soon as it is complete; where a model fails, is late or breaks off after
     *     that, {@link Release.Withdrawn} follows, and the next begins anew: an answer is worded by one model, or by none
     */
    public Written write(Question question, String placeholder, List<Evidence> read, Consumer<Release> released) {
        ChatRequest request = request(question, placeholder, read);
        Language language = question.answerLanguage();
        // a judge reads the whole reply before any of it is shown
        Consumer<Release> told = judge.isEmpty() ? released : release -> {};
        Releasing releasing = new Releasing(() -> gate.gate(read, language), gate::begin, told);
        Optional<Written> first = Optional.empty();
        for (LanguageModel model : models) {
            if (!account.open()) {
                return failed(language, model, "model_budget", "the account is used up");
            }
            Written written = write(model, request, language, releasing);
            if (!(written instanceof Written.Failed)) {
                return first.isEmpty() ? written : noted(written, language, model);
            }
            releasing.withdraw();
            first = first.or(() -> Optional.of(written));
        }
        return first.orElseThrow();
    }

    private Written write(LanguageModel model, ChatRequest request, Language language, Releasing releasing) {
        return switch (model.reply(request, account, releasing::reading)) {
            case Reply.TimedOut late ->
                failed(language, model, "model_timeout", "no whole reply within " + model.timeout());
            case Reply.Failed failed -> failed(language, model, code(failed.cause()), LogLine.of(failed.cause()));
            case Reply.Text text -> verified(model, language, releasing, text);
        };
    }

    private ChatRequest request(Question question, String placeholder, List<Evidence> read) {
        Quoted quoted = Quoted.withFreshFence();
        return prompt.fill(Map.of(
                        "language",
                        LanguageNames.english(question.answerLanguage()),
                        placeholder,
                        quoted.data(question.text()),
                        "passages",
                        quoted.passages(read),
                        "fence",
                        quoted.fence()))
                .request();
    }

    private Written noted(Written written, Language language, LanguageModel by) {
        return switch (written) {
            case Written.Supported supported -> {
                List<Note> notes = new ArrayList<>();
                notes.add(Note.of("model_replaced", language, Map.of("model", by.model())));
                notes.addAll(supported.notes());
                yield new Written.Supported(supported.verified(), supported.by(), notes);
            }
            case Written.Refused refused -> refused;
            case Written.Failed failed -> failed;
        };
    }

    private Written verified(LanguageModel model, Language language, Releasing releasing, Reply.Text reply) {
        if (reply.text().isBlank()) {
            return failed(language, model, "model_empty", "an empty reply");
        }
        Verified passed = releasing.end(reply);
        Authorship by = new Authorship.Generative(model.model(), prompt.id());
        if (passed.refused()) {
            return new Written.Refused(by);
        }
        Optional<Set<Integer>> doubtful = passed.sentences().isEmpty() ? Optional.of(Set.of()) : doubtful(passed);
        Verified verified = passed.without(doubtful.orElse(Set.of()));
        if (verified.sentences().isEmpty()) {
            return failed(
                    language,
                    model,
                    "model_unsupported",
                    "none of %d sentences is supported".formatted(verified.removed()));
        }
        List<Note> notes = new ArrayList<>();
        if (verified.removed() > 0) {
            notes.add(Note.of("sentences_removed", language, Map.of("count", verified.removed())));
        }
        if (doubtful.isEmpty()) {
            notes.add(Note.of("judge_unavailable", language));
        }
        return new Written.Supported(verified, by, notes);
    }

    /** Numbers of sentences from 1; empty where the judge gave no verdict. */
    private Optional<Set<Integer>> doubtful(Verified passed) {
        return judge.map(second -> second.doubtful(passed, account)).orElse(Optional.of(Set.of()));
    }

    private Written failed(Language language, LanguageModel model, String code, String cause) {
        LOG.warn("model {} ({}): {}: {}", model.name(), LogLine.of(model.model()), code, cause);
        return new Written.Failed(Note.of(code, language));
    }

    private static String code(Throwable cause) {
        return cause instanceof RateLimitException ? "model_busy" : "model_fault";
    }
}
