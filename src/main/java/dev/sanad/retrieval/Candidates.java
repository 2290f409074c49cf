package dev.sanad.retrieval;

import dev.sanad.index.PassageFacts;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language.Analysis;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/**
 * The documents in languages of one analysis that any list found, ascending and each once, with what the index says of all of them: a list returns only
 * its best, but ranking compares every candidate by every list. Not safe for use by many threads.
 */
final class Candidates {
    /** What Lucene gives a document whose field has no length. */
    private static final long NO_NORM = 1;

    private final Analysis analysis;
    private final int[] documents;
    private final List<PassageFacts> facts;
    private final IndexSearcher searcher;
    private final Map<Term, float[]> scores = new HashMap<>();
    private final Map<String, long[]> lengths = new HashMap<>();

    private Candidates(Analysis analysis, int[] documents, List<PassageFacts> facts, IndexSearcher searcher) {
        this.analysis = analysis;
        this.documents = documents;
        this.facts = facts;
        this.searcher = searcher;
    }

    /** By the analysis of their languages: a passage has the fields of one. */
    static List<Candidates> of(List<ScoreDoc> found, Snapshot snapshot) {
        int[] documents =
                found.stream().mapToInt(hit -> hit.doc).sorted().distinct().toArray();
        List<PassageFacts> facts = snapshot.facts(documents);
        return IntStream.range(0, documents.length)
                .boxed()
                .collect(Collectors.groupingBy(i -> facts.get(i).language().analysis()))
                .entrySet()
                .stream()
                .map(of -> new Candidates(
                        of.getKey(),
                        of.getValue().stream().mapToInt(i -> documents[i]).toArray(),
                        of.getValue().stream().map(facts::get).toList(),
                        snapshot.searcher()))
                .toList();
    }

    Analysis analysis() {
        return analysis;
    }

    int size() {
        return documents.length;
    }

    /** Lucene's number. */
    int document(int slot) {
        return documents[slot];
    }

    PassageFacts facts(int slot) {
        return facts.get(slot);
    }

    /**
     * What Lucene's similarity, BM25, gives each candidate for {@code term}, in order; 0 where it is not there. Each term is read once; the array is not
     * to be changed.
     */
    float[] scores(Term term, TermLookups lookups) throws IOException {
        float[] known = scores.get(term);
        if (known == null) {
            known = read(term, lookups);
            scores.put(term, known);
        }
        return known;
    }

    private float[] read(Term term, TermLookups lookups) throws IOException {
        float[] read = new float[documents.length];
        SimScorer scorer = lookups.scorer(term);
        long[] lengths = lengths(term.field());
        int next = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int end = endOf(leaf, next);
            PostingsEnum postings = next < end ? lookups.postings(term, leaf) : null;
            for (int slot = next; postings != null && slot < end; slot++) {
                if (reaches(postings, documents[slot] - leaf.docBase)) {
                    read[slot] = scorer.score(postings.freq(), lengths[slot]);
                }
            }
            next = end;
        }
        return read;
    }

    /** Of each candidate, as Lucene encodes it. */
    private long[] lengths(String field) throws IOException {
        long[] known = lengths.get(field);
        if (known == null) {
            known = readLengths(field);
            lengths.put(field, known);
        }
        return known;
    }

    private long[] readLengths(String field) throws IOException {
        long[] read = new long[documents.length];
        int next = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int end = endOf(leaf, next);
            NumericDocValues norms = next < end ? leaf.reader().getNormValues(field) : null;
            for (int slot = next; slot < end; slot++) {
                read[slot] = norms != null && norms.advanceExact(documents[slot] - leaf.docBase)
                        ? norms.longValue()
                        : NO_NORM;
            }
            next = end;
        }
        return read;
    }

    /** Behind the last candidate, from {@code next} on, of a segment. */
    private int endOf(LeafReaderContext leaf, int next) {
        int end = Arrays.binarySearch(
                documents, next, documents.length, leaf.docBase + leaf.reader().maxDoc());
        return end < 0 ? -end - 1 : end;
    }

    private static boolean reaches(PostingsEnum postings, int document) throws IOException {
        int at = postings.docID() < document ? postings.advance(document) : postings.docID();
        return at == document;
    }
}
