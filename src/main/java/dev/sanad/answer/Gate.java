package dev.sanad.answer;

import dev.sanad.language.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The passages that a model read, and which of their words support what it wrote.
 *
 * @param offered the quotes of each passage, in the order in which the model saw them
 * @param language that the model wrote in
 */
record Gate(List<List<Quote>> offered, Language language) {
    /** Across languages a sentence is cited anew only where so many of its numbers, dates and names lead there. */
    private static final int LEAST_ANCHORS = 2;

    private static final int LEAST_WORDS = 2;
    private static final int FACT_WEIGHT = 3;
    private static final int NAME_WEIGHT = 2;

    Gate {
        offered = List.copyOf(offered);
    }

    /** Why a sentence may not be shown. */
    enum Fault {
        /** No passage was cited that shares anything with it. */
        UNCITED,
        /** It has too few words to say anything, or too few that do not speak of the passages themselves. */
        WORDLESS,
        /** A number, date or name does not stand in the quotes. */
        MISSING,
        /** Too few of its words, or of a clause's, stand in them. */
        FAR,
        /** A number, date or name stands among words that are about another. */
        EXCHANGED
    }

    /**
     * What a sentence rests on.
     *
     * @param anew whether that is another passage than the model cited
     */
    record Support(List<Quote> quotes, boolean anew) {
        Support {
            quotes = List.copyOf(quotes);
        }
    }

    /** The quotes that support {@code said}: of the cited passages, else of another; empty where none do. */
    Optional<Support> support(Said said, List<Integer> markers) {
        List<Quote> cited = cited(said.parts(), markers);
        return fault(said, cited).isEmpty() ? Optional.of(new Support(cited, false)) : citedAnew(said);
    }

    /** What {@code quotes} lack to support {@code said}; empty where they do. */
    Optional<Fault> fault(Said said, List<Quote> quotes) {
        if (words(said.parts()) < LEAST_WORDS || stated(said.own()) < LEAST_WORDS) {
            return Optional.of(Fault.WORDLESS);
        }
        if (quotes.isEmpty()) {
            return Optional.of(Fault.UNCITED);
        }
        if (!said.parts().stream().allMatch(part -> stands(part, quotes))) {
            return Optional.of(Fault.MISSING);
        }
        if (!new Closeness(said, quotes, language).enough()) {
            return Optional.of(Fault.FAR);
        }
        return new Fit(said.parts(), quotes, offered).everyFactInItsPlace()
                ? Optional.empty()
                : Optional.of(Fault.EXCHANGED);
    }

    private static long words(List<Part> said) {
        return said.stream()
                .flatMap(part -> switch (part) {
                    case Part.Word word -> Stream.of(word.ids());
                    case Part.Name name -> Stream.of(name.ids());
                    case Part.Quantity number -> Stream.empty();
                    case Part.Date date -> Stream.empty();
                })
                .distinct()
                .count();
    }

    /** How many of its parts a passage could state. */
    private static long stated(List<Part> own) {
        return own.stream()
                .filter(part -> !(part instanceof Part.Word word && word.unstated()))
                .count();
    }

    /** Of each cited passage the quote that holds most, where it holds anything. */
    List<Quote> cited(List<Part> said, List<Integer> markers) {
        return markers.stream()
                .distinct()
                .filter(marker -> marker >= 1 && marker <= offered.size())
                .map(marker -> best(said, offered.get(marker - 1)))
                .filter(quote -> weight(said, quote) > 0)
                .toList();
    }

    private Optional<Support> citedAnew(Said said) {
        return offered.stream()
                .map(quotes -> best(said.parts(), quotes))
                .filter(quote -> quote.sameLanguage(language) || anchors(said.parts(), quote) >= LEAST_ANCHORS)
                .filter(quote -> fault(said, List.of(quote)).isEmpty())
                .max(Comparator.comparingInt(quote -> weight(said.parts(), quote)))
                .map(quote -> new Support(List.of(quote), true));
    }

    /** Numbers, dates and names must stand; a name also in the title or the sentence before. */
    private boolean stands(Part part, List<Quote> quotes) {
        return switch (part) {
            case Part.Quantity number -> quotes.stream().anyMatch(quote -> quote.states(number));
            case Part.Date date -> quotes.stream().anyMatch(quote -> quote.states(date));
            case Part.Name name -> named(name, quotes) || !(name.sure() || elsewhere(name));
            case Part.Word word -> true;
        };
    }

    private static boolean named(Part.Name name, List<Quote> quotes) {
        return quotes.stream()
                .anyMatch(quote -> quote.states(name) || quote.before().stream().anyMatch(part -> part.states(name)));
    }

    /** Whether other words of the passages have it, as a name or a word that may be one. */
    private boolean elsewhere(Part.Name name) {
        return offered.stream()
                .flatMap(List::stream)
                .filter(Quote::single)
                .flatMap(quote -> quote.sentences().getFirst().stream())
                .anyMatch(part -> part instanceof Part.Name && part.states(name));
    }

    /** The quote that holds most of the sentence; among equals the shortest, then the first. */
    private static Quote best(List<Part> said, List<Quote> quotes) {
        return quotes.stream()
                .max(Comparator.comparingInt((Quote quote) -> worth(said, quote))
                        .thenComparing(quote -> quote.span().start(), Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** A further sentence is quoted only where it adds more than one word. */
    private static int worth(List<Part> said, Quote quote) {
        return weight(said, quote) - (quote.sentences().size() - 1);
    }

    private static int weight(List<Part> said, Quote quote) {
        return said.stream().filter(quote::states).mapToInt(Gate::weight).sum();
    }

    private static int weight(Part part) {
        return switch (part) {
            case Part.Quantity number -> FACT_WEIGHT;
            case Part.Date date -> FACT_WEIGHT;
            case Part.Name name -> NAME_WEIGHT;
            case Part.Word word -> 1;
        };
    }

    private static long anchors(List<Part> said, Quote quote) {
        return said.stream()
                .filter(part -> !(part instanceof Part.Word))
                .filter(quote::states)
                .count();
    }
}
