package dev.sanad.index;

import dev.sanad.corpus.Article;
import dev.sanad.index.IndexManifest.Embedded;
import dev.sanad.passage.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The one writer of an index. What it is told is seen by nobody before {@link #commit}, and then at once; closing without a commit, or being
 * killed, leaves the last commit. Safe for use by many threads.
 */
public final class PassageIndexWriter implements AutoCloseable {
    private static final String OWNER = "writer.pid";

    private final Directory directory;
    private final IndexWriter writer;
    private final Interlingua interlingua;
    private final boolean fromNothing;

    private PassageIndexWriter(Directory directory, IndexWriter writer, Interlingua interlingua, boolean fromNothing) {
        this.directory = directory;
        this.writer = writer;
        this.interlingua = interlingua;
        this.fromNothing = fromNothing;
    }

    /**
     * Opens {@code folder} for writing, making it where it is missing.
     *
     * @param rebuild start from nothing; readers keep the last commit until the next
     * @throws IndexBusyException where another process writes
     * @throws IndexException where the folder holds something else
     */
    public static PassageIndexWriter open(Path folder, Analyzers analyzers, boolean rebuild) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            checkLastCommit(directory, folder, rebuild);
            boolean fromNothing = rebuild || !DirectoryReader.indexExists(directory);
            IndexWriterConfig config = new IndexWriterConfig(analyzers.byField())
                    .setCommitOnClose(false)
                    .setOpenMode(
                            rebuild ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
            IndexWriter writer = new IndexWriter(directory, config);
            Files.writeString(
                    folder.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
            return new PassageIndexWriter(directory, writer, analyzers.interlingua(), fromNothing);
        } catch (LockObtainFailedException e) {
            throw new IndexBusyException(
                    "index %s: process %s is writing it; wait until it is done".formatted(folder, owner(folder)), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IndexException(
                    "index %s: cannot be written (%s); check the folder, or run: sanad index --rebuild"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** Another program's index is never touched, one of another analysis only rebuilt, a damaged one only rebuilt. */
    private static void checkLastCommit(Directory directory, Path folder, boolean rebuild) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        Map<String, String> commitData;
        try {
            SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
            for (String file : commit.files(true)) {
                directory.fileLength(file);
            }
            commitData = commit.getUserData();
        } catch (IOException | IllegalArgumentException damaged) {
            if (!rebuild) {
                throw damaged;
            }
            forgetCommits(directory);
            return;
        }
        if (rebuild) {
            IndexManifest.checkOurs(commitData, folder.toString());
        } else {
            IndexManifest.of(commitData, folder.toString());
        }
    }

    /** Lucene reads the last commit even to replace it, so a damaged one has to go first; what it held is deleted by the next writer. */
    private static void forgetCommits(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            for (String file : directory.listAll()) {
                if (file.startsWith(IndexFileNames.SEGMENTS)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static String owner(Path folder) {
        try {
            return Files.readString(folder.resolve(OWNER)).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** The SHA-256 of each article that the last commit holds and whose id begins so, by the id's string form. */
    public Map<String, String> hashes(String beginning) {
        Map<String, String> hashes = new HashMap<>();
        if (fromNothing) {
            return hashes;
        }
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                readHashes(leaf.reader(), new BytesRef(beginning), hashes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading what the index holds", e);
        }
        return hashes;
    }

    private static void readHashes(LeafReader reader, BytesRef beginning, Map<String, String> hashes)
            throws IOException {
        Terms terms = reader.terms(Fields.RECORD);
        if (terms == null) {
            return;
        }
        StoredFields stored = reader.storedFields();
        TermsEnum ids = terms.iterator();
        boolean any = ids.seekCeil(beginning) != TermsEnum.SeekStatus.END;
        for (BytesRef id = any ? ids.term() : null;
                id != null && StringHelper.startsWith(id, beginning);
                id = ids.next()) {
            PostingsEnum documents = ids.postings(null, PostingsEnum.NONE);
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if (reader.getLiveDocs() == null || reader.getLiveDocs().get(doc)) {
                    String hash = stored.document(doc, Set.of(Fields.SHA256)).get(Fields.SHA256);
                    hashes.put(id.utf8ToString(), hash);
                }
            }
        }
    }

    /** Puts an article with its passages in place of what the index held of it. */
    public void put(Article article, List<Passage> passages) {
        List<Document> documents = new ArrayList<>(passages.size() + 1);
        documents.add(Documents.article(article));
        passages.forEach(passage -> documents.add(Documents.passage(passage, interlingua)));
        put(article, documents);
    }

    /**
     * Puts an article with its passages in place of what the index held of it.
     *
     * @param vectors unit vectors of the passages' texts under their titles, in order
     */
    public void put(Article article, List<Passage> passages, List<float[]> vectors) {
        List<Document> documents = new ArrayList<>(passages.size() + 1);
        documents.add(Documents.article(article));
        for (int i = 0; i < passages.size(); i++) {
            documents.add(Documents.passage(passages.get(i), interlingua, vectors.get(i)));
        }
        put(article, documents);
    }

    private void put(Article article, Iterable<Document> documents) {
        try {
            writer.updateDocuments(new Term(Fields.ARTICLE, article.id().toString()), documents);
        } catch (IOException e) {
            throw new UncheckedIOException("writing %s".formatted(article.id()), e);
        }
    }

    /** Takes out an article, named by the string form of its id. */
    public void remove(String articleId) {
        try {
            writer.deleteDocuments(new Term(Fields.ARTICLE, articleId));
        } catch (IOException e) {
            throw new UncheckedIOException("removing %s".formatted(articleId), e);
        }
    }

    /** As {@link #commit(List, Instant, Optional)}, without vectors. */
    public IndexManifest commit(List<String> roots, Instant now) {
        return commit(roots, now, Optional.empty());
    }

    /**
     * Makes everything since the last commit durable and visible, as one step. An index that was begun from nothing becomes one segment, decision 0014.
     *
     * @param embedder that made the vectors of all passages; empty where they have none
     * @throws EmbeddingException where the model is asked for its measures and fails
     */
    public IndexManifest commit(List<String> roots, Instant now, Optional<Embedder> embedder) {
        try (DirectoryReader reader = readerOfAll()) {
            // the statistics of the field would count what was deleted, too
            int articles = new IndexSearcher(reader).count(new PrefixQuery(new Term(Fields.RECORD, "")));
            IndexManifest manifest = new IndexManifest(
                    Analyzers.VERSION,
                    interlingua.glossary().addition(),
                    roots,
                    articles,
                    reader.numDocs() - articles,
                    embedder.map(made -> new Embedded(made.space(), made.dimension())),
                    now);
            Map<String, String> data = new HashMap<>(manifest.toCommitData());
            if (embedder.isPresent()) {
                data.putAll(LanguageCentres.of(reader, embedder.get()).toCommitData());
            }
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException("committing the index", e);
        }
    }

    private DirectoryReader readerOfAll() throws IOException {
        if (fromNothing) {
            writer.forceMerge(1);
        }
        return DirectoryReader.open(writer);
    }

    @Override
    public void close() {
        try {
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the index", e);
        }
    }
}
