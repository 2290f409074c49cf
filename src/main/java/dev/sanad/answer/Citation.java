package dev.sanad.answer;

import dev.sanad.corpus.Article;
import dev.sanad.corpus.Known;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.passage.PassageId;
import dev.sanad.retrieval.Retrieved;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The exact words of one article that a sentence rests on. It carries its passage, so a stored answer survives the article.
 *
 * @param marker 1-based number shown as {@code [n]}
 * @param published the article's date and whether it was given or inferred
 * @param file path of the article below its corpus root
 * @param start of the quote in the article's text of record, UTF-16 units
 * @param end of the quote, exclusive
 * @param passage the words of the passage around the quote
 * @param passageStart of the passage in the text of record
 * @param reprints how many other articles were found to hold the same passage
 * @param gloss of a quote in another language than the reader's, where the sentence that rests on it is not the quote itself
 */
public record Citation(
        int marker,
        PassageId passageId,
        String title,
        Optional<String> source,
        Optional<URI> url,
        Optional<Known<LocalDate>> published,
        Language language,
        String file,
        int start,
        int end,
        String passage,
        int passageStart,
        int reprints,
        Optional<Gloss> gloss) {
    public Citation {
        if (start < passageStart || end <= start || end > passageStart + passage.length()) {
            throw new IllegalArgumentException(
                    "citation %d: quote [%d, %d) outside its passage %s".formatted(marker, start, end, passageId));
        }
    }

    /** The citation of {@code quote}, in the offsets of the article's text of record. */
    public static Citation of(int marker, Passage passage, Span quote) {
        Article article = passage.article();
        return new Citation(
                marker,
                passage.id(),
                article.title().value(),
                article.source().map(Known::value),
                article.url(),
                article.published(),
                article.language().value(),
                article.file(),
                quote.start(),
                quote.end(),
                passage.text(),
                passage.start(),
                0,
                Optional.empty());
    }

    /** The same quote under another number. */
    public Citation withMarker(int number) {
        return with(number, reprints, gloss);
    }

    /** The same citation, knowing how many other articles {@code found} holds of its passage. */
    public Citation countedIn(Retrieved found) {
        return with(marker, found.reprintsOf(passageId), gloss);
    }

    /** The same quote with what words of it mean. */
    public Citation with(Optional<Gloss> meaning) {
        return with(marker, reprints, meaning);
    }

    private Citation with(int number, int others, Optional<Gloss> meaning) {
        return new Citation(
                number,
                passageId,
                title,
                source,
                url,
                published,
                language,
                file,
                start,
                end,
                passage,
                passageStart,
                others,
                meaning);
    }

    /** The quoted words, exactly as they stand in the article. */
    public String quote() {
        return passage.substring(start - passageStart, end - passageStart);
    }
}
