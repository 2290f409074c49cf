package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Unit;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            Language language, Map<String, Double> own, Map<Analysis, Map<Unit, Double>> crossed, Analyzers analyzers) {
        this.language = language;
        this.own = Map.copyOf(own);
        this.crossed = Map.copyOf(crossed);
        this.analyzers = analyzers;
    }

    /** The share of the question's weight that {@code text}, written in {@code of}, has: 0 to 1. */
    public double share(String text, Language of) {
        return weighed(of).share(held(text, of));
    }

    /** The question's words, numbers, dates and names, in order and each meaning once. */
    List<Unit> units() {
        return crossed.values().stream()
                .findFirst()
                .map(weights -> List.copyOf(weights.keySet()))
                .orElse(List.of());
    }

    /** What the terms of the question's own language weigh there. */
    Map<String, Double> terms() {
        return own;
    }

    /** What each unit weighs in passages of {@code of}. */
    Map<Unit, Double> crossed(Analysis of) {
        return crossed.getOrDefault(of, Map.of());
    }

    /** What the question weighs in a language's passages: of each term, or of each unit by its identifiers. */
    Weighed weighed(Language of) {
        return own(of) ? Weighed.terms(own) : Weighed.units(crossed.getOrDefault(of.analysis(), Map.of()));
    }

    /** The terms or identifiers that {@code text} has, as {@link #weighed} asks for them. */
    Set<String> held(String text, Language of) {
        if (own(of)) {
            return new HashSet<>(analyzers.terms(text, of));
        }
        Set<String> held = new HashSet<>();
        analyzers
                .interlingua()
                .units(text, of)
                .forEach(unit -> held.addAll(unit.ids().keySet()));
        return held;
    }

    /** Whether passages in {@code of} are weighed by the question's own terms. */
    boolean own(Language of) {
        return of.analysis() == language.analysis() && of.analysis() != Analysis.UNSTEMMED;
    }
}
