package dev.sanad.index;

import dev.sanad.corpus.Article;
import dev.sanad.index.PassageFacts.Print;
import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Fingerprint;
import dev.sanad.passage.Passage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/** {@link PassageFacts} as doc values: columns beside the documents, far cheaper to read than stored texts. */
final class FactFields {
    private static final String ID = "fact.id";
    private static final String LANGUAGE = "fact.language";
    private static final String OUTLET = "fact.outlet";
    private static final String DAY = "fact.day";
    private static final String PRINTS = "fact.prints";

    private static final int BYTES_A_PRINT = Long.BYTES + Integer.BYTES;

    private FactFields() {}

    static void add(Passage passage, Document document) {
        Article article = passage.article();
        document.add(new BinaryDocValuesField(ID, new BytesRef(passage.id().value())));
        document.add(new SortedDocValuesField(
                LANGUAGE, new BytesRef(article.language().value().tag())));
        article.source()
                .ifPresent(source ->
                        document.add(new SortedDocValuesField(OUTLET, new BytesRef(Folding.fold(source.value())))));
        article.published()
                .ifPresent(date ->
                        document.add(new NumericDocValuesField(DAY, date.value().toEpochDay())));
        document.add(new BinaryDocValuesField(PRINTS, prints(passage)));
    }

    private static BytesRef prints(Passage passage) {
        ByteBuffer prints = ByteBuffer.allocate(passage.sentences().size() * BYTES_A_PRINT);
        for (Span sentence : passage.sentences()) {
            prints.putLong(Fingerprint.of(sentence.in(passage.article().text())))
                    .putInt(sentence.length());
        }
        return new BytesRef(prints.array());
    }

    /** The facts of {@code documents}, in their order. */
    static List<PassageFacts> of(int[] documents, IndexReader reader) throws IOException {
        PassageFacts[] facts = new PassageFacts[documents.length];
        int[] ascending = IntStream.range(0, documents.length)
                .boxed()
                .sorted(Comparator.comparingInt(slot -> documents[slot]))
                .mapToInt(slot -> slot)
                .toArray();
        int next = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            if (next < ascending.length && documents[ascending[next]] < end) {
                Columns columns = new Columns(leaf);
                for (; next < ascending.length && documents[ascending[next]] < end; next++) {
                    facts[ascending[next]] = columns.read(documents[ascending[next]] - leaf.docBase);
                }
            }
        }
        return Arrays.asList(facts);
    }

    /** One segment's columns; documents are read in ascending order. */
    private static final class Columns {
        private final BinaryDocValues ids;
        private final SortedDocValues languages;
        private final SortedDocValues outlets;
        private final NumericDocValues days;
        private final BinaryDocValues prints;

        Columns(LeafReaderContext leaf) throws IOException {
            ids = DocValues.getBinary(leaf.reader(), ID);
            languages = DocValues.getSorted(leaf.reader(), LANGUAGE);
            outlets = DocValues.getSorted(leaf.reader(), OUTLET);
            days = DocValues.getNumeric(leaf.reader(), DAY);
            prints = DocValues.getBinary(leaf.reader(), PRINTS);
        }

        PassageFacts read(int document) throws IOException {
            if (!ids.advanceExact(document) || !languages.advanceExact(document) || !prints.advanceExact(document)) {
                throw new IndexException("index: a passage is incomplete; run: sanad index --rebuild");
            }
            String tag = languages.lookupOrd(languages.ordValue()).utf8ToString();
            return new PassageFacts(
                    ids.binaryValue().utf8ToString(),
                    Language.ofTag(tag).orElse(Language.OTHER),
                    outlets.advanceExact(document)
                            ? outlets.lookupOrd(outlets.ordValue()).utf8ToString()
                            : "",
                    days.advanceExact(document) ? OptionalLong.of(days.longValue()) : OptionalLong.empty(),
                    sentences(prints.binaryValue()));
        }

        private static List<Print> sentences(BytesRef packed) {
            ByteBuffer buffer = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length);
            List<Print> sentences = new ArrayList<>(packed.length / BYTES_A_PRINT);
            while (buffer.hasRemaining()) {
                sentences.add(new Print(buffer.getLong(), buffer.getInt()));
            }
            return sentences;
        }
    }
}
