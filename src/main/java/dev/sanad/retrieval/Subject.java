package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Unit;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a question is about: its terms with their idf weights in its own language, and what they stand for in the passages of each other. Immutable and
 * safe for use by many threads.
 */
public final class Subject {
    private final Language language;
    private final Map<String, Double> own;
    private final Map<Analysis, Map<Unit, Double>> crossed;
    private final Analyzers analyzers;

    /** Weights are not negative; a term stands once. */
    public Subject(
            Language language,
            Map<String, Double> own,
            Map<Analysis, Map<Unit, Double>> crossed,
            Analyzers analyzers) {
        this.language = language;
        this.own = Map.copyOf(own);
        this.crossed = Map.copyOf(crossed);
        this.analyzers = analyzers;
    }

    /** The share of the question's weight that {@code text}, written in {@code of}, has: 0 to 1. */
    public double share(String text, Language of) {
        if (of.analysis() == language.analysis() && of.analysis() != Analysis.UNSTEMMED) {
            Set<String> held = new HashSet<>(analyzers.terms(text, of));
            return share(own, held::contains);
        }
        Set<String> held = new HashSet<>();
        analyzers.interlingua().units(text, of).forEach(unit -> held.addAll(unit.ids().keySet()));
        return share(
                crossed.getOrDefault(of.analysis(), Map.of()),
                unit -> unit.ids().keySet().stream().anyMatch(held::contains));
    }

    private static <T> double share(Map<T, Double> weights, Predicate<T> holds) {
        double total = 0;
        double covered = 0;
        for (Map.Entry<T, Double> weight : weights.entrySet()) {
            total += weight.getValue();
            covered += holds.test(weight.getKey()) ? weight.getValue() : 0;
        }
        return total == 0 ? 0 : covered / total;
    }
}
