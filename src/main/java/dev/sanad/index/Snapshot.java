package dev.sanad.index;

import com.github.benmanes.caffeine.cache.Cache;
import dev.sanad.corpus.Article;
import dev.sanad.language.Language;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * What one audience may read of a commit of an index. Beyond it nothing is told but figures of the whole: the manifest's counts, and how often a word or a
 * vector's direction is met. Safe for use by many threads until it is closed.
 */
public final class Snapshot implements AutoCloseable {
    private static final Sort NEWEST_FIRST =
            new Sort(LongField.newSortField(Fields.PUBLISHED, true, SortedNumericSelector.Type.MAX));

    private final IndexSearcher searcher;
    private final IndexManifest manifest;
    private final LanguageCentres centres;
    private final Cache<String, Article> articles;
    private final Runnable release;

    Snapshot(
            IndexSearcher searcher,
            IndexManifest manifest,
            LanguageCentres centres,
            Cache<String, Article> articles,
            Runnable release) {
        this.searcher = searcher;
        this.manifest = manifest;
        this.centres = centres;
        this.articles = articles;
        this.release = release;
    }

    public IndexManifest manifest() {
        return manifest;
    }

    /** For {@code retrieval}: where the vectors of each language lie. */
    public LanguageCentres centres() {
        return centres;
    }

    /** For {@code retrieval}: Lucene's own view. */
    public IndexSearcher searcher() {
        return searcher;
    }

    /** What ranking needs of the passages of these Lucene document numbers, in their order. */
    public List<PassageFacts> facts(int[] documents) {
        try {
            return FactFields.of(documents, searcher.getIndexReader());
        } catch (IOException e) {
            throw new UncheckedIOException("reading passages from the index", e);
        }
    }

    /** The outlets that articles name, folded, each once. */
    public SortedSet<String> outlets() {
        return words(Fields.OUTLET);
    }

    /** The languages that passages are in. */
    public Set<Language> languages() {
        return words(Fields.LANGUAGE).stream()
                .map(tag -> Language.ofTag(tag).orElse(Language.OTHER))
                .collect(Collectors.toSet());
    }

    private SortedSet<String> words(String field) {
        try {
            SortedSet<String> words = new TreeSet<>();
            Bits live = MultiBits.getLiveDocs(searcher.getIndexReader());
            TermsEnum terms = termsOf(field);
            for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                if (live == null || anyOf(terms.postings(null, PostingsEnum.NONE), live)) {
                    words.add(term.utf8ToString());
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the field %s of the index".formatted(field), e);
        }
    }

    private static boolean anyOf(PostingsEnum documents, Bits live) throws IOException {
        for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
            if (live.get(at)) {
                return true;
            }
        }
        return false;
    }

    /** The day of the newest article; empty where none has a date. */
    public Optional<LocalDate> newest() {
        try {
            // every question asks for it, and the bounds of the field, which are at hand, count what is deleted
            return (searcher.getIndexReader().hasDeletions() ? newestOfSearch() : newestOfField())
                    .map(LocalDate::ofEpochDay);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the days from the index", e);
        }
    }

    private Optional<Long> newestOfField() throws IOException {
        return Optional.ofNullable(PointValues.getMaxPackedValue(searcher.getIndexReader(), Fields.PUBLISHED))
                .map(day -> NumericUtils.sortableBytesToLong(day, 0));
    }

    private Optional<Long> newestOfSearch() throws IOException {
        TopFieldDocs newest = searcher.search(new FieldExistsQuery(Fields.PUBLISHED), 1, NEWEST_FIRST);
        return Arrays.stream(newest.scoreDocs)
                .map(hit -> (Long) ((FieldDoc) hit).fields[0])
                .findFirst();
    }

    private TermsEnum termsOf(String field) throws IOException {
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
        return terms == null ? TermsEnum.EMPTY : terms.iterator();
    }

    /** The passage of a Lucene document number. */
    public Passage passage(int document) {
        try {
            Document stored = searcher.storedFields().document(document);
            return Documents.passage(stored, article(stored.get(Fields.ARTICLE)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading a passage from the index", e);
        }
    }

    public Optional<Passage> passage(PassageId id) {
        return only(new Term(Fields.PASSAGE, id.value())).map(this::passage);
    }

    /** The passages of {@code article}, in reading order. */
    public List<Passage> passagesOf(Article article) {
        String id = article.id().toString();
        BooleanQuery passages = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.ARTICLE, id)), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.RECORD, id)), Occur.MUST_NOT)
                .build();
        try {
            return Arrays.stream(searcher.search(passages, Integer.MAX_VALUE).scoreDocs)
                    .map(hit -> passage(hit.doc))
                    .sorted(Comparator.comparingInt(Passage::start))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading an article from the index", e);
        }
    }

    /** Every article with its text of record, in no order; for evaluation, not for a question. */
    public List<Article> articles() {
        try {
            List<Article> all = new ArrayList<>();
            TopDocs found = searcher.search(new PrefixQuery(new Term(Fields.RECORD, "")), Integer.MAX_VALUE);
            for (ScoreDoc hit : found.scoreDocs) {
                all.add(Documents.article(searcher.storedFields().document(hit.doc)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the articles from the index", e);
        }
    }

    private Article article(String id) {
        return articles.get(id, key -> {
            int document = only(new Term(Fields.RECORD, key))
                    .orElseThrow(() -> new IndexException(
                            "index: article %s is missing; run: sanad index --rebuild".formatted(key)));
            try {
                return Documents.article(searcher.storedFields().document(document));
            } catch (IOException e) {
                throw new UncheckedIOException("reading an article from the index", e);
            }
        });
    }

    private Optional<Integer> only(Term term) {
        try {
            TopDocs found = searcher.search(new TermQuery(term), 1);
            return found.scoreDocs.length == 0 ? Optional.empty() : Optional.of(found.scoreDocs[0].doc);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index", e);
        }
    }

    @Override
    public void close() {
        release.run();
    }
}
