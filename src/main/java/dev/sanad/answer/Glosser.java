package dev.sanad.answer;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Interlingua;
import dev.sanad.index.SureWords;
import dev.sanad.index.Unit;
import dev.sanad.language.DateMention;
import dev.sanad.language.Dates;
import dev.sanad.language.DayNames;
import dev.sanad.language.Language;
import dev.sanad.language.NumberMention;
import dev.sanad.language.Numbers;
import dev.sanad.language.PartialDate;
import dev.sanad.language.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says in the reader's language which names, dates, numbers and key concepts a foreign sentence holds: of dates and numbers what it states, of words what
 * {@link SureWords} is sure of; names by their sound are not. Safe for use by many threads.
 */
final class Glosser {
    private static final int MOST_TERMS = 12;

    /** Years as people number them; a number of so many digits that differs is of another calendar. */
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1000);

    private final Interlingua interlingua;
    private final SureWords words;

    Glosser(Analyzers analyzers) {
        this.interlingua = analyzers.interlingua();
        this.words = new SureWords(analyzers);
    }

    /** A part of the sentence and what it is called; a part that is called nothing still takes its place. */
    private record Term(Span span, Optional<String> said) {}

    /**
     * The gloss of a sentence; empty where nothing in it is sure.
     *
     * @param published the day from which yesterday is counted
     */
    Optional<Gloss> of(String sentence, Language language, Optional<LocalDate> published, Language reader) {
        List<Unit> units = interlingua.units(sentence, language);
        List<Term> terms = new ArrayList<>();
        for (DateMention date : Dates.in(sentence, language, published)) {
            terms.add(new Term(date.span(), day(date, sentence, reader)));
        }
        Figures figures = new Figures(sentence, units, reader);
        for (NumberMention number : Numbers.in(sentence)) {
            if (free(terms, number.span())) {
                Figures.Figure figure = figures.of(number);
                terms.add(new Term(figure.span(), figure.said()));
            }
        }
        for (Unit unit : units) {
            if (free(terms, unit.span())) {
                Optional<String> word =
                        severed(unit, units, language) ? Optional.empty() : words.of(unit, language, reader);
                terms.add(new Term(unit.span(), word));
            }
        }
        List<String> said = terms.stream()
                .sorted(Comparator.comparingInt(term -> term.span().start()))
                .flatMap(term -> term.said().stream())
                .distinct()
                .limit(MOST_TERMS)
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(new Gloss(said));
    }

    private static boolean free(List<Term> terms, Span span) {
        return terms.stream().noneMatch(term -> term.span().overlaps(span));
    }

    /** Whether a Chinese word of two characters may be a piece of a longer name in sounds, Khiva in 希瓦夸托. */
    private static boolean severed(Unit unit, List<Unit> units, Language language) {
        return language.chinese()
                && unit.span().length() == 2
                && units.stream()
                        .filter(other -> other.kind() == Unit.Kind.SOUND)
                        .anyMatch(other -> other.span().start() == unit.span().end()
                                || other.span().end() == unit.span().start());
    }

    /** A year of another calendar covers parts of two: it is not said as one. */
    private static Optional<String> day(DateMention mention, String sentence, Language reader) {
        PartialDate date = mention.date();
        boolean onlyYear = date.month().isEmpty() && date.day().isEmpty();
        boolean another = onlyYear
                && Numbers.in(mention.span().in(sentence)).stream()
                        .map(NumberMention::value)
                        .anyMatch(number -> number.compareTo(FIRST_YEAR) >= 0
                                && number.compareTo(
                                                BigDecimal.valueOf(date.year().orElse(0)))
                                        != 0);
        return another ? Optional.empty() : DayNames.partial(reader, date);
    }
}
