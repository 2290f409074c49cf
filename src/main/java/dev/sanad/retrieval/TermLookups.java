package dev.sanad.retrieval;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/** Where the terms of a question stand in the index: each is looked up once, however many lists ask for it. For one question. */
final class TermLookups {
    private final IndexSearcher searcher;
    private final Map<Term, TermStates> found = new HashMap<>();
    private final Map<Integer, PostingsEnum> read = new HashMap<>();

    TermLookups(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** How many passages have {@code field}. */
    int passages(String field) throws IOException {
        return searcher.getIndexReader().getDocCount(field);
    }

    /** How many passages have {@code term}; deleted ones count until they are merged away. */
    int having(Term term) throws IOException {
        return states(term).docFreq();
    }

    /** Matches what has {@code term}. */
    Query query(Term term) throws IOException {
        return new TermQuery(term, states(term));
    }

    /** What {@code term}, which some passage has, gives a passage by how often it stands there and how long that is. */
    SimScorer scorer(Term term) throws IOException {
        TermStates states = states(term);
        CollectionStatistics field = Objects.requireNonNull(searcher.collectionStatistics(term.field()));
        return searcher.getSimilarity()
                .scorer(1, field, searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()));
    }

    /** The passages of a segment that have {@code term}, until the next term is asked of the segment; null where none has. */
    @Nullable
    PostingsEnum postings(Term term, LeafReaderContext leaf) throws IOException {
        IOSupplier<TermState> state = states(term).get(leaf);
        TermState place = state == null ? null : state.get();
        if (place == null) {
            return null;
        }
        TermsEnum terms = leaf.reader().terms(term.field()).iterator();
        terms.seekExact(term.bytes(), place);
        PostingsEnum postings = terms.postings(read.get(leaf.ord), PostingsEnum.FREQS);
        read.put(leaf.ord, postings);
        return postings;
    }

    private TermStates states(Term term) throws IOException {
        TermStates known = found.get(term);
        if (known == null) {
            known = TermStates.build(searcher, term, true);
            found.put(term, known);
        }
        return known;
    }
}
