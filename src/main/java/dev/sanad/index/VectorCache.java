package dev.sanad.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;

/**
 * Vectors on disk by what they were made from, so that no text is embedded twice. Derived data: the folder may be deleted. One process at a
 * time; each {@link #put} is on disk when it returns, and a killed process loses nothing before that. A Lucene index of keys and values, as it
 * brings the lock and the durability. Safe for use by many threads.
 */
public final class VectorCache implements AutoCloseable {
    private static final String KEY = "key";
    private static final String VECTOR = "vector";
    private static final String OWNER = "writer.pid";

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager readers;

    private VectorCache(Path folder, Directory directory, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.readers = new SearcherManager(writer, new SearcherFactory());
    }

    /**
     * Opens the cache of a folder, making it where it is missing.
     *
     * @throws IndexBusyException where another process has it open
     * @throws IndexException where it cannot be used
     */
    public static VectorCache open(Path folder) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setCommitOnClose(false));
            Files.writeString(
                    folder.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
            return new VectorCache(folder, directory, writer);
        } catch (LockObtainFailedException e) {
            throw new IndexBusyException(
                    "embeddings %s: process %s is using them; wait until it is done".formatted(folder, owner(folder)),
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IndexException(
                    "embeddings %s: cannot be used (%s); delete the folder, it is made again"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static String owner(Path folder) {
        try {
            return Files.readString(folder.resolve(OWNER)).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** What a vector depends on, hashed: the model and all that it is given. */
    static BytesRef key(String model, String input) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(model.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return new BytesRef(digest.digest(input.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The vectors that are there, by key. */
    Map<BytesRef, float[]> get(List<BytesRef> keys) {
        try {
            readers.maybeRefreshBlocking();
            var searcher = readers.acquire();
            try {
                Map<BytesRef, float[]> found = new HashMap<>();
                for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                    read(leaf.reader(), keys, found);
                }
                return found;
            } finally {
                readers.release(searcher);
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static void read(LeafReader reader, List<BytesRef> keys, Map<BytesRef, float[]> found) throws IOException {
        Terms terms = reader.terms(KEY);
        if (terms == null) {
            return;
        }
        TermsEnum term = terms.iterator();
        for (BytesRef key : keys) {
            if (found.containsKey(key) || !term.seekExact(key)) {
                continue;
            }
            PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                // values are read forwards only, and keys are in no order
                BinaryDocValues values = reader.getBinaryDocValues(VECTOR);
                if (values != null && values.advanceExact(doc)) {
                    found.put(key, unpacked(values.binaryValue()));
                }
            }
        }
    }

    /** Keeps vectors; on disk when this returns. */
    void put(Map<BytesRef, float[]> vectors) {
        try {
            for (Map.Entry<BytesRef, float[]> entry : vectors.entrySet()) {
                Document document = new Document();
                document.add(new StringField(KEY, entry.getKey(), Field.Store.NO));
                document.add(new BinaryDocValuesField(VECTOR, packed(entry.getValue())));
                writer.updateDocument(new Term(KEY, entry.getKey()), document);
            }
            writer.commit();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private UncheckedIOException damaged(IOException cause) {
        return new UncheckedIOException("embeddings %s".formatted(folder), cause);
    }

    private static BytesRef packed(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return new BytesRef(bytes.array());
    }

    private static float[] unpacked(BytesRef bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(vector);
        return vector;
    }

    @Override
    public void close() {
        try {
            readers.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw damaged(e);
        }
    }
}
