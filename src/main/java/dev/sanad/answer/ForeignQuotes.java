package dev.sanad.answer;

import dev.sanad.corpus.Known;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Evidence;
import dev.sanad.retrieval.Retrieved;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Puts beside quoted sentences in another language than the reader's what they are about, and where there is a model a translation that the gate lets
 * through. Safe for use by many threads.
 */
public final class ForeignQuotes {
    private final Glosser glosser;
    private final PartReader reader;
    private final Optional<Translator> translator;

    /**
     * @param analyzers with the glossary of the index
     * @param translator empty to gloss only
     */
    public ForeignQuotes(Analyzers analyzers, Optional<Translator> translator) {
        this.glosser = new Glosser(analyzers);
        this.reader = new PartReader(analyzers);
        this.translator = translator;
    }

    /**
     * The sentences with what was put beside them.
     *
     * @param notes that say how many translations were left out, or that there are none
     */
    public record Explained(List<Sentence> sentences, List<Note> notes) {
        public Explained {
            sentences = List.copyOf(sentences);
            notes = List.copyOf(notes);
        }
    }

    /** A foreign quote in the reader's language, as far as it goes: what words of it mean, and what a model makes of the whole. */
    public record Meaning(Optional<Gloss> gloss, Optional<Translation> translation) {}

    /** Where a sentence was taken from. */
    private record Source(Citation citation, Quote quote) {}

    /**
     * The same sentences in the same order, explained to who asked.
     *
     * @param sentences quoted; one that is not the words of a citation of its own stays as it is
     * @param citations theirs, of passages that were {@code found}
     * @throws AnswerException where the waiting thread is interrupted; its flag is set again
     */
    public Explained explained(List<Sentence> sentences, List<Citation> citations, Retrieved found) {
        Language language = found.question().answerLanguage();
        List<Optional<Source>> sources = sentences.stream()
                .map(sentence ->
                        source(sentence, citations, found).filter(source -> foreign(source.citation(), language)))
                .toList();
        List<Quote> quotes =
                sources.stream().flatMap(Optional::stream).map(Source::quote).toList();
        Translator.Translated translated = translator
                .filter(model -> !quotes.isEmpty())
                .map(model -> model.translate(quotes, language))
                .orElse(Translator.Translated.NOTHING);
        List<Sentence> explained = IntStream.range(0, sentences.size())
                .mapToObj(i -> sources.get(i)
                        .map(source -> explained(sentences.get(i), source, translated, language))
                        .orElse(sentences.get(i)))
                .toList();
        return new Explained(explained, translated.notes());
    }

    /** The same citations in the same order, those of foreign quotes with their gloss. */
    List<Citation> glossed(List<Citation> citations, Language reader) {
        return citations.stream()
                .map(citation -> foreign(citation, reader) ? citation.with(gloss(citation, reader)) : citation)
                .toList();
    }

    /**
     * What a quote means to a reader; nothing where it is in the reader's language.
     *
     * @param passage that is cited, as the index holds it now; without it there is no translation
     * @throws AnswerException where the waiting thread is interrupted; its flag is set again
     */
    public Meaning meaning(Citation citation, Optional<Passage> passage, Language reader) {
        if (!foreign(citation, reader)) {
            return new Meaning(Optional.empty(), Optional.empty());
        }
        Span words = new Span(citation.start(), citation.end());
        Optional<Quote> quote = passage.filter(held -> held.article().text().length() >= words.end())
                .filter(held -> words.in(held.article().text()).equals(citation.quote()))
                .map(held -> Quote.of(held, words, this.reader));
        Optional<Translation> translation = translator.flatMap(model ->
                quote.flatMap(asked -> model.translate(List.of(asked), reader).of(asked)));
        return new Meaning(gloss(citation, reader), translation);
    }

    private Optional<Gloss> gloss(Citation citation, Language language) {
        return glosser.of(
                citation.quote(), citation.language(), citation.published().map(Known::value), language);
    }

    private Sentence explained(Sentence sentence, Source source, Translator.Translated translated, Language language) {
        Citation citation = source.citation();
        return new Sentence(
                sentence.text(), sentence.citations(), gloss(citation, language), translated.of(source.quote()));
    }

    /** Whether a quote is in another language than the reader's; Chinese of either script is one. */
    public static boolean foreign(Citation citation, Language reader) {
        Language written = citation.language();
        return written != Language.OTHER && written.analysis() != reader.analysis();
    }

    private Optional<Source> source(Sentence sentence, List<Citation> citations, Retrieved found) {
        return citations.stream()
                .filter(citation -> sentence.citations().contains(citation.marker()))
                .filter(citation -> sentence.text().contains(Quotes.oneLine(citation.quote())))
                .findFirst()
                .flatMap(citation -> passage(citation, found)
                        .map(passage -> new Source(
                                citation, Quote.of(passage, new Span(citation.start(), citation.end()), reader))));
    }

    private static Optional<Passage> passage(Citation citation, Retrieved found) {
        return found.ranked().stream()
                .map(Evidence::passage)
                .filter(passage -> passage.id().equals(citation.passageId()))
                .findFirst();
    }
}
