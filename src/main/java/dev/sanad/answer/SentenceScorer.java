package dev.sanad.answer;

import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Retrieved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scores sentences of the evidence for a question: the share of the question's idf weight that the sentence covers, less for what only its title
 * or the sentence before covers, more where it gives the kind of answer asked for. The weights are reasoned, and were looked at on questions of which few
 * could tell them apart.
 */
public final class SentenceScorer {
    private static final double CONTEXT = 0.4;
    private static final double PASSAGE = 0.3;

    /** A sentence that gives what is asked for counts so much more than one that only speaks of it. */
    private static final double KIND = 0.6;

    /** The same whatever else the sentence says: the answer may stand in a sentence with few of the question's words. */
    private static final double KIND_ALONE = 0.15;

    /** Two sentences say more than one, and are longer to read. */
    private static final double PAIR = 0.85;

    /**
     * The reader reads his own language, and what words stand for is met by chance more often than the words themselves: the same share counts this much
     * in another language.
     */
    private static final double CROSSING = 0.6;

    private final Retrieved retrieved;
    private final AskedKind asked;

    public SentenceScorer(Retrieved retrieved) {
        this.retrieved = retrieved;
        this.asked = new AskedKind(retrieved.question(), retrieved.subject());
    }

    /** What the question asks for. */
    AskedKind asked() {
        return asked;
    }

    /** All sentences of the evidence, best first, ties by place. */
    public List<ScoredSentence> scored() {
        return best(false);
    }

    /**
     * The same with each pair of neighbours that is short enough for a quote: a sentence that answers often says of whom or what only in the one before
     * it.
     */
    List<ScoredSentence> withPairs() {
        return best(true);
    }

    private List<ScoredSentence> best(boolean pairs) {
        List<ScoredSentence> scored = new ArrayList<>();
        for (Evidence evidence : retrieved.ranked()) {
            List<Span> sentences = evidence.passage().sentences();
            for (int i = 0; i < sentences.size(); i++) {
                double answers = asked.answeredBy(
                        sentences.get(i).in(evidence.passage().article().text()), evidence.passage());
                scored.add(scored(evidence, i, i, answers));
                if (pairs && i > 0 && quotable(evidence.passage(), i)) {
                    scored.add(scored(evidence, i - 1, i, answers));
                }
            }
        }
        scored.sort(Comparator.comparingDouble((ScoredSentence sentence) -> -sentence.score()));
        return scored;
    }

    private static boolean quotable(Passage passage, int last) {
        return span(passage, last - 1, last).length()
                <= passage.article().language().value().quoteChars();
    }

    private static Span span(Passage passage, int first, int last) {
        return new Span(
                passage.sentences().get(first).start(),
                passage.sentences().get(last).end());
    }

    /** From sentence {@code first} to {@code last}, which gives the answer so well. */
    private ScoredSentence scored(Evidence evidence, int first, int last, double answers) {
        Passage passage = evidence.passage();
        Language language = passage.article().language().value();
        String article = passage.article().text();
        Span span = span(passage, first, last);
        String said = span.in(article);
        double share = retrieved.subject().share(said, language);
        String context = passage.article().title().value()
                + "\n"
                + (first > 0 ? passage.sentences().get(first - 1).in(article) : "")
                + "\n"
                + said;
        double inContext = retrieved.subject().share(context, language);
        double direct = share + CONTEXT * (inContext - share);
        double score = direct * (1 + KIND * answers) + KIND_ALONE * answers + PASSAGE * evidence.coverage();
        boolean own = language.analysis() == retrieved.question().language().analysis();
        return new ScoredSentence(passage, span, (own ? 1 : CROSSING) * (first < last ? PAIR : 1) * score);
    }
}
