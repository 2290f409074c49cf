package dev.sanad.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** A searchable index on disk. Readers see each commit of a writer, also one in another process. Safe for use by many threads. */
public final class PassageIndex implements AutoCloseable {
    private static final long CACHED_TEXT_CHARS = 8_000_000;

    private final Path folder;
    private final Directory directory;
    private final SearcherManager searchers;
    private final Cache<IndexSearcher, Opened> opened =
            Caffeine.newBuilder().weakKeys().build();

    /**
     * What is read of a commit once.
     *
     * @param texts by id, of articles that were asked for
     */
    private record Opened(IndexManifest manifest, LanguageCentres centres, Cache<String, Article> texts) {}

    private PassageIndex(Path folder, Directory directory, SearcherManager searchers) {
        this.folder = folder;
        this.directory = directory;
        this.searchers = searchers;
    }

    /** Whether {@code folder} holds a commit. */
    public static boolean exists(Path folder) {
        // Lucene would make the folder
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Directory directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory);
        } catch (IOException e) {
            throw new IndexException(
                    "index %s: cannot be read (%s); check the folder".formatted(folder, e.getMessage()), e);
        }
    }

    /**
     * What the index of {@code folder} says of itself, without opening it; also one that another analysis made, which only a rebuild can use.
     * Empty where there is none.
     *
     * @throws IndexException where its last commit cannot be read or is not of this program
     */
    public static Optional<IndexManifest> manifest(Path folder) {
        if (!exists(folder)) {
            return Optional.empty();
        }
        try (Directory directory = FSDirectory.open(folder)) {
            return Optional.of(IndexManifest.ofAnyVersion(
                    SegmentInfos.readLatestCommit(directory).getUserData(), folder.toString()));
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(folder, e);
        }
    }

    private static IndexException damaged(Path folder, Exception cause) {
        return new IndexException(
                "index %s: damaged or of another version; run: sanad index --rebuild".formatted(folder), cause);
    }

    /**
     * Opens the index of a folder.
     *
     * @throws IndexException where there is none, it is damaged, or it was made by another analysis
     */
    public static PassageIndex open(Path folder) {
        if (!exists(folder)) {
            throw new IndexException("index %s: there is none; run: sanad index".formatted(folder));
        }
        try {
            return open(folder, FSDirectory.open(folder));
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw damaged(folder, e);
        } catch (IOException e) {
            throw new IndexException(
                    "index %s: cannot be read (%s); run: sanad index --rebuild".formatted(folder, e.getMessage()), e);
        }
    }

    private static PassageIndex open(Path folder, Directory directory) throws IOException {
        PassageIndex index = new PassageIndex(folder, directory, new SearcherManager(directory, new SearcherFactory()));
        try {
            index.snapshot(Audience.ALL).close();
            return index;
        } catch (IndexException e) {
            index.close();
            throw e;
        }
    }

    /** What {@code audience} may read of the newest commit, to be closed after use; it stays as it is while updates go on. */
    public Snapshot snapshot(Audience audience) {
        try {
            // not content with a refresh that another thread began before the commit: what was taken out must not be
            // found again
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            try {
                Map<String, String> commitData = ((DirectoryReader) searcher.getIndexReader())
                        .getIndexCommit()
                        .getUserData();
                Opened commit = opened.get(searcher, unused -> opened(commitData));
                return new Snapshot(
                        readable(searcher, audience),
                        commit.manifest(),
                        commit.centres(),
                        commit.texts(),
                        () -> release(searcher));
            } catch (RuntimeException | IOException e) {
                searchers.release(searcher);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("index %s: cannot be read".formatted(folder), e);
        }
    }

    private static IndexSearcher readable(IndexSearcher all, Audience audience) throws IOException {
        return AudienceReader.of((DirectoryReader) all.getIndexReader(), audience)
                .map(IndexSearcher::new)
                .orElse(all);
    }

    private Opened opened(Map<String, String> commitData) {
        return new Opened(
                IndexManifest.of(commitData, folder.toString()),
                LanguageCentres.of(commitData),
                Caffeine.newBuilder()
                        .maximumWeight(CACHED_TEXT_CHARS)
                        .weigher((String id, Article article) -> article.text().length())
                        .build());
    }

    private void release(IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException("index %s: closing a reader".formatted(folder), e);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("index %s: closing".formatted(folder), e);
        }
    }
}
