package dev.sanad.answer;

import dev.sanad.corpus.Known;
import dev.sanad.language.AnswerKind;
import dev.sanad.language.DateMention;
import dev.sanad.language.Dates;
import dev.sanad.language.Language;
import dev.sanad.language.NumberMention;
import dev.sanad.language.Numbers;
import dev.sanad.language.QuestionWords;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Retrieved;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Scores sentences of the evidence for a question: the share of the question's idf weight that the sentence covers, less for what only its title
 * or the sentence before covers, more where it holds the kind of answer asked for. The weights are reasoned, not fitted.
 */
public final class SentenceScorer {
    private static final double CONTEXT = 0.4;
    private static final double KIND = 0.3;
    private static final double PASSAGE = 0.3;

    /**
     * The reader reads his own language, and what words stand for is met by chance more often than the words themselves: the same share counts this much
     * in another language.
     */
    private static final double CROSSING = 0.6;

    private static final Pattern QUOTED = Pattern.compile("[\"“”«»「」『』„]");
    private static final Pattern REASON = Pattern.compile(
            "because|due to|owing to|in order to|so that|потому|из-за|поскольку|чтобы|لأن|بسبب|نتيجة|لكي|زیرا|چون|به"
                    + " دلیل|به خاطر|به علت|تا بتواند|因为|因為|由于|由於|以便|为了|為了|原因");

    private final Retrieved retrieved;
    private final AnswerKind kind;
    private final Set<BigDecimal> asked = new TreeSet<>();

    public SentenceScorer(Retrieved retrieved) {
        this.retrieved = retrieved;
        this.kind = QuestionWords.kind(
                retrieved.question().text(), retrieved.question().language());
        Numbers.in(retrieved.question().text()).forEach(number -> asked.add(number.value()));
    }

    /** All sentences of the evidence, best first, ties by place. */
    public List<ScoredSentence> scored() {
        List<ScoredSentence> scored = new ArrayList<>();
        for (Evidence evidence : retrieved.ranked()) {
            Passage passage = evidence.passage();
            for (int i = 0; i < passage.sentences().size(); i++) {
                scored.add(new ScoredSentence(passage, passage.sentences().get(i), score(evidence, i)));
            }
        }
        scored.sort(Comparator.comparingDouble((ScoredSentence sentence) -> -sentence.score()));
        return scored;
    }

    private double score(Evidence evidence, int at) {
        Passage passage = evidence.passage();
        Language language = passage.article().language().value();
        String article = passage.article().text();
        String sentence = passage.sentences().get(at).in(article);
        double share = retrieved.subject().share(sentence, language);
        String context = passage.article().title().value()
                + "\n"
                + (at > 0 ? passage.sentences().get(at - 1).in(article) : "")
                + "\n"
                + sentence;
        double inContext = retrieved.subject().share(context, language);
        double direct = share + CONTEXT * (inContext - share);
        double answers = holdsKind(sentence, passage, language) ? KIND : 0;
        boolean own = language.analysis() == retrieved.question().language().analysis();
        return (own ? 1 : CROSSING) * (direct * (1 + answers) + PASSAGE * evidence.coverage());
    }

    private boolean holdsKind(String sentence, Passage passage, Language language) {
        return switch (kind) {
            case DATE -> !dates(sentence, passage, language).isEmpty();
            case NUMBER -> holdsNewNumber(sentence, passage, language);
            case QUOTE -> QUOTED.matcher(sentence).find();
            case REASON -> REASON.matcher(sentence).find();
            case PERSON, PLACE, OTHER -> false;
        };
    }

    private static List<DateMention> dates(String sentence, Passage passage, Language language) {
        return Dates.in(sentence, language, passage.article().published().map(Known::value));
    }

    /** A number that is no date and that the question did not state itself. */
    private boolean holdsNewNumber(String sentence, Passage passage, Language language) {
        List<NumberMention> numbers = Numbers.in(sentence);
        if (numbers.isEmpty()) {
            return false;
        }
        List<Span> dates = dates(sentence, passage, language).stream()
                .map(DateMention::span)
                .toList();
        return numbers.stream()
                .filter(number -> dates.stream().noneMatch(date -> date.overlaps(number.span())))
                .anyMatch(number -> !asked.contains(number.value()));
    }
}
