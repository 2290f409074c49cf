package dev.sanad.corpus;

import dev.sanad.language.Language;
import dev.sanad.language.Span;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One article.
 *
 * @param source the outlet
 * @param audience who may read it
 * @param text the text of record: the decoded file without its byte-order mark, line ends untouched; all offsets count its UTF-16 units
 * @param sha256 of the text of record in UTF-8, 64 lower-case hexadecimal digits
 * @param kept the stretches of {@code text} that are the article (no front matter, no navigation debris), in order, disjoint
 */
public record Article(
        ArticleId id,
        Known<String> title,
        Optional<Known<String>> source,
        Optional<Known<LocalDate>> published,
        Known<Language> language,
        Optional<URI> url,
        Audience audience,
        String text,
        String sha256,
        List<Span> kept) {
    public Article {
        kept = List.copyOf(kept);
        int last = 0;
        for (Span span : kept) {
            if (span.start() < last || span.end() > text.length()) {
                throw new IllegalArgumentException("%s: kept span %s out of order or range".formatted(id, span));
            }
            last = span.end();
        }
    }

    /** The path below the corpus root, as JSON and source lines name it. */
    public String file() {
        return id.path();
    }
}
