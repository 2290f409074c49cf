package dev.sanad.retrieval;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * The documents that any list found, ascending and each once, with what the index says of all of them: a list returns only its best, but ranking compares
 * every candidate by every list. Not safe for use by many threads.
 */
final class Candidates {
    private final int[] documents;
    private final IndexSearcher searcher;

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

    /** What {@code query} scores each candidate, in order; 0 where it does not match. */
    double[] scores(Query query) throws IOException {
        double[] scores = new double[documents.length];
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        int next = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int end = endOf(leaf, next);
            Scorer scorer = next < end ? weight.scorer(leaf) : null;
            for (int slot = next; scorer != null && slot < end; slot++) {
                if (reaches(scorer.iterator(), documents[slot] - leaf.docBase)) {
                    scores[slot] = scorer.score();
                }
            }
            next = end;
        }
        return scores;
    }

    /** Which candidates hold {@code term}, by place. */
    BitSet holding(Term term) throws IOException {
        BitSet holding = new BitSet();
        int next = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int end = endOf(leaf, next);
            PostingsEnum postings = next < end ? leaf.reader().postings(term, PostingsEnum.NONE) : null;
            for (int slot = next; postings != null && slot < end; slot++) {
                holding.set(slot, reaches(postings, documents[slot] - leaf.docBase));
            }
            next = end;
        }
        return holding;
    }

    /** Behind the last candidate, from {@code next} on, of a segment. */
    private int endOf(LeafReaderContext leaf, int next) {
        int end = Arrays.binarySearch(
                documents, next, documents.length, leaf.docBase + leaf.reader().maxDoc());
        return end < 0 ? -end - 1 : end;
    }

    private static boolean reaches(DocIdSetIterator iterator, int document) throws IOException {
        int at = iterator.docID() < document ? iterator.advance(document) : iterator.docID();
        return at == document;
    }
}
