package dev.sanad.index;

import dev.sanad.corpus.Audience;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A reader in which what an audience may not read counts as deleted, so that no search by words or vectors finds it, whoever writes the search
 * (Elasticsearch guards documents in the same way). As with deleted documents, how often a word stands in the index includes it.
 */
final class AudienceReader extends FilterDirectoryReader {
    private final Audience audience;

    private AudienceReader(DirectoryReader all, Audience audience, Map<LeafReader, FixedBitSet> readable)
            throws IOException {
        super(all, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader reader) {
                FixedBitSet bits = readable.get(reader);
                return bits == null ? reader : new Segment(reader, bits);
            }
        });
        this.audience = audience;
    }

    /** What {@code audience} may read of {@code all}; empty where that is everything. Closing it closes {@code all}. */
    static Optional<DirectoryReader> of(DirectoryReader all, Audience audience) throws IOException {
        Map<LeafReader, FixedBitSet> readable = new HashMap<>();
        for (LeafReaderContext leaf : all.leaves()) {
            List<PostingsEnum> foreign = foreign(leaf.reader(), audience.chat());
            if (!foreign.isEmpty()) {
                readable.put(leaf.reader(), without(foreign, leaf.reader()));
            }
        }
        return readable.isEmpty() ? Optional.empty() : Optional.of(new AudienceReader(all, audience, readable));
    }

    /** What was given to other chats. */
    private static List<PostingsEnum> foreign(LeafReader reader, OptionalLong chat) throws IOException {
        Terms terms = reader.terms(Fields.AUDIENCE);
        if (terms == null) {
            return List.of();
        }
        BytesRef own = new BytesRef(chat.isPresent() ? Long.toString(chat.getAsLong()) : "");
        List<PostingsEnum> foreign = new ArrayList<>();
        TermsEnum chats = terms.iterator();
        for (BytesRef given = chats.next(); given != null; given = chats.next()) {
            if (!given.equals(own)) {
                foreign.add(chats.postings(null, PostingsEnum.NONE));
            }
        }
        return foreign;
    }

    private static FixedBitSet without(List<PostingsEnum> foreign, LeafReader reader) throws IOException {
        FixedBitSet readable;
        if (reader.getLiveDocs() == null) {
            readable = new FixedBitSet(reader.maxDoc());
            readable.set(0, reader.maxDoc());
        } else {
            readable = FixedBitSet.copyOf(reader.getLiveDocs());
        }
        for (PostingsEnum documents : foreign) {
            for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
                readable.clear(at);
            }
        }
        return readable;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader reopened) throws IOException {
        return of(reopened, audience).orElse(reopened);
    }

    /** Its documents are the same but not what is live of them: caches of the whole must not be shared. */
    @Override
    @Nullable
    public CacheHelper getReaderCacheHelper() {
        return null;
    }

    private static final class Segment extends FilterLeafReader {
        private final Bits readable;
        private final int documents;

        Segment(LeafReader all, FixedBitSet readable) {
            super(all);
            this.readable = readable.asReadOnlyBits();
            this.documents = readable.cardinality();
        }

        @Override
        public Bits getLiveDocs() {
            return readable;
        }

        @Override
        public int numDocs() {
            return documents;
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        @Nullable
        public CacheHelper getReaderCacheHelper() {
            return null;
        }
    }
}
