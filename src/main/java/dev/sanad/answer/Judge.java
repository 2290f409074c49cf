package dev.sanad.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sanad.answer.CitationVerifier.Verified;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second opinion on what the gate let through: a language model reads all sentences of an answer with their quotes, in one call, and names those that
 * the quotes do not state. Safe for use by many threads.
 */
public final class Judge {
    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String FIELD = "doubtful";

    /** Models that were told to write nothing else still put JSON between these lines. */
    private static final Pattern CODE = Pattern.compile("\\A\\s*```(?:json)?\\s*|\\s*```\\s*\\z");

    private final LanguageModel model;
    private final Prompt prompt;

    /** @param prompt {@link Prompts#judge} */
    public Judge(LanguageModel model, Prompt prompt) {
        this.model = model;
        this.prompt = prompt;
    }

    /**
     * The numbers, from 1, of the sentences that their quotes do not state; empty where there is no verdict, since the account is used up or the model failed,
     * was late or wrote anything but what it was asked for.
     *
     * @throws AnswerException where the waiting thread is interrupted; its flag is set again
     */
    Optional<Set<Integer>> doubtful(Verified passed, Account account) {
        if (!account.open()) {
            return none("the account is used up");
        }
        return switch (model.reply(request(passed), account)) {
            case Reply.TimedOut late -> none("no whole reply within " + model.timeout());
            case Reply.Failed failed -> none(LogLine.of(failed.cause()));
            case Reply.Text text -> read(text.text(), passed);
        };
    }

    private ChatRequest request(Verified passed) {
        Quoted quoted = Quoted.withFreshFence();
        return prompt.fill(Map.of("sentences", quoted.sentences(passed), "fence", quoted.fence()))
                .request();
    }

    private Optional<Set<Integer>> read(String reply, Verified passed) {
        Optional<Set<Integer>> numbers =
                numbers(CODE.matcher(reply).replaceAll(""), passed.sentences().size());
        if (numbers.isEmpty()) {
            return none("not a verdict: " + LogLine.of(reply));
        }
        numbers.get()
                .forEach(number -> LOG.debug(
                        "sentence removed: doubted by model {}: {}",
                        model.name(),
                        LogLine.of(passed.sentences().get(number - 1).text())));
        return numbers;
    }

    /** Of exactly {@code {"doubtful": […]}}, each a number of a sentence. */
    private static Optional<Set<Integer>> numbers(String json, int sentences) {
        try {
            JsonNode verdict = JSON.readTree(json);
            if (!verdict.isObject()
                    || verdict.size() != 1
                    || !verdict.path(FIELD).isArray()) {
                return Optional.empty();
            }
            Set<Integer> numbers = new TreeSet<>();
            for (JsonNode number : verdict.path(FIELD)) {
                if (!number.isInt() || number.intValue() < 1 || number.intValue() > sentences) {
                    return Optional.empty();
                }
                numbers.add(number.intValue());
            }
            return Optional.of(numbers);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private Optional<Set<Integer>> none(String why) {
        LOG.warn("judge {} ({}): {}; the gate's verdict stands", model.name(), LogLine.of(model.model()), why);
        return Optional.empty();
    }
}
