package dev.sanad.retrieval;

import dev.sanad.index.Fields;
import dev.sanad.index.IndexException;
import dev.sanad.index.IndexManifest.Embedded;
import dev.sanad.index.LanguageCentres;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.VectorUtil;

/**
 * Finds passages by the nearness of their vectors to a question's. The measure is the cosine less what it owes to the passage's language
 * ({@link LanguageCentres}): 0 is what any passage of the language has, beyond about .1 lies what is about the same. It is comparable within one
 * question. Safe for use by many threads.
 */
public final class DenseSearch {
    private static final Comparator<ScoreDoc> BEST_FIRST =
            Comparator.comparingDouble((ScoreDoc hit) -> hit.score).reversed().thenComparingInt(hit -> hit.doc);

    /** Whether the passages of {@code snapshot} have vectors. */
    public boolean possible(Snapshot snapshot) {
        return snapshot.manifest().embedded().isPresent();
    }

    /**
     * The {@code depth} nearest passages, best first, ties by document number; each language is searched to that depth (HNSW, Malkov and Yashunin
     * 2018). Empty where nothing is in scope, or the index has no vectors.
     *
     * @param query unit vector of the model that the index was made with
     * @param filter what is in scope; empty for all
     * @throws IndexException where the vector is of another length than the index's
     */
    public List<ScoreDoc> search(float[] query, Snapshot snapshot, Optional<Query> filter, int depth)
            throws IOException {
        requireLength(query, snapshot);
        List<ScoreDoc> nearest = new ArrayList<>();
        for (Language language : snapshot.centres().languages()) {
            double share = snapshot.centres().share(query, language);
            for (ScoreDoc hit : nearest(query, snapshot.searcher(), language, filter, depth)) {
                // Lucene's score of a dot product is (1 + cosine) / 2
                nearest.add(new ScoreDoc(hit.doc, (float) (2.0 * hit.score - 1 - share)));
            }
        }
        return nearest.stream().sorted(BEST_FIRST).limit(depth).toList();
    }

    private static ScoreDoc[] nearest(
            float[] query, IndexSearcher searcher, Language language, Optional<Query> filter, int depth)
            throws IOException {
        String field = Fields.vector(language);
        Query nearest = filter.map(scope -> new KnnFloatVectorQuery(field, query, depth, scope))
                .orElseGet(() -> new KnnFloatVectorQuery(field, query, depth));
        return searcher.search(nearest, depth).scoreDocs;
    }

    /**
     * The same measure of given passages, exactly, in their order; NaN of a document without a vector.
     *
     * @param documents Lucene's numbers, in any order
     * @throws IndexException where the vector is of another length than the index's
     */
    public double[] similarities(float[] query, int[] documents, Snapshot snapshot) throws IOException {
        requireLength(query, snapshot);
        double[] similarities = new double[documents.length];
        List<LeafReaderContext> leaves = snapshot.searcher().getIndexReader().leaves();
        for (int i = 0; i < documents.length; i++) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[i], leaves));
            similarities[i] = similarity(query, documents[i] - leaf.docBase, leaf, snapshot.centres());
        }
        return similarities;
    }

    /**
     * Of the {@code k} nearest passages by exact search, the share that is among the first {@code k} of {@link #search}; for evaluation, it reads every vector.
     *
     * @param depth as in {@link #search}
     * @throws UncheckedIOException where the index cannot be read
     */
    public double recall(float[] query, Snapshot snapshot, int depth, int k) {
        try {
            int documents = snapshot.searcher().getIndexReader().maxDoc();
            double[] exact = similarities(query, IntStream.range(0, documents).toArray(), snapshot);
            Set<Integer> nearest = IntStream.range(0, documents)
                    .filter(document -> !Double.isNaN(exact[document]))
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer document) -> exact[document])
                            .reversed())
                    .limit(k)
                    .collect(Collectors.toSet());
            long found = search(query, snapshot, Optional.empty(), depth).stream()
                    .limit(k)
                    .filter(hit -> nearest.contains(hit.doc))
                    .count();
            return nearest.isEmpty() ? 1 : (double) found / nearest.size();
        } catch (IOException e) {
            throw new UncheckedIOException("searching the index", e);
        }
    }

    private static double similarity(float[] query, int document, LeafReaderContext leaf, LanguageCentres centres)
            throws IOException {
        for (Language language : centres.languages()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.vector(language));
            if (vectors == null) {
                continue;
            }
            KnnVectorValues.DocIndexIterator at = vectors.iterator();
            if (at.advance(document) == document) {
                return VectorUtil.dotProduct(query, vectors.vectorValue(at.index())) - centres.share(query, language);
            }
        }
        return Double.NaN;
    }

    private static void requireLength(float[] query, Snapshot snapshot) {
        Optional<Embedded> embedded = snapshot.manifest().embedded();
        if (embedded.isPresent() && embedded.get().dimension() != query.length) {
            throw new IndexException(
                    "index: its vectors have %d numbers, those of %s now %d; delete the folder embeddings under index.path and run: sanad index --rebuild"
                            .formatted(
                                    embedded.get().dimension(),
                                    embedded.get().space().model(),
                                    query.length));
        }
    }
}
