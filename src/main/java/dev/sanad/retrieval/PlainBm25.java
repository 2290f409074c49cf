package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Fields;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language.Analysis;
import dev.sanad.passage.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * What Lucene finds out of the box by the same analyzers: one disjunction of the question's terms in the field of its language, scored by BM25. The
 * baseline that {@link Retriever} is measured against; it answers nobody. Safe for use by many threads.
 */
public final class PlainBm25 {
    /** Lucene refuses queries of more than 1,024 clauses. */
    private static final int MOST_TERMS = 1_000;

    private final Analyzers analyzers;

    public PlainBm25(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /**
     * A passage that was found.
     *
     * @param score BM25's, comparable only within one search
     */
    public record Hit(Passage passage, double score) {}

    /**
     * The best {@code k} passages in the question's scope, best first.
     *
     * @throws UncheckedIOException where the index cannot be read; an empty list means that nothing was found
     */
    public List<Hit> search(Question question, Snapshot snapshot, int k) {
        Query query = new Scoping(question.scope()).scoped(query(question));
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : snapshot.searcher().search(query, k).scoreDocs) {
                hits.add(new Hit(snapshot.passage(found.doc), found.score));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException("searching the index", e);
        }
    }

    private Query query(Question question) {
        Analysis analysis = question.language().analysis();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        new LinkedHashSet<>(analyzers.terms(question.text(), analysis))
                .stream()
                        .limit(MOST_TERMS)
                        .forEach(term -> query.add(new TermQuery(new Term(Fields.text(analysis), term)), Occur.SHOULD));
        return query.build();
    }
}
