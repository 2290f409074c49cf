package dev.sanad.retrieval;

import dev.sanad.index.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The parts of a question with their weights, in its order; a text has a part when it holds any of its identifiers. Immutable. */
final class Weighed {
    static final Weighed NOTHING = new Weighed(List.of());

    /** Words of a text at most so far apart belong together; translations change their order and put little words between. */
    private static final int NEAR = 3;

    private final List<Part> parts;
    private final double total;

    private record Part(Set<String> anyOf, double weight) {
        boolean in(Collection<String> held) {
            return anyOf.stream().anyMatch(held::contains);
        }
    }

    private Weighed(List<Part> parts) {
        this.parts = parts;
        this.total = parts.stream().mapToDouble(Part::weight).sum();
    }

    static Weighed terms(Map<String, Double> terms) {
        List<Part> parts = new ArrayList<>();
        terms.forEach((term, weight) -> parts.add(new Part(Set.of(term), weight)));
        return new Weighed(parts);
    }

    static Weighed units(Map<Unit, Double> units) {
        List<Part> parts = new ArrayList<>();
        units.forEach((unit, weight) -> parts.add(new Part(unit.ids().keySet(), weight)));
        return new Weighed(parts);
    }

    /** Everything that {@code words} are. */
    static Set<String> all(List<Set<String>> words) {
        Set<String> all = new HashSet<>();
        words.forEach(all::addAll);
        return all;
    }

    int size() {
        return parts.size();
    }

    /** The share of the weight that {@code held} has, 0 to 1. */
    double share(Collection<String> held) {
        double has = parts.stream()
                .filter(part -> part.in(held))
                .mapToDouble(Part::weight)
                .sum();
        return total == 0 ? 0 : has / total;
    }

    /**
     * Of the parts that follow one another in the question, the share that stand near one another in one of {@code texts}, each pair by its lighter part;
     * 0 where the question has one part only.
     *
     * @param texts their words in order
     */
    double together(List<List<Set<String>>> texts) {
        double all = 0;
        double met = 0;
        for (int i = 1; i < parts.size(); i++) {
            Part first = parts.get(i - 1);
            Part second = parts.get(i);
            double weight = Math.min(first.weight, second.weight);
            all += weight;
            met += texts.stream().anyMatch(words -> near(first, second, words)) ? weight : 0;
        }
        return all == 0 ? 0 : met / all;
    }

    private static boolean near(Part first, Part second, List<Set<String>> words) {
        return IntStream.range(0, words.size())
                .filter(at -> first.in(words.get(at)))
                .anyMatch(at -> IntStream.rangeClosed(Math.max(0, at - NEAR), Math.min(words.size() - 1, at + NEAR))
                        .anyMatch(near -> near != at && second.in(words.get(near))));
    }
}
