package dev.sanad.answer;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether each number, date and name of a sentence is the one that its surroundings ask for. In the passages it stands among other words, and so does every
 * other of its kind: where one that the sentence does not say stands among words that are clearly closer to the sentence's, it was exchanged for this one.
 *
 * @param said the sentence
 * @param quotes that hold it
 * @param offered the quotes of every passage that the model read
 */
record Fit(List<Part> said, List<Quote> quotes, List<List<Quote>> offered) {
    /** How much of a rival's fit is enough: within one sentence order decides, which languages differ in; other articles may report other figures. */
    private static final double IN_ITS_SENTENCE = 0.6;

    private static final double IN_ITS_PASSAGE = 0.9;
    private static final double ELSEWHERE = 0.7;

    /** How many words further a word counts half. */
    private static final double NEAR = 2;

    boolean everyFactInItsPlace() {
        return IntStream.range(0, said.size())
                .filter(at -> !(said.get(at) instanceof Part.Word))
                .allMatch(this::inItsPlace);
    }

    /** A word that may be a name and stands nowhere has no place to be out of. */
    private boolean inItsPlace(int at) {
        Part fact = said.get(at);
        List<List<Part>> places = places().filter(place -> holds(place, fact)).toList();
        double own = places.stream()
                .mapToDouble(place -> fit(at, place, held -> held.states(fact)))
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        return offered.stream().flatMap(List::stream).filter(Quote::single).allMatch(quote -> {
            List<Part> sentence = quote.sentences().getFirst();
            return own >= enough(quote, places) * fit(at, sentence, held -> rivals(held, fact));
        });
    }

    private Stream<List<Part>> places() {
        return quotes.stream().flatMap(quote -> Stream.concat(quote.sentences().stream(), Stream.of(quote.before())));
    }

    private static boolean holds(List<Part> place, Part fact) {
        return place.stream().anyMatch(held -> held.states(fact));
    }

    private double enough(Quote rival, List<List<Part>> places) {
        if (places.contains(rival.sentences().getFirst())) {
            return IN_ITS_SENTENCE;
        }
        boolean quoted = quotes.stream().anyMatch(quote -> quote.passage().equals(rival.passage()));
        return quoted ? IN_ITS_PASSAGE : ELSEWHERE;
    }

    /** Of one kind, and nowhere in the sentence. */
    private boolean rivals(Part held, Part fact) {
        return held.getClass() == fact.getClass() && said.stream().noneMatch(held::states);
    }

    /** How much of what stands around the fact stands around the best of the {@code wanted}, the nearer the more; 0 where there is none. */
    private double fit(int at, List<Part> sentence, Predicate<Part> wanted) {
        return IntStream.range(0, sentence.size())
                .filter(place -> wanted.test(sentence.get(place)))
                .mapToDouble(place -> fit(at, sentence, place))
                .max()
                .orElse(0);
    }

    private double fit(int at, List<Part> sentence, int place) {
        return IntStream.range(0, said.size())
                .filter(other -> other != at)
                .mapToDouble(other -> near(other - at) * nearest(said.get(other), sentence, place))
                .sum();
    }

    private static double nearest(Part part, List<Part> sentence, int place) {
        return IntStream.range(0, sentence.size())
                .filter(held -> held != place && sentence.get(held).states(part))
                .mapToDouble(held -> near(held - place))
                .max()
                .orElse(0);
    }

    private static double near(int distance) {
        return 1 / (NEAR + Math.abs(distance));
    }
}
