package dev.sanad.retrieval;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/**
 * The documents that any list found, ascending and each once, with what the index says of all of them: a list returns only its best, but ranking compares
 * every candidate by every list. Not safe for use by many threads.
 */
final class Candidates {
    /** What Lucene gives a document whose field has no length. */
    private static final long NO_NORM = 1;

    private final int[] documents;
    private final IndexSearcher searcher;
    private final Map<Term, float[]> scores = new HashMap<>();

    private Candidates(int[] documents, IndexSearcher searcher) {
        this.documents = documents;
        this.searcher = searcher;
    }

    static Candidates of(List<ScoreDoc> found, IndexSearcher searcher) {
        Set<Integer> ascending = new TreeSet<>();
        found.forEach(hit -> ascending.add(hit.doc));
        return new Candidates(ascending.stream().mapToInt(document -> document).toArray(), searcher);
    }

    int size() {
        return documents.length;
    }

    /** Lucene document numbers, ascending. */
    int[] documents() {
        return documents.clone();
    }

    int document(int slot) {
        return documents[slot];
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
        int next = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int end = endOf(leaf, next);
            PostingsEnum postings = next < end ? lookups.postings(term, leaf) : null;
            if (postings != null) {
                NumericDocValues norms = leaf.reader().getNormValues(term.field());
                for (int slot = next; slot < end; slot++) {
                    int document = documents[slot] - leaf.docBase;
                    if (reaches(postings, document)) {
                        long norm = norms != null && norms.advanceExact(document) ? norms.longValue() : NO_NORM;
                        read[slot] = scorer.score(postings.freq(), norm);
                    }
                }
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
