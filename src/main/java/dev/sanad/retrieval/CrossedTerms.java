package dev.sanad.retrieval;

import dev.sanad.index.Fields;
import dev.sanad.index.Interlingua;
import dev.sanad.index.Unit;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a question is about, as identifiers that every language shares, asked of the passages of one analysis: each has its own idf. A unit weighs
 * {@code 1 + idf} of its rarest identifier there, as a {@link QuestionTerms term} does; one that does not cross cannot be looked for, and
 * counts {@link #UNCROSSED} of a word that no passage has.
 */
final class CrossedTerms {
    /** What does not cross may stand in the passage or not. */
    private static final double UNCROSSED = 0.5;

    /** Lucene refuses queries of more than 1,024 clauses. */
    private static final int MOST_CLAUSES = 1_000;

    private final String field;
    private final List<Asked> asked;
    private final double total;

    /**
     * A unit that is looked for.
     *
     * @param ids what each identifier that is held here weighs
     * @param idfs of the same here
     */
    private record Asked(Unit unit, Map<String, Double> ids, Map<String, Double> idfs, double weight) {}

    private CrossedTerms(String field, List<Asked> asked, double total) {
        this.field = field;
        this.asked = asked;
        this.total = total;
    }

    /** The units of {@code subject} without identifiers of {@code without}, each once. */
    static List<Unit> units(String subject, Language language, Interlingua interlingua, Set<Via> without) {
        Map<Object, Unit> units = new LinkedHashMap<>();
        for (Unit unit : interlingua.units(subject, language)) {
            Map<String, Double> ids = new LinkedHashMap<>(unit.ids());
            ids.keySet().removeIf(id -> without.contains(Via.ofId(id)));
            Unit kept = new Unit(ids.isEmpty() ? Unit.Kind.NONE : unit.kind(), unit.words(), unit.span(), ids);
            units.putIfAbsent(meaning(kept), kept);
        }
        return List.copyOf(units.values());
    }

    /** What makes two units one: the same identifiers, without any the same words. */
    static Object meaning(Unit unit) {
        return unit.ids().isEmpty() ? unit.words() : unit.ids().keySet();
    }

    static CrossedTerms of(Collection<Unit> units, Analysis analysis, IndexSearcher searcher) throws IOException {
        String field = Fields.crossed(analysis);
        int passages = searcher.getIndexReader().getDocCount(field);
        List<Asked> asked = new ArrayList<>();
        double total = 0;
        for (Unit unit : units) {
            Map<String, Double> ids = new LinkedHashMap<>();
            Map<String, Double> idfs = new HashMap<>();
            double best = 0;
            for (Map.Entry<String, Double> id : unit.ids().entrySet()) {
                int having = searcher.getIndexReader().docFreq(new Term(field, id.getKey()));
                double weight = id.getValue() * QuestionTerms.weight(passages, having);
                best = Math.max(best, weight);
                if (having > 0) {
                    ids.put(id.getKey(), weight);
                    idfs.put(id.getKey(), QuestionTerms.idf(passages, having));
                }
            }
            double weight = unit.ids().isEmpty() ? UNCROSSED * QuestionTerms.weight(passages, 0) : best;
            total += weight;
            asked.add(new Asked(unit, ids, idfs, weight));
        }
        return new CrossedTerms(field, asked, total);
    }

    /** Whether some passage of this analysis holds any of it. */
    boolean anyHeld() {
        return asked.stream().anyMatch(one -> !one.ids.isEmpty());
    }

    /** The sum over the units of their best identifier's BM25; of very many, the units that weigh most. */
    Query query() {
        return query((one, id) -> 1);
    }

    /** The same with each identifier as rare as it is in all languages, instead of in this one. */
    Query query(CrossedFrequencies everywhere) {
        return query((one, id) -> everywhere.idf(id) / one.idfs.getOrDefault(id, 1.0));
    }

    private Query query(ToDoubleBiFunction<Asked, String> rarity) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int clauses = 0;
        List<Asked> heaviest = asked.stream()
                .filter(one -> !one.ids.isEmpty())
                .sorted(Comparator.comparingDouble((Asked one) -> -one.weight))
                .toList();
        for (Asked one : heaviest) {
            clauses += one.ids.size() + 1;
            if (clauses > MOST_CLAUSES) {
                break;
            }
            List<Query> senses = new ArrayList<>();
            one.ids
                    .keySet()
                    .forEach(id -> senses.add(new BoostQuery(new TermQuery(new Term(field, id)), (float)
                            (one.unit.ids().getOrDefault(id, 1.0) * rarity.applyAsDouble(one, id)))));
            query.add(new DisjunctionMaxQuery(senses, 0), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    /** What the candidates hold of it. */
    Held held(Candidates candidates) throws IOException {
        double[] coverage = new double[candidates.size()];
        Map<Via, BitSet> via = new EnumMap<>(Via.class);
        for (Asked one : asked) {
            double[] best = new double[candidates.size()];
            for (Map.Entry<String, Double> id : one.ids.entrySet()) {
                BitSet holding = candidates.holding(new Term(field, id.getKey()));
                via.computeIfAbsent(Via.ofId(id.getKey()), unused -> new BitSet())
                        .or(holding);
                holding.stream().forEach(slot -> best[slot] = Math.max(best[slot], id.getValue()));
            }
            IntStream.range(0, best.length).forEach(slot -> coverage[slot] += total == 0 ? 0 : best[slot] / total);
        }
        return new Held(coverage, via);
    }

    /** What candidates hold, by place. */
    static final class Held {
        private final double[] coverage;
        private final Map<Via, BitSet> ways;

        private Held(double[] coverage, Map<Via, BitSet> ways) {
            this.coverage = coverage;
            this.ways = ways;
        }

        /** The share of the question's weight, 0 to 1. */
        double coverage(int slot) {
            return coverage[slot];
        }

        /** The kinds of identifiers that found it. */
        Set<Via> via(int slot) {
            Set<Via> via = EnumSet.noneOf(Via.class);
            ways.forEach((way, holding) -> {
                if (holding.get(slot)) {
                    via.add(way);
                }
            });
            return via;
        }
    }

    /** The units with what each weighs, in the question's order. */
    Map<Unit, Double> weighed() {
        Map<Unit, Double> weighed = new LinkedHashMap<>();
        asked.forEach(one -> weighed.put(one.unit, one.weight));
        return weighed;
    }
}
