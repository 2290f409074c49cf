package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a question is about: its terms with their idf weights, in the question's own analysis and in that of all languages. Immutable and safe
 * for use by many threads.
 */
public final class Subject {
    private final Language language;
    private final Map<String, Double> own;
    private final Map<String, Double> unstemmed;
    private final Analyzers analyzers;

    /** Weights are not negative; a term stands once. */
    public Subject(Language language, Map<String, Double> own, Map<String, Double> unstemmed, Analyzers analyzers) {
        this.language = language;
        this.own = Map.copyOf(own);
        this.unstemmed = Map.copyOf(unstemmed);
        this.analyzers = analyzers;
    }

    /** The share of the question's weight that {@code text}, written in {@code of}, has: 0 to 1. */
    public double share(String text, Language of) {
        boolean same = of.analysis() == language.analysis() && of.analysis() != Analysis.UNSTEMMED;
        Map<String, Double> weights = same ? own : unstemmed;
        Set<String> held = new HashSet<>(analyzers.terms(text, same ? language.analysis() : Analysis.UNSTEMMED));
        double total = 0;
        double covered = 0;
        for (Map.Entry<String, Double> term : weights.entrySet()) {
            total += term.getValue();
            covered += held.contains(term.getKey()) ? term.getValue() : 0;
        }
        return total == 0 ? 0 : covered / total;
    }
}
