package dev.sanad.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Known;
import dev.sanad.language.Folding;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageId;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;

/** Articles and passages as Lucene documents, and back. */
final class Documents {
    private static final int MAX_VINT_BYTES = 5;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .build();

    private static final FieldType CROSSED = crossed();

    private record Metadata(
            ArticleId id,
            Known<String> title,
            Optional<Known<String>> source,
            Optional<Known<LocalDate>> published,
            Known<Language> language,
            Optional<URI> url,
            Audience audience,
            List<Span> kept) {}

    private Documents() {}

    private static FieldType crossed() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    static Document article(Article article) {
        Metadata metadata = new Metadata(
                article.id(),
                article.title(),
                article.source(),
                article.published(),
                article.language(),
                article.url(),
                article.audience(),
                article.kept());
        Document document = new Document();
        addAudience(article, document);
        document.add(new StringField(Fields.ARTICLE, article.id().toString(), Field.Store.NO));
        document.add(new StringField(Fields.RECORD, article.id().toString(), Field.Store.YES));
        document.add(new StoredField(Fields.SHA256, article.sha256()));
        document.add(new StoredField(Fields.TEXT, article.text()));
        try {
            document.add(new StoredField(Fields.METADATA, JSON.writeValueAsString(metadata)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("metadata are plain data", e);
        }
        return document;
    }

    static Article article(Document document) {
        try {
            Metadata metadata = JSON.readValue(document.get(Fields.METADATA), Metadata.class);
            return new Article(
                    metadata.id,
                    metadata.title,
                    metadata.source,
                    metadata.published,
                    metadata.language,
                    metadata.url,
                    metadata.audience,
                    document.get(Fields.TEXT),
                    document.get(Fields.SHA256),
                    metadata.kept);
        } catch (JsonProcessingException e) {
            throw new IndexException(
                    "index: article %s is unreadable; run: sanad index --rebuild"
                            .formatted(document.get(Fields.RECORD)),
                    e);
        }
    }

    static Document passage(Passage passage, Interlingua interlingua) {
        Article article = passage.article();
        Language language = article.language().value();
        String searched = searched(passage);
        Document document = new Document();
        addAudience(article, document);
        document.add(new StringField(Fields.ARTICLE, article.id().toString(), Field.Store.YES));
        document.add(new StringField(Fields.PASSAGE, passage.id().value(), Field.Store.YES));
        document.add(new StringField(Fields.LANGUAGE, language.tag(), Field.Store.NO));
        article.source()
                .ifPresent(source ->
                        document.add(new StringField(Fields.OUTLET, Folding.fold(source.value()), Field.Store.NO)));
        article.published()
                .ifPresent(date -> document.add(
                        new LongField(Fields.PUBLISHED, date.value().toEpochDay(), Field.Store.NO)));
        FactFields.add(passage, document);
        document.add(new StoredField(Fields.SENTENCES, sentences(passage)));
        document.add(new TextField(Fields.text(Analysis.UNSTEMMED), searched, Field.Store.NO));
        if (language.analysis() != Analysis.UNSTEMMED) {
            document.add(new TextField(Fields.text(language), searched, Field.Store.NO));
        }
        document.add(new Field(
                Fields.crossed(language.analysis()), new UnitTokens(interlingua.units(searched, language)), CROSSED));
        return document;
    }

    private static void addAudience(Article article, Document document) {
        article.audience()
                .chat()
                .ifPresent(chat -> document.add(new StringField(Fields.AUDIENCE, Long.toString(chat), Field.Store.NO)));
    }

    static Passage passage(Document document, Article article) {
        BytesRef packed = document.getBinaryValue(Fields.SENTENCES);
        ByteArrayDataInput in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
        List<Span> sentences = new ArrayList<>();
        int at = 0;
        while (!in.eof()) {
            int start = at + in.readVInt();
            at = start + in.readVInt();
            sentences.add(new Span(start, at));
        }
        return new Passage(
                new PassageId(document.get(Fields.PASSAGE)),
                article,
                sentences.getFirst().start(),
                sentences.getLast().end(),
                sentences);
    }

    /** @param vector of {@link #searched}; a unit vector */
    static Document passage(Passage passage, Interlingua interlingua, float[] vector) {
        Document document = passage(passage, interlingua);
        String field = Fields.vector(passage.article().language().value());
        document.add(new KnnFloatVectorField(field, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    /** What a passage is found by: its words under its article's title. */
    static String searched(Passage passage) {
        String title = passage.article().title().value();
        String text = passage.text();
        return text.startsWith(title) ? text : title + "\n" + text;
    }

    private static BytesRef sentences(Passage passage) {
        byte[] packed = new byte[passage.sentences().size() * 2 * MAX_VINT_BYTES];
        ByteArrayDataOutput out = new ByteArrayDataOutput(packed);
        try {
            int at = 0;
            for (Span sentence : passage.sentences()) {
                out.writeVInt(sentence.start() - at);
                out.writeVInt(sentence.length());
                at = sentence.end();
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to an array", e);
        }
        return new BytesRef(packed, 0, out.getPosition());
    }
}
