package dev.sanad.retrieval;

import dev.sanad.index.Fields;
import dev.sanad.index.Unit;
import dev.sanad.language.Language.Analysis;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.Term;

/**
 * How rare the identifiers of a question are among the passages of all languages together. In the passages of one language a word may be rare only because
 * they are about something else. Immutable.
 */
final class CrossedFrequencies {
    private final Map<String, Double> idfs;

    private CrossedFrequencies(Map<String, Double> idfs) {
        this.idfs = Map.copyOf(idfs);
    }

    static CrossedFrequencies of(Collection<Unit> units, TermLookups lookups) throws IOException {
        int passages = 0;
        for (Analysis analysis : Analysis.values()) {
            passages += lookups.passages(Fields.crossed(analysis));
        }
        Map<String, Double> idfs = new HashMap<>();
        for (Unit unit : units) {
            for (String id : unit.ids().keySet()) {
                int having = 0;
                for (Analysis analysis : Analysis.values()) {
                    having += lookups.having(new Term(Fields.crossed(analysis), id));
                }
                idfs.put(id, QuestionTerms.idf(passages, having));
            }
        }
        return new CrossedFrequencies(idfs);
    }

    /** Of an identifier of these units, more than 0. */
    double idf(String id) {
        return idfs.getOrDefault(id, 1.0);
    }
}
