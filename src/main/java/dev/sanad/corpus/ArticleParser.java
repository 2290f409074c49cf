package dev.sanad.corpus;

import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import dev.sanad.language.Span;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Makes an article of a text of record: metadata from front matter where it has one, else found in the text and marked as inferred. A bad field or a
 * broken block never loses the article: the field is inferred, the block is text. Immutable and safe for use by many threads.
 */
public final class ArticleParser {
    private final LanguageDetector detector;

    public ArticleParser(LanguageDetector detector) {
        this.detector = detector;
    }

    /**
     * The article that {@code text} is. A text whose audience cannot be read is none: {@link ArticleReader} keeps it out.
     *
     * @param sha256 of {@code text}, as {@link ArticleReader} gives it
     */
    public Article parse(ArticleId id, String text, String sha256) {
        FrontMatter matter = FrontMatter.of(text);
        Optional<Known<Language>> given = matter.language().map(Known::given);
        Known<Language> language = given.orElseGet(() -> Known.inferred(
                detector.detectArticle(text.substring(matter.end())).orElse(Language.OTHER)));
        Inference inference = Inference.of(text, matter.end(), language.value());
        Known<String> title = matter.title()
                .map(Known::given)
                .orElseGet(() -> Known.inferred(inference.title().orElseGet(() -> nameOf(id))));
        Optional<Known<String>> source =
                matter.source().map(Known::given).or(() -> inference.source().map(Known::inferred));
        Optional<Known<LocalDate>> published = matter.published()
                .map(Known::given)
                .or(() -> inference.published().map(Known::inferred));
        Optional<URI> url = matter.url();
        Audience audience = matter.audience().flatMap(Audience::read).orElse(Audience.ALL);
        List<Span> kept = inference.kept();
        return new Article(id, title, source, published, language, url, audience, text, sha256, kept);
    }

    /** Where a text has nothing that could be a title, the file's name without its extension. */
    private static String nameOf(ArticleId id) {
        String name = id.path().substring(id.path().lastIndexOf('/') + 1);
        return name.contains(".") && name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
