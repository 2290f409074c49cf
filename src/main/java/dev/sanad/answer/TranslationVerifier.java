package dev.sanad.answer;

import dev.sanad.corpus.Known;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.language.LanguageDetector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The gate for translations: the original must support what a translation says as it must support a sentence of an answer, and the translation must state every
 * number and date of the original. Safe for use by many threads.
 */
public final class TranslationVerifier {
    /** Of Latin letters for one Chinese character; a reply that goes on and on is no translation. */
    private static final int LONGEST = 6;

    /** Smaller numbers may be worded otherwise where they are not written in digits, as {@code both}. */
    private static final BigDecimal WORDED = BigDecimal.TEN;

    private final PartReader reader;
    private final LanguageDetector detector = new LanguageDetector();

    /** @param analyzers with the glossary of the index */
    public TranslationVerifier(Analyzers analyzers) {
        this.reader = new PartReader(analyzers);
    }

    /** The translation as it may be shown; empty where it may not. */
    Optional<String> verified(String translation, Quote quote, Language language) {
        List<Draft> drafts = DraftSplitter.split(translation, language, true);
        String text = drafts.stream().map(Draft::text).collect(Collectors.joining(language.chinese() ? "" : " "));
        boolean fit = !drafts.isEmpty()
                && drafts.stream()
                        .allMatch(draft -> draft.allowed() && draft.markers().isEmpty())
                && text.length() <= LONGEST * quote.span().length()
                && !otherLanguage(text, language)
                && faithful(text, quote, language);
        return fit ? Optional.of(text) : Optional.empty();
    }

    private boolean otherLanguage(String text, Language language) {
        return detector.detect(text)
                .filter(detected -> detected.analysis() != language.analysis())
                .isPresent();
    }

    private boolean faithful(String text, Quote quote, Language language) {
        Optional<LocalDate> published = quote.passage().article().published().map(Known::value);
        List<Part> said = reader.article(text, language, published);
        Gate gate = new Gate(List.of(List.of(quote)), language);
        return gate.fault(Said.of(text, said, said, language), List.of(quote)).isEmpty()
                && quote.sentences().stream()
                        .flatMap(List::stream)
                        .filter(part -> needed(part, quote.text()))
                        .allMatch(part -> said.stream().anyMatch(held -> held.states(part)));
    }

    private static boolean needed(Part part, String original) {
        return switch (part) {
            case Part.Date date -> true;
            case Part.Quantity number ->
                number.value().compareTo(WORDED) > 0
                        || number.span().in(original).codePoints().anyMatch(Character::isDigit);
            case Part.Name name -> name.sure();
            case Part.Word word -> false;
        };
    }
}
