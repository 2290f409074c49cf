package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Fields;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import dev.sanad.language.QuestionWords;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Evidence.Via;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Finds passages by BM25 in the question's language and in the field of all languages, added up. Safe for use by many threads.
 *
 * <p>The confidence is the best, among the first three passages, of the share of the question's idf weight that a passage and its title cover;
 * words that only ask do not count, a word that the corpus does not have counts most; it is halved for a passage that lacks a number, date or
 * capitalised name of the question, or the speaker whose words it asks for. It does not grow with the corpus.
 */
public final class Retriever {
    /**
     * The list of all languages counts this much beside the question's own: it knows no stems. Both are BM25 of the same form, so their
     * scores are added; fusion by rank measured worse on every set (decision 0003).
     */
    private static final float UNSTEMMED_WEIGHT = 0.3f;

    /** Passages looked at for each that is asked for, since near-duplicates fall away. */
    private static final int DEPTH_FACTOR = 2;

    private static final int LEAST_DEPTH = 20;

    /** More equals than this are cut where they are. */
    private static final int MOST_TIED = 1_000;

    /** An answer may rest on any of the first three. */
    private static final int CONFIDENCE_DEPTH = 3;

    /** What is left of a passage's coverage when it lacks a number, date, name or speaker of the question. */
    private static final double LACKING_COMPULSORY = 0.5;

    private final Analyzers analyzers;

    public Retriever(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /**
     * The best {@code k} passages in scope, best first, near-duplicates once.
     *
     * @throws UncheckedIOException where the index cannot be read; an empty list means that nothing was found
     */
    public Retrieved retrieve(Question question, Snapshot snapshot, int k) {
        try {
            IndexSearcher searcher = snapshot.searcher();
            QuestionTerms own = subject(question, question.language().analysis(), searcher);
            QuestionTerms unstemmed = subject(question, Analysis.UNSTEMMED, searcher);
            ScoreDoc[] hits = hits(query(question, searcher), Math.max(LEAST_DEPTH, k * DEPTH_FACTOR), searcher);
            List<Evidence> ranked = withoutDuplicates(evidence(hits, own, unstemmed, snapshot), k);
            Subject subject = new Subject(question.language(), own.weighed(), unstemmed.weighed(), analyzers);
            return new Retrieved(question, ranked, confidence(question, ranked), subject);
        } catch (IOException e) {
            throw new UncheckedIOException("searching the index", e);
        }
    }

    /** The best {@code depth}, and all that tie with the last: document numbers differ from one build of an index to the next. */
    private static ScoreDoc[] hits(Query query, int depth, IndexSearcher searcher) throws IOException {
        for (int asked = depth; ; asked *= 2) {
            ScoreDoc[] hits = searcher.search(query, asked + 1).scoreDocs;
            int end = Math.min(depth, hits.length);
            while (end > 0 && end < hits.length && hits[end].score == hits[end - 1].score) {
                end++;
            }
            if (end <= asked || asked >= MOST_TIED) {
                return Arrays.copyOf(hits, end);
            }
        }
    }

    private double confidence(Question question, List<Evidence> ranked) {
        Compulsory compulsory = Compulsory.of(question, analyzers);
        return ranked.stream()
                .limit(CONFIDENCE_DEPTH)
                .mapToDouble(evidence ->
                        evidence.coverage() * (compulsory.heldBy(evidence.passage()) ? 1 : LACKING_COMPULSORY))
                .max()
                .orElse(0);
    }

    private Query query(Question question, IndexSearcher searcher) throws IOException {
        Query own = QuestionTerms.of(question.text(), question.language().analysis(), analyzers, searcher)
                .query();
        Query unstemmed = QuestionTerms.of(question.text(), Analysis.UNSTEMMED, analyzers, searcher)
                .query();
        Query both = new BooleanQuery.Builder()
                .add(own, Occur.SHOULD)
                .add(new BoostQuery(unstemmed, UNSTEMMED_WEIGHT), Occur.SHOULD)
                .build();
        return scoped(both, question.scope());
    }

    /** What the question is about: its terms without the words that only ask; all of them where nothing else is left. */
    private QuestionTerms subject(Question question, Analysis analysis, IndexSearcher searcher) throws IOException {
        QuestionTerms subject = QuestionTerms.of(
                QuestionWords.subject(question.text(), question.language()), analysis, analyzers, searcher);
        return subject.isEmpty() ? QuestionTerms.of(question.text(), analysis, analyzers, searcher) : subject;
    }

    /** The hits as evidence, best first, equal scores by passage id. */
    private static List<Evidence> evidence(
            ScoreDoc[] hits, QuestionTerms own, QuestionTerms unstemmed, Snapshot snapshot) throws IOException {
        int[] documents = Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
        double[] byOwn = own.coverage(documents, snapshot.searcher());
        double[] byUnstemmed = unstemmed.coverage(documents, snapshot.searcher());
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            Set<Via> via = EnumSet.noneOf(Via.class);
            if (byOwn[i] > 0) {
                via.add(Via.OWN);
            }
            if (byUnstemmed[i] > 0) {
                via.add(Via.ICU);
            }
            Passage passage = snapshot.passage(documents[i]);
            evidence.add(new Evidence(passage, hits[i].score, Math.max(byOwn[i], byUnstemmed[i]), via, List.of()));
        }
        evidence.sort(Comparator.comparingDouble(Evidence::score)
                .reversed()
                .thenComparing(found -> found.passage().id()));
        return evidence;
    }

    private static List<Evidence> withoutDuplicates(List<Evidence> evidence, int k) {
        NearDuplicates<Integer> shown = new NearDuplicates<>();
        List<Evidence> first = new ArrayList<>();
        List<List<Passage>> reprints = new ArrayList<>();
        for (Evidence found : evidence) {
            Optional<Integer> original = shown.repeated(found.passage());
            if (original.isPresent()) {
                reprints.get(original.get()).add(found.passage());
            } else if (first.size() < k) {
                shown.show(found.passage(), first.size());
                first.add(found);
                reprints.add(new ArrayList<>());
            }
        }
        return IntStream.range(0, first.size())
                .mapToObj(i -> first.get(i).with(reprints.get(i)))
                .toList();
    }

    private static Query scoped(Query query, Scope scope) {
        if (scope.equals(Scope.ALL)) {
            return query;
        }
        BooleanQuery.Builder scoped = new BooleanQuery.Builder().add(query, Occur.MUST);
        if (scope.since().isPresent() || scope.until().isPresent()) {
            scoped.add(
                    LongField.newRangeQuery(
                            Fields.PUBLISHED,
                            scope.since().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
                            scope.until().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        if (!scope.outlets().isEmpty()) {
            scoped.add(
                    oneOf(
                            Fields.OUTLET,
                            scope.outlets().stream().map(Folding::fold).toList()),
                    Occur.FILTER);
        }
        if (!scope.languages().isEmpty()) {
            scoped.add(
                    oneOf(
                            Fields.LANGUAGE,
                            scope.languages().stream().map(Language::tag).toList()),
                    Occur.FILTER);
        }
        return scoped.build();
    }

    private static Query oneOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
