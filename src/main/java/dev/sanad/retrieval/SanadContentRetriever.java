package dev.sanad.retrieval;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.Audience;
import dev.sanad.index.Analyzers;
import dev.sanad.index.Embedder;
import dev.sanad.index.IndexException;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.Snapshot;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.Passage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Sanad index for any LangChain4j application: what a {@link Retriever} finds, as {@link Content}s, best first. Each call sees the newest commit of
 * the index. Safe for use by many threads until it is closed.
 *
 * <p>The text of a content is a passage exactly as its article has it. It is foreign text: a prompt should hand it to a model as data. The metadata of
 * its {@link TextSegment}:
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><td>{@code passageId}</td><td>stable name of the passage</td></tr>
 * <tr><td>{@code articleId}</td><td>name of the article: its root, a colon, its path</td></tr>
 * <tr><td>{@code file}</td><td>the article's path below its root, with forward slashes</td></tr>
 * <tr><td>{@code title}</td><td></td></tr>
 * <tr><td>{@code language}</td><td>of the article: ar, fa, zh-Hant, zh-Hans, ru or en</td></tr>
 * <tr><td>{@code source}</td><td>the outlet; lacking where it is not known</td></tr>
 * <tr><td>{@code published}</td><td>a day, such as 2026-01-28; lacking where it is not known</td></tr>
 * <tr><td>{@code url}</td><td>lacking where it is not known</td></tr>
 * <tr><td>{@code start}, {@code end}</td><td>of the passage in the article's text, UTF-16 code units, end exclusive</td></tr>
 * <tr><td>{@code score}</td><td>comparable only within one call; also as {@link ContentMetadata#SCORE}</td></tr>
 * <tr><td>{@code confidence}</td><td>that the articles answer the query, 0 to 1; the same for all contents of a call</td></tr>
 * </table>
 */
public final class SanadContentRetriever implements ContentRetriever, AutoCloseable {
    private final PassageIndex index;
    private final Optional<Embedder> embedder;
    private final Retriever retriever;
    private final LanguageDetector detector = new LanguageDetector();
    private final Scope scope;
    private final Audience audience;
    private final int most;
    private final double leastConfidence;

    private SanadContentRetriever(PassageIndex index, Builder builder) {
        this.index = index;
        this.embedder = builder.embedder;
        this.retriever = new Retriever(Analyzers.packed(), embedder, builder.reranker, Set.of());
        this.scope = builder.scope;
        this.audience = builder.audience;
        this.most = builder.most;
        this.leastConfidence = builder.leastConfidence;
    }

    /**
     * Over the articles of an index that all may read: at most five passages a query, however low the confidence.
     *
     * @param folder of the index: {@code lucene} below {@code index.path}
     * @throws IndexException where there is none, it is damaged, or another version of Sanad made it
     */
    public static SanadContentRetriever open(Path folder) {
        return builder(folder).open();
    }

    /**
     * A retriever to be shaped before it is opened.
     *
     * @param folder of the index: {@code lucene} below {@code index.path}
     */
    public static Builder builder(Path folder) {
        return new Builder(folder);
    }

    /**
     * At most {@code k} contents, best first. An empty list means that nothing was found, or nothing with the confidence asked for. A fault is never an
     * empty list; only a model that is away is done without, which the log tells.
     *
     * @throws java.io.UncheckedIOException where the index cannot be read
     * @throws IndexException where it was made anew by another version of Sanad or with other vectors
     */
    @Override
    public List<Content> retrieve(Query query) {
        Language language = detector.read(query.text(), Language.ENGLISH);
        Question question = new Question(query.text(), language, language, scope);
        try (Snapshot snapshot = snapshot()) {
            Retrieved retrieved = retriever.retrieve(question, snapshot, most);
            if (retrieved.confidence() < leastConfidence) {
                return List.of();
            }
            return retrieved.ranked().stream()
                    .map(evidence -> content(evidence, retrieved.confidence()))
                    .toList();
        }
    }

    private Snapshot snapshot() {
        Snapshot snapshot = index.snapshot(audience);
        if (embedder.isPresent() && !snapshot.manifest().embeddedIn(embedder.map(Embedder::space))) {
            String held = snapshot.manifest()
                    .embedded()
                    .map(vectors -> "vectors of " + vectors.space())
                    .orElse("no vectors");
            snapshot.close();
            throw new IndexException(
                    "index: its passages have %s, but the model makes %s; run sanad index with that model"
                            .formatted(held, embedder.get().space()));
        }
        return snapshot;
    }

    private static Content content(Evidence evidence, double confidence) {
        Passage passage = evidence.passage();
        Article article = passage.article();
        Metadata metadata = new Metadata()
                .put("passageId", passage.id().value())
                .put("articleId", article.id().toString())
                .put("file", article.file())
                .put("title", article.title().value())
                .put("language", article.language().value().tag())
                .put("start", passage.start())
                .put("end", passage.end())
                .put("score", evidence.score())
                .put("confidence", confidence);
        article.source().ifPresent(source -> metadata.put("source", source.value()));
        article.published()
                .ifPresent(day -> metadata.put("published", day.value().toString()));
        article.url().ifPresent(url -> metadata.put("url", url.toString()));
        return Content.from(
                TextSegment.from(passage.text(), metadata), Map.of(ContentMetadata.SCORE, evidence.score()));
    }

    /** Closes the index; a model is not Sanad's to close. */
    @Override
    public void close() {
        index.close();
    }

    /** What a retriever is to be like. Not safe for use by many threads. */
    public static final class Builder {
        private static final int MOST = 1_000;

        private final Path folder;
        private int most = 5;
        private Scope scope = Scope.ALL;
        private Audience audience = Audience.ALL;
        private double leastConfidence;
        private Optional<Embedder> embedder = Optional.empty();
        private Optional<Reranker> reranker = Optional.empty();

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** How many contents a query gives at most, 1 to 1,000; five unless set. */
        public Builder k(int contents) {
            if (contents < 1 || contents > MOST) {
                throw new IllegalArgumentException("k %d: give a number from 1 to %d".formatted(contents, MOST));
            }
            most = contents;
            return this;
        }

        /** Which articles are searched; all unless set. */
        public Builder scope(Scope searched) {
            scope = searched;
            return this;
        }

        /** For whom is searched: what was given to one chat of the bot is found for that chat alone; for all unless set. */
        public Builder audience(Audience searching) {
            audience = searching;
            return this;
        }

        /**
         * The confidence, 0 to 1, below which a query gives nothing; 0 unless set. By .5 Sanad itself decides whether it answers, and refuses most
         * questions that only articles in another language answer; a model that reads the contents can do better.
         */
        public Builder leastConfidence(double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("least confidence %s: give a number from 0 to 1".formatted(share));
            }
            leastConfidence = share;
            return this;
        }

        /** The model whose vectors the index holds, to find by meaning, too; by words alone unless set. */
        public Builder embedder(Embedder model) {
            embedder = Optional.of(model);
            return this;
        }

        /** The model that puts the first candidates in its order; none unless set. */
        public Builder reranker(Reranker model) {
            reranker = Optional.of(model);
            return this;
        }

        /**
         * Opens the index.
         *
         * @throws IndexException where there is none, it is damaged, another version of Sanad made it, or it has other vectors than the model's
         */
        public SanadContentRetriever open() {
            SanadContentRetriever retriever = new SanadContentRetriever(PassageIndex.open(folder), this);
            try {
                retriever.snapshot().close();
                return retriever;
            } catch (RuntimeException e) {
                retriever.close();
                throw e;
            }
        }
    }
}
