package dev.sanad.index;

import dev.sanad.corpus.ArticleParser;
import dev.sanad.corpus.ArticleReader;
import dev.sanad.corpus.Corpus;
import dev.sanad.corpus.FileCorpus;
import dev.sanad.index.IndexUpdater.Update;
import dev.sanad.language.LanguageDetector;
import dev.sanad.passage.PassageSplitter;
import dev.sanad.passage.SentenceBreaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Folders of invented articles, and real indexes of them. */
public final class Indexed {
    public static final Analyzers ANALYZERS = Analyzers.packed();
    public static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private Indexed() {}

    /** Writes a file as it is, making its folders. */
    public static void write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an article with front matter. */
    public static void article(Path folder, String name, String language, String title, String... sentences) {
        dated(folder, name, language, title, "The Velmora Gazette", "2026-02-10", sentences);
    }

    public static void dated(
            Path folder, String name, String language, String title, String source, String date, String... sentences) {
        write(
                folder,
                name,
                "---\ntitle: \"%s\"\nsource: %s\ndate: %s\nlanguage: %s\n---\n\n%s\n"
                        .formatted(title, source, date, language, String.join(" ", sentences)));
    }

    public static Update update(Path corpus, Path index) {
        return update(FileCorpus.of(List.of(corpus)), index, false);
    }

    public static Update update(Corpus corpus, Path index, boolean rebuild) {
        return updater().update(corpus, List.of("/corpus"), index, rebuild, (done, all) -> {});
    }

    /** With vectors of the model. */
    public static Update update(Path corpus, Path index, Embedder embedder) {
        return updater(embedder)
                .update(FileCorpus.of(List.of(corpus)), List.of("/corpus"), index, false, (done, all) -> {});
    }

    static IndexUpdater updater(Embedder embedder) {
        return new IndexUpdater(
                ANALYZERS,
                new ArticleReader(1_000_000),
                new ArticleParser(new LanguageDetector()),
                new PassageSplitter(new SentenceBreaker()),
                Optional.of(embedder),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static IndexUpdater updater() {
        return new IndexUpdater(
                ANALYZERS,
                new ArticleReader(1_000_000),
                new ArticleParser(new LanguageDetector()),
                new PassageSplitter(new SentenceBreaker()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
