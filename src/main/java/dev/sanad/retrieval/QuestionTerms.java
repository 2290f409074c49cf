package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Fields;
import dev.sanad.language.Language.Analysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/**
 * The terms of a question in one field, each once, with their weights: {@code 1 + idf}, where {@code idf = ln(1 + (N - df + 0.5) / (df + 0.5))}
 * over the passages that have the field (Robertson and Zaragoza 2009, the form Lucene's BM25 uses). A term that no passage has weighs most; one that
 * all have still weighs something, since in a corpus about one affair its very subject is in every passage.
 */
final class QuestionTerms {
    private static final double COMMON = 1;

    /** Lucene refuses queries of more than 1,024 clauses; a Telegram message may hold 4,096 characters, and two lists are asked at once. */
    private static final int MOST_SEARCHED = 400;

    private final String field;
    private final List<String> terms;
    private final double[] weights;
    /** The terms that some passage has. */
    private final BitSet held;

    private final TermLookups lookups;

    private final double total;

    private QuestionTerms(String field, List<String> terms, double[] weights, BitSet held, TermLookups lookups) {
        this.held = held;
        this.lookups = lookups;
        this.field = field;
        this.terms = terms;
        this.weights = weights;
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        this.total = sum;
    }

    static QuestionTerms of(String question, Analysis analysis, Analyzers analyzers, TermLookups lookups)
            throws IOException {
        String field = Fields.text(analysis);
        List<String> terms = List.copyOf(new LinkedHashSet<>(analyzers.terms(question, analysis)));
        double passages = lookups.passages(field);
        double[] weights = new double[terms.size()];
        BitSet held = new BitSet();
        for (int i = 0; i < weights.length; i++) {
            double having = lookups.having(new Term(field, terms.get(i)));
            held.set(i, having > 0);
            weights[i] = weight(passages, having);
        }
        return new QuestionTerms(field, terms, weights, held, lookups);
    }

    /** What a term weighs that {@code having} of {@code passages} hold. */
    static double weight(double passages, double having) {
        return COMMON + idf(passages, having);
    }

    /** As BM25 has it, more than 0. */
    static double idf(double passages, double having) {
        return Math.log(1 + (passages - having + 0.5) / (having + 0.5));
    }

    /** The parts of a plain disjunction: no syntax, whatever the user typed. Of a text with very many terms, those that weigh most. */
    List<Query> queries(float boost) throws IOException {
        List<Query> queries = new ArrayList<>();
        for (int t : heaviest()) {
            queries.add(new BoostQuery(lookups.query(term(t)), boost));
        }
        return queries;
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** In the question's order. */
    Map<String, Double> weighed() {
        Map<String, Double> weighed = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            weighed.put(terms.get(i), weights[i]);
        }
        return weighed;
    }

    /** What BM25 gives each candidate for all terms together, in order. */
    double[] scores(Candidates candidates) throws IOException {
        double[] scores = new double[candidates.size()];
        for (int t : heaviest()) {
            float[] ofTerm = candidates.scores(term(t), lookups);
            Arrays.setAll(scores, slot -> scores[slot] + ofTerm[slot]);
        }
        return scores;
    }

    /** For each candidate, in order, the share of the question's weight that it has, 0 to 1. */
    double[] coverage(Candidates candidates) throws IOException {
        double[] covered = new double[candidates.size()];
        for (int t = held.nextSetBit(0); t >= 0; t = held.nextSetBit(t + 1)) {
            double share = weights[t] / total;
            float[] ofTerm = candidates.scores(term(t), lookups);
            Arrays.setAll(covered, slot -> covered[slot] + (ofTerm[slot] > 0 ? share : 0));
        }
        return covered;
    }

    private Term term(int t) {
        return new Term(field, terms.get(t));
    }

    private List<Integer> heaviest() {
        return held.stream()
                .boxed()
                .sorted(Comparator.comparingDouble((Integer t) -> -weights[t]))
                .limit(MOST_SEARCHED)
                .toList();
    }
}
