package dev.sanad.evaluation;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.Known;
import dev.sanad.evaluation.BeirDataSet.Document;
import dev.sanad.index.Analyzers;
import dev.sanad.index.ArticleSink;
import dev.sanad.index.Embedder;
import dev.sanad.index.IndexManifest;
import dev.sanad.index.PassageIndexWriter;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Documents of data sets as articles, and indexes of them. Safe for use by many threads. */
final class SetIndex {
    private final PassageSplitter splitter;
    private final Analyzers analyzers;
    private final LanguageDetector detector;
    private final Optional<Embedder> embedder;
    private final Clock clock;

    SetIndex(
            PassageSplitter splitter,
            Analyzers analyzers,
            LanguageDetector detector,
            Optional<Embedder> embedder,
            Clock clock) {
        this.splitter = splitter;
        this.analyzers = analyzers;
        this.detector = detector;
        this.embedder = embedder;
        this.clock = clock;
    }

    /**
     * Builds an index. With a model it embeds all documents.
     *
     * @param whole documents unsplit, as rivals index them
     * @param folder empty or not there yet
     * @throws EvaluationException where the folder holds something
     */
    IndexManifest build(DataSets sets, Optional<Distractors> distractors, boolean whole, Path folder) {
        return build(
                sets,
                whole,
                folder,
                (writer, sink) -> distractors.ifPresent(
                        made -> made.documents().forEach(document -> put(made.set(), document, whole, sink))));
    }

    /**
     * As {@link #build(DataSets, Optional, boolean, Path)}, split, with made-up vectors for the distractors: to embed a hundred thousand texts takes a day.
     */
    IndexManifest build(DataSets sets, Distractors distractors, NoisyVectors vectors, Path folder) {
        return build(
                sets,
                false,
                folder,
                (writer, sink) -> distractors.documents().forEach(document -> {
                    Article article = article(distractors.set(), document);
                    List<Passage> passages = passages(article, false);
                    writer.put(article, passages, vectors.of(language(document), document.id(), passages.size()));
                }));
    }

    private IndexManifest build(
            DataSets sets, boolean whole, Path folder, BiConsumer<PassageIndexWriter, ArticleSink> more) {
        refuseUsed(folder);
        // in requests of many, and waited for: a model that is away must not pass for one that finds nothing
        embedder.ifPresent(model -> sets.sets()
                .forEach(set -> model.queries(
                        set.queries().stream().map(BeirDataSet.Query::text).toList())));
        try (PassageIndexWriter writer = PassageIndexWriter.open(folder, analyzers, true)) {
            ArticleSink sink = new ArticleSink(writer, embedder);
            for (BeirDataSet set : sets.sets()) {
                set.documents().parallelStream().forEach(document -> put(set.name(), document, whole, sink));
            }
            more.accept(writer, sink);
            sink.flush();
            return writer.commit(List.of(), clock.instant(), embedder);
        }
    }

    private void put(String set, Document document, boolean whole, ArticleSink sink) {
        Article article = article(set, document);
        sink.put(article, passages(article, whole));
    }

    private List<Passage> passages(Article article, boolean whole) {
        return whole ? splitter.whole(article) : splitter.split(article);
    }

    /** How many passages the documents of {@code sets} make. */
    int passages(DataSets sets) {
        return sets.sets().stream()
                .mapToInt(set -> set.documents().parallelStream()
                        .mapToInt(document ->
                                passages(article(set.name(), document), false).size())
                        .sum())
                .sum();
    }

    /** As many generated passages as are missing; empty where none are. */
    Optional<Distractors> filling(DataSets sets, int missing, long seed) {
        return missing <= 0
                ? Optional.empty()
                : Optional.of(Distractors.of(sets, missing, PassageGenerator.of(texts(sets), seed)));
    }

    /** The texts of all documents, by language. */
    Map<Language, List<String>> texts(DataSets sets) {
        Map<Language, List<String>> texts = new EnumMap<>(Language.class);
        for (BeirDataSet set : sets.sets()) {
            for (Document document : set.documents()) {
                texts.computeIfAbsent(language(document), unused -> new ArrayList<>())
                        .add(document.words());
            }
        }
        return texts;
    }

    /** As the set says, else as the text shows. */
    Language language(Document document) {
        return known(document).value();
    }

    private Known<Language> known(Document document) {
        return Language.ofTag(document.metadata().path("lang").asText())
                .map(Known::given)
                .orElseGet(
                        () -> Known.inferred(detector.detect(document.words()).orElse(Language.OTHER)));
    }

    private static void refuseUsed(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> held = Files.list(folder)) {
            if (held.findAny().isPresent()) {
                throw new EvaluationException("%s is not empty; evaluate in a new folder".formatted(folder));
            }
        } catch (IOException e) {
            throw new EvaluationException("%s cannot be listed; evaluate in a new folder".formatted(folder), e);
        }
    }

    private Article article(String set, Document document) {
        String text = document.words();
        return new Article(
                new ArticleId(set, document.id()),
                Known.given(document.title()),
                Optional.empty(),
                Optional.empty(),
                known(document),
                Optional.empty(),
                Audience.ALL,
                text,
                "",
                text.isEmpty() ? List.of() : List.of(new Span(0, text.length())));
    }
}
