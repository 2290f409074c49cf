package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Snapshot;
import dev.sanad.index.Unit;
import dev.sanad.language.Language.Analysis;
import dev.sanad.language.QuestionWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Searches without a model: BM25 in the question's own language, and BM25 over what its words stand for in any language (Pirkola 1998), in each
 * language's passages. For one question.
 *
 * <p>A passage in another language has {@link #CROSSED_ALONE} of its crossed score, by the frequencies of all languages together. One in the question's
 * language has its own-language score times the share of the question's weight that it covers, plus {@link #CROSSED_BESIDE_OWN} of the crossed one: many
 * of a question's words mean more than one of them often, which the crossed score of a passage in another language can rarely show. Languages are
 * compared above their {@link Background}. Decision 0003.
 */
final class LexicalSearch {
    /** The list of all languages counts this much beside the question's own: it knows no stems. */
    private static final float UNSTEMMED_WEIGHT = 0.3f;

    private static final double CROSSED_BESIDE_OWN = 0.5;

    private static final double CROSSED_ALONE = 0.9;

    /** More equals than this are cut where they are. */
    private static final int MOST_TIED = 1_000;

    private final IndexSearcher searcher;
    private final Snapshot snapshot;
    private final Question question;
    private final Set<Via> without;
    private final QuestionTerms ownWords;
    private final QuestionTerms unstemmedWords;
    private final QuestionTerms ownSubject;
    private final QuestionTerms unstemmedSubject;
    private final Map<Analysis, CrossedTerms> crossed = new EnumMap<>(Analysis.class);

    LexicalSearch(Question question, Snapshot snapshot, Analyzers analyzers, Set<Via> without) throws IOException {
        this.searcher = snapshot.searcher();
        this.snapshot = snapshot;
        this.question = question;
        this.without = without;
        TermLookups lookups = new TermLookups(searcher);
        Analysis analysis = question.language().analysis();
        this.ownWords = QuestionTerms.of(question.text(), analysis, analyzers, lookups);
        this.unstemmedWords = QuestionTerms.of(question.text(), Analysis.UNSTEMMED, analyzers, lookups);
        String subject = QuestionWords.subject(question.text(), question.language());
        QuestionTerms terms = QuestionTerms.of(subject, analysis, analyzers, lookups);
        String about = terms.isEmpty() ? question.text() : subject;
        this.ownSubject = terms.isEmpty() ? QuestionTerms.of(about, analysis, analyzers, lookups) : terms;
        this.unstemmedSubject = QuestionTerms.of(about, Analysis.UNSTEMMED, analyzers, lookups);
        List<Unit> units = CrossedTerms.units(about, question.language(), analyzers.interlingua(), without);
        CrossedFrequencies everywhere = CrossedFrequencies.of(units, lookups);
        for (Analysis of : Analysis.values()) {
            crossed.put(
                    of,
                    CrossedTerms.of(units, of, of == analysis ? Optional.empty() : Optional.of(everywhere), lookups));
        }
    }

    /** What the question is about, to weigh sentences by. */
    Subject subject(Analyzers analyzers) {
        Map<Analysis, Map<Unit, Double>> weighed = new EnumMap<>(Analysis.class);
        crossed.forEach((analysis, terms) -> weighed.put(analysis, terms.weighed()));
        return new Subject(question.language(), ownSubject.weighed(), weighed, analyzers);
    }

    /**
     * The best of each list, within {@code filter}.
     *
     * @param depth how many of each list of the question's own language, whose passages are ranked by several
     * @param others how many of each other language, whose passages are ranked by this list alone
     */
    List<ScoreDoc> hits(Scoping filter, int depth, int others) throws IOException {
        List<ScoreDoc> hits = new ArrayList<>();
        if (!without.contains(Via.OWN)) {
            Collections.addAll(hits, hits(filter.scoped(own()), depth));
        }
        for (Map.Entry<Analysis, CrossedTerms> terms : crossed.entrySet()) {
            if (terms.getValue().anyHeld()) {
                int best = own(terms.getKey()) ? depth : others;
                Collections.addAll(hits, hits(filter.scoped(terms.getValue().query()), best));
            }
        }
        return hits;
    }

    /** One flat disjunction, for of such Lucene skips what cannot be among the best. */
    private Query own() throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        ownWords.queries(1).forEach(term -> query.add(term, Occur.SHOULD));
        unstemmedWords.queries(UNSTEMMED_WEIGHT).forEach(term -> query.add(term, Occur.SHOULD));
        return query.build();
    }

    /** The best {@code depth}, and all that tie with the last: document numbers differ from one build of an index to the next. */
    private ScoreDoc[] hits(Query query, int depth) throws IOException {
        for (int asked = depth; ; asked *= 2) {
            // how many there are beyond those is not asked, so Lucene need not look at them
            ScoreDoc[] hits = searcher.search(query, new TopScoreDocCollectorManager(asked + 1, asked + 1)).scoreDocs;
            int end = Math.min(depth, hits.length);
            while (end > 0 && end < hits.length && hits[end].score == hits[end - 1].score) {
                end++;
            }
            if (end <= asked || asked >= MOST_TIED) {
                return Arrays.copyOf(hits, end);
            }
        }
    }

    /** What {@code hits} found, each once with its score, best first, equal scores by passage id. */
    List<Found> ranked(List<ScoreDoc> hits) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Candidates candidates : Candidates.of(hits, snapshot)) {
            found.addAll(own(candidates.analysis()) ? own(candidates) : others(candidates));
        }
        return Background.levelled(found).stream().sorted(Found.BEST_FIRST).toList();
    }

    private boolean own(Analysis analysis) {
        return analysis == question.language().analysis() && !without.contains(Via.OWN);
    }

    private List<Found> own(Candidates candidates) throws IOException {
        CrossedTerms.Held held = held(candidates);
        double[] stemmed = ownWords.scores(candidates);
        double[] unstemmed = unstemmedWords.scores(candidates);
        double[] ownCoverage = ownSubject.coverage(candidates);
        double[] unstemmedCoverage = unstemmedSubject.coverage(candidates);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            double covered = Math.max(ownCoverage[i], unstemmedCoverage[i]);
            double score =
                    (stemmed[i] + UNSTEMMED_WEIGHT * unstemmed[i]) * covered + CROSSED_BESIDE_OWN * held.score(i);
            Set<Via> ways = held.via(i);
            if (covered > 0) {
                ways.add(Via.OWN);
            }
            found.add(new Found(candidates.document(i), candidates.facts(i), score, covered, 0, ways));
        }
        return found;
    }

    private List<Found> others(Candidates candidates) throws IOException {
        CrossedTerms.Held held = held(candidates);
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> new Found(
                        candidates.document(i),
                        candidates.facts(i),
                        CROSSED_ALONE * held.score(i),
                        held.coverage(i),
                        0,
                        held.via(i)))
                .toList();
    }

    private CrossedTerms.Held held(Candidates candidates) throws IOException {
        return Objects.requireNonNull(crossed.get(candidates.analysis())).held(candidates);
    }
}
