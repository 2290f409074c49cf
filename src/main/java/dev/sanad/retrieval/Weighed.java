package dev.sanad.retrieval;

import dev.sanad.index.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of a question with their weights; a text has a part when it holds any of its identifiers. Immutable. */
final class Weighed {
    private final List<Part> parts;
    private final double total;

    private record Part(Set<String> anyOf, double weight) {}

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

    /** The share of the weight that {@code held} has, 0 to 1. */
    double share(Collection<String> held) {
        double has = 0;
        for (Part part : parts) {
            has += part.anyOf.stream().anyMatch(held::contains) ? part.weight : 0;
        }
        return total == 0 ? 0 : has / total;
    }

    /** The share of the heaviest part that {@code held} lacks. */
    double heaviestMissing(Collection<String> held) {
        double missing = 0;
        for (Part part : parts) {
            missing = part.anyOf.stream().anyMatch(held::contains) ? missing : Math.max(missing, part.weight);
        }
        return total == 0 ? 1 : missing / total;
    }
}
