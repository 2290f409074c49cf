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
                .map(sentence -> source(sentence, citations, found).filter(source -> foreign(source, language)))
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

    private Sentence explained(Sentence sentence, Source source, Translator.Translated translated, Language language) {
        Citation citation = source.citation();
        return new Sentence(
                sentence.text(),
                sentence.citations(),
                glosser.of(
                        citation.quote(),
                        citation.language(),
                        citation.published().map(Known::value),
                        language),
                translated.of(source.quote()));
    }

    private static boolean foreign(Source source, Language language) {
        Language written = source.citation().language();
        return written != Language.OTHER && written.analysis() != language.analysis();
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
