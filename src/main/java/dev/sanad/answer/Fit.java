package dev.sanad.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether each number, date and name of a sentence is the one that its surroundings ask for. It stands where it is found in the evidence, and so does every
 * other of its kind: where one that the sentence does not say is among words much closer to the sentence's, it was exchanged for this one.
 *
 * @param said the sentence
 * @param quotes that hold it
 * @param offered the quotes of every passage that the model read
 */
record Fit(List<Part> said, List<Quote> quotes, List<List<Quote>> offered) {
    private static final double SAME_SENTENCE = Double.parseDouble(System.getProperty("fs", "0.6"));
    private static final double SAME_PASSAGE = Double.parseDouble(System.getProperty("fp", "0.9"));
    private static final double OTHER_PASSAGE = Double.parseDouble(System.getProperty("fo", "0.7"));
    private static final double NEAR = 2;

    boolean everyFactInItsPlace() {
        for (int at = 0; at < said.size(); at++) {
            if (fact(said.get(at)) && held(said.get(at)) && !inItsPlace(at)) {
                return false;
            }
        }
        return true;
    }

    String why() { StringBuilder b=new StringBuilder(); for (int i=0;i<said.size();i++) if (fact(said.get(i))&&held(said.get(i))&&!inItsPlace(i)) b.append("UNFIT "+said.get(i)); return b.toString(); }

    private static boolean fact(Part part) {
        return !(part instanceof Part.Word);
    }

    /** A word that may be a name and stands nowhere has no place. */
    private boolean held(Part fact) {
        return quotes.stream()
                .anyMatch(quote -> quote.states(fact)
                        || quote.before().stream().anyMatch(part -> part.states(fact)));
    }

    private record Place(List<Part> sentence, double fit) {}

    private boolean inItsPlace(int at) {
        Part fact = said.get(at);
        List<Place> own = new ArrayList<>();
        for (Quote quote : quotes) {
            for (List<Part> sentence : quote.sentences()) {
                own.addAll(places(at, sentence, held -> held.states(fact)));
            }
            own.addAll(places(at, quote.before(), held -> held.states(fact)));
        }
        double best = own.stream().mapToDouble(Place::fit).max().orElse(0);
        for (List<Quote> passage : offered) {
            boolean cited = quotes.stream().anyMatch(quote -> quote.passage().equals(passage.getFirst().passage()));
            for (Quote quote : passage) {
                if (quote.sentences().size() == 1) {
                    List<Part> sentence = quote.sentences().getFirst();
                    boolean same = own.stream().anyMatch(place -> place.sentence() == sentence);
                    double bound = same ? SAME_SENTENCE : cited ? SAME_PASSAGE : OTHER_PASSAGE;
                    double rival = places(at, sentence, held -> rivals(held, fact)).stream()
                            .mapToDouble(Place::fit)
                            .max()
                            .orElse(0);
                    if (best < bound * rival) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Of one kind, and not said anywhere in the sentence. */
    private boolean rivals(Part held, Part fact) {
        return fact(held)
                && held.getClass() == fact.getClass()
                && said.stream().noneMatch(held::states);
    }

    private List<Place> places(int at, List<Part> sentence, Predicate<Part> wanted) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            if (wanted.test(sentence.get(i))) {
                places.add(new Place(sentence, fit(at, sentence, i)));
            }
        }
        return places;
    }

    /** What of the sentence stands around the place, the nearer the more. */
    private double fit(int at, List<Part> sentence, int place) {
        double fit = 0;
        for (int i = 0; i < said.size(); i++) {
            if (i != at) {
                double best = 0;
                for (int j = 0; j < sentence.size(); j++) {
                    if (j != place && sentence.get(j).states(said.get(i))) {
                        best = Math.max(best, near(j - place));
                    }
                }
                fit += near(i - at) * best;
            }
        }
        return fit;
    }

    private static double near(int distance) {
        return 1 / (NEAR + Math.abs(distance));
    }
}
