package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Unit;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import java.util.EnumMap;
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
    private final Weighed weighedOwn;
    private final Map<Analysis, Weighed> weighedCrossed = new EnumMap<>(Analysis.class);
    private final Analyzers analyzers;

    /** Weights are not negative; a term stands once, and the maps of weights are in the question's order. */
    public Subject(
            Language language, Map<String, Double> own, Map<Analysis, Map<Unit, Double>> crossed, Analyzers analyzers) {
        this.language = language;
        this.own = own;
        this.crossed = Map.copyOf(crossed);
        this.weighedOwn = Weighed.terms(own);
        crossed.forEach((analysis, units) -> weighedCrossed.put(analysis, Weighed.units(units)));
        this.analyzers = analyzers;
    }

    /** The share of the question's weight that {@code text}, written in {@code of}, has: 0 to 1. */
    public double share(String text, Language of) {
        return weighed(of).share(Weighed.all(words(text, of)));
    }

    /** What the words of {@code text} stand for, in order. */
    public List<Unit> units(String text, Language of) {
        return analyzers.interlingua().units(text, of);
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
        return own(of) ? weighedOwn : weighedCrossed.getOrDefault(of.analysis(), Weighed.NOTHING);
    }

    /** The words of {@code text} in order, each as the term or the identifiers that {@link #weighed} asks for. */
    List<Set<String>> words(String text, Language of) {
        return own(of)
                ? analyzers.terms(text, of).stream().map(Set::of).toList()
                : units(text, of).stream().map(unit -> unit.ids().keySet()).toList();
    }

    /** Whether passages in {@code of} are weighed by the question's own terms. */
    boolean own(Language of) {
        return of.analysis() == language.analysis() && of.analysis() != Analysis.UNSTEMMED;
    }
}
