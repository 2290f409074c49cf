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
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
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
 * capitalised name of the question. It does not grow with the corpus.
 */
public final class Retriever {
    /**
     * The list of all languages counts this much beside the question's own: it knows no stems. Both are BM25 of the same form, so their
     * scores are added; fusion by rank measured worse on every set (decision 0003).
     */
    private static final double UNSTEMMED_WEIGHT = 0.3;

    /** Candidates of each list, for every passage asked for. */
    private static final int DEPTH_FACTOR = 5;

    /** An answer may rest on any of the first three. */
    private static final int CONFIDENCE_DEPTH = 3;

    /** What is left of a passage's coverage when it lacks a number, date or name of the question. */
    private static final double LACKING_COMPULSORY = 0.5;

    private final Analyzers analyzers;

    public Retriever(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    private static final class Candidate {
        final int document;
        double score;
        double coverage;
        final Set<Via> via = EnumSet.noneOf(Via.class);

        Candidate(int document) {
            this.document = document;
        }
    }

    private record Hit(Candidate candidate, Passage passage) {}

    /**
     * The best {@code k} passages in scope, best first, near-duplicates once.
     *
     * @throws UncheckedIOException where the index cannot be read; an empty list means that nothing was found
     */
    public Retrieved retrieve(Question question, Snapshot snapshot, int k) {
        try {
            IndexSearcher searcher = snapshot.searcher();
            Map<Integer, Candidate> candidates = new HashMap<>();
            int depth = Math.max(50, k * DEPTH_FACTOR);
            QuestionTerms own = subject(question, question.language().analysis(), searcher);
            QuestionTerms unstemmed = subject(question, Analysis.UNSTEMMED, searcher);
            if (question.language().analysis() != Analysis.UNSTEMMED) {
                list(question, question.language().analysis(), Via.OWN, 1, own, depth, searcher, candidates);
            }
            list(question, Analysis.UNSTEMMED, Via.ICU, UNSTEMMED_WEIGHT, unstemmed, depth, searcher, candidates);
            List<Evidence> ranked = shape(candidates, snapshot, k);
            Subject subject = new Subject(question.language(), own.weighed(), unstemmed.weighed(), analyzers);
            return new Retrieved(question, ranked, confidence(question, ranked), subject);
        } catch (IOException e) {
            throw new UncheckedIOException("searching the index", e);
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

    private void list(
            Question question,
            Analysis analysis,
            Via via,
            double weight,
            QuestionTerms subject,
            int depth,
            IndexSearcher searcher,
            Map<Integer, Candidate> candidates)
            throws IOException {
        QuestionTerms terms = QuestionTerms.of(question.text(), analysis, analyzers, searcher);
        ScoreDoc[] hits = searcher.search(scoped(terms.query(), question.scope()), depth).scoreDocs;
        int[] documents = new int[hits.length];
        for (int i = 0; i < hits.length; i++) {
            documents[i] = hits[i].doc;
        }
        double[] coverage = subject.coverage(documents, searcher);
        for (int i = 0; i < hits.length; i++) {
            Candidate candidate = candidates.computeIfAbsent(documents[i], Candidate::new);
            candidate.score += weight * hits[i].score;
            candidate.coverage = Math.max(candidate.coverage, coverage[i]);
            candidate.via.add(via);
        }
    }

    /** What the question is about: its terms without the words that only ask; all of them where nothing else is left. */
    private QuestionTerms subject(Question question, Analysis analysis, IndexSearcher searcher) throws IOException {
        QuestionTerms subject = QuestionTerms.of(
                QuestionWords.subject(question.text(), question.language()), analysis, analyzers, searcher);
        return subject.isEmpty() ? QuestionTerms.of(question.text(), analysis, analyzers, searcher) : subject;
    }

    private static List<Evidence> shape(Map<Integer, Candidate> candidates, Snapshot snapshot, int k) {
        List<Hit> hits = new ArrayList<>();
        List<Candidate> best = new ArrayList<>(candidates.values());
        best.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.score));
        int most = Math.min(best.size(), k * 2 + 10);
        // those that tie with the last stay in: document numbers differ from one build of an index to the next
        while (most > 0 && most < best.size() && best.get(most).score == best.get(most - 1).score) {
            most++;
        }
        best.subList(0, most).forEach(candidate -> hits.add(new Hit(candidate, snapshot.passage(candidate.document))));
        hits.sort(Comparator.comparingDouble((Hit hit) -> -hit.candidate.score).thenComparing(hit -> hit.passage.id()));
        return withoutDuplicates(hits, k);
    }

    private static List<Evidence> withoutDuplicates(List<Hit> hits, int k) {
        NearDuplicates<Hit> shown = new NearDuplicates<>();
        Map<Hit, List<Passage>> reprints = new LinkedHashMap<>();
        for (Hit hit : hits) {
            Optional<Hit> original = shown.repeated(hit.passage);
            if (original.isPresent()) {
                reprints.getOrDefault(original.get(), new ArrayList<>()).add(hit.passage);
            } else if (reprints.size() < k) {
                shown.show(hit.passage, hit);
                reprints.put(hit, new ArrayList<>());
            }
        }
        return reprints.entrySet().stream()
                .map(entry -> evidence(entry.getKey().candidate, entry.getKey().passage, entry.getValue()))
                .toList();
    }

    private static Evidence evidence(Candidate candidate, Passage passage, List<Passage> reprints) {
        return new Evidence(passage, candidate.score, candidate.coverage, candidate.via, reprints);
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
