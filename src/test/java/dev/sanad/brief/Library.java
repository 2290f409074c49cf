package dev.sanad.brief;

import dev.sanad.answer.ForeignQuotes;
import dev.sanad.answer.GatedModel;
import dev.sanad.corpus.Article;
import dev.sanad.corpus.ArticleId;
import dev.sanad.corpus.ArticleParser;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.Audience;
import dev.sanad.corpus.SampleCorpus;
import dev.sanad.index.Analyzers;
import dev.sanad.index.IndexUpdater;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.PassageIndexWriter;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import dev.sanad.retrieval.Question;
import dev.sanad.retrieval.Retriever;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real index of a few articles, and briefs from it. */
final class Library implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-30T10:00:00Z");
    private static final double MIN_CONFIDENCE = 0.5;

    private final Analyzers analyzers = Analyzers.packed();
    private final ArticleParser parser = new ArticleParser(new LanguageDetector());
    private final PassageSplitter splitter = new PassageSplitter(new SentenceBreaker());
    private final Map<String, String> texts = new HashMap<>();
    private final List<Article> articles = new ArrayList<>();
    private final Path folder;
    private Optional<PassageIndex> index = Optional.empty();

    Library(Path folder) {
        this.folder = folder;
    }

    /** An article as its file would hold it; a blank date states none. */
    Library with(String file, Language language, String date, String title, String body) {
        String dated = date.isBlank() ? "" : "date: " + date + "\n";
        return withFile(
                file,
                "---\ntitle: \"%s\"\nsource: The Gazette\n%slanguage: %s\n---\n\n%s\n"
                        .formatted(title, dated, language.tag(), body));
    }

    Library withFile(String file, String text) {
        Article article = parser.parse(new ArticleId("test", file), text, "%064x".formatted(text.hashCode() & 0xffL));
        articles.add(article);
        texts.put(file, text);
        return this;
    }

    Library indexed() {
        try (PassageIndexWriter writer = PassageIndexWriter.open(folder, analyzers, true)) {
            articles.forEach(article -> writer.put(article, splitter.split(article)));
            writer.commit(List.of("/news"), NOW);
        }
        index = Optional.of(PassageIndex.open(folder));
        return this;
    }

    Library ofTheSample() {
        new IndexUpdater(analyzers, new ArticleReader(1_000_000), parser, splitter, Clock.fixed(NOW, ZoneOffset.UTC))
                .update(new SampleCorpus(), List.of(), folder, true, (files, all) -> {});
        ArticleReader reader = new ArticleReader(1_000_000);
        new SampleCorpus().files().forEach(file -> {
            if (reader.read(file) instanceof ArticleReader.Read.Decoded decoded) {
                texts.put(file.id().path(), decoded.text());
            }
        });
        index = Optional.of(PassageIndex.open(folder));
        return this;
    }

    Brief brief(String topic, Language language) {
        return brief(Question.of(topic, language), Optional.empty());
    }

    Brief brief(Question topic, Optional<GatedModel> model) {
        return new BriefWriter(
                        index.orElseThrow(),
                        Audience.ALL,
                        new Retriever(analyzers),
                        MIN_CONFIDENCE,
                        model,
                        new ForeignQuotes(analyzers, Optional.empty()))
                .write(topic);
    }

    /** The text of record of a file. */
    String text(String file) {
        return Optional.ofNullable(texts.get(file)).orElseThrow();
    }

    @Override
    public void close() {
        index.ifPresent(PassageIndex::close);
    }
}
