package dev.sanad.answer;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.language.QuestionWords;
import dev.sanad.retrieval.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has language models write a question that follows others in full. What they write is data: one line, bounded, without a number, date or name that stood
 * in nothing said before. Safe for use by many threads.
 */
public final class Condenser {
    private static final Logger LOG = LoggerFactory.getLogger(Condenser.class);

    /** In UTF-16 units; a question in full is a sentence. */
    private static final int MOST_CHARS = 400;

    private final List<LanguageModel> models;
    private final Prompt prompt;
    private final PartReader reader;
    private final Account account;
    private final LanguageDetector detector = new LanguageDetector();

    /**
     * @param models asked in order until one writes what can be used
     * @param prompt {@link Prompts#condense}
     * @param account pays for what they write
     */
    public Condenser(List<LanguageModel> models, Prompt prompt, Analyzers analyzers, Account account) {
        this.models = List.copyOf(models);
        this.prompt = prompt;
        this.reader = new PartReader(analyzers);
        this.account = account;
    }

    /**
     * What was said before.
     *
     * @param question as it was asked
     * @param answer first sentence of the answer; blank where there was none
     */
    public record Said(String question, String answer) {}

    /**
     * The question in full, read in the language it came in; empty where no model wrote one that can be used, or the account is used up.
     *
     * @param before oldest first
     * @throws AnswerException where the waiting thread is interrupted; its flag is set again
     */
    public Optional<Question> condense(Question question, List<Said> before) {
        ChatRequest request = request(question, before);
        for (LanguageModel model : models) {
            if (!account.open()) {
                return none(model, "the account is used up");
            }
            Optional<String> written = switch (model.reply(request, account)) {
                case Reply.TimedOut late -> none(model, "no whole reply within " + model.timeout());
                case Reply.Failed failed -> none(model, LogLine.of(failed.cause()));
                case Reply.Text text -> usable(model, text, question, before);
            };
            if (written.isPresent()) {
                return written.map(whole -> new Question(
                        whole, detector.read(whole, question.language()), question.answerLanguage(), question.scope()));
            }
        }
        return Optional.empty();
    }

    private ChatRequest request(Question question, List<Said> before) {
        Quoted quoted = Quoted.withFreshFence();
        return prompt.fill(Map.of(
                        "language",
                        LanguageNames.english(question.answerLanguage()),
                        "history",
                        quoted.said(before),
                        "question",
                        quoted.data(question.text()),
                        "fence",
                        quoted.fence()))
                .request();
    }

    private Optional<String> usable(LanguageModel model, Reply.Text reply, Question question, List<Said> before) {
        String written = reply.text().strip();
        if (!reply.whole()
                || written.isEmpty()
                || written.length() > MOST_CHARS
                || written.lines().count() > 1) {
            return none(model, "not a question of one line: " + LogLine.of(written));
        }
        // also takes off what is not seen, and what reorders
        List<Draft> drafts = DraftSplitter.split(written, question.language(), true);
        if (drafts.isEmpty() || !drafts.stream().allMatch(Draft::allowed)) {
            return none(model, "link or markup: " + LogLine.of(written));
        }
        String whole = drafts.stream().map(Draft::text).collect(Collectors.joining(" "));
        return adds(whole, question, before)
                ? none(model, "it adds a number, date or name: " + LogLine.of(whole))
                : Optional.of(whole);
    }

    private boolean adds(String whole, Question question, List<Said> before) {
        Language language = detector.read(whole, question.language());
        List<Part> known = known(question, before);
        return reader.answer(QuestionWords.subject(whole, language), language).stream()
                .filter(part -> !(part instanceof Part.Word))
                .anyMatch(part -> known.stream().noneMatch(said -> holds(said, part)));
    }

    /** A name also in another case, which no table may know: it sounds the same. */
    private static boolean holds(Part said, Part part) {
        return said.states(part)
                || (said instanceof Part.Name one
                        && part instanceof Part.Name other
                        && !Collections.disjoint(one.heard(), other.heard()));
    }

    private List<Part> known(Question question, List<Said> before) {
        List<Part> known = new ArrayList<>(parts(question.text(), question.language()));
        for (Said said : before) {
            known.addAll(parts(said.question(), question.language()));
            known.addAll(parts(said.answer(), question.language()));
        }
        return known;
    }

    private List<Part> parts(String text, Language otherwise) {
        return reader.answer(text, detector.read(text, otherwise));
    }

    private static <T> Optional<T> none(LanguageModel model, String why) {
        LOG.warn("model {} ({}): no question in full: {}", model.name(), LogLine.of(model.model()), why);
        return Optional.empty();
    }
}
