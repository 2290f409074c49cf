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
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

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
    private final TermLookups lookups;

    /**
     * A unit that is looked for.
     *
     * @param ids what each identifier that is held here weighs
     * @param boosts of the same: how sure it is that the unit stands for it, times how rare it is taken to be over how rare it is here
     * @param weight of the unit
     */
    private record Asked(Unit unit, Map<String, Double> ids, Map<String, Float> boosts, double weight) {
        float boost(String id) {
            return boosts.getOrDefault(id, 1f);
        }
    }

    private CrossedTerms(String field, List<Asked> asked, double total, TermLookups lookups) {
        this.lookups = lookups;
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

    /** With each identifier as rare as it is in the passages of that analysis, or, where given, in those of all languages together. */
    static CrossedTerms of(
            Collection<Unit> units, Analysis analysis, Optional<CrossedFrequencies> everywhere, TermLookups lookups)
            throws IOException {
        String field = Fields.crossed(analysis);
        int passages = lookups.passages(field);
        List<Asked> asked = new ArrayList<>();
        double total = 0;
        for (Unit unit : units) {
            Map<String, Double> ids = new LinkedHashMap<>();
            Map<String, Float> boosts = new HashMap<>();
            double best = 0;
            for (Map.Entry<String, Double> id : unit.ids().entrySet()) {
                int having = lookups.having(new Term(field, id.getKey()));
                double weight = id.getValue() * QuestionTerms.weight(passages, having);
                best = Math.max(best, weight);
                if (having > 0) {
                    ids.put(id.getKey(), weight);
                    double idf = QuestionTerms.idf(passages, having);
                    double rarity =
                            everywhere.map(all -> all.idf(id.getKey()) / idf).orElse(1.0);
                    boosts.put(id.getKey(), (float) (id.getValue() * rarity));
                }
            }
            boolean crosses = !ids.isEmpty() || !(unit.ids().isEmpty() || unit.guessed());
            double weight = crosses ? best : UNCROSSED * QuestionTerms.weight(passages, 0);
            total += weight;
            asked.add(new Asked(unit, ids, boosts, weight));
        }
        return new CrossedTerms(field, asked, total, lookups);
    }

    /** Whether some passage of this analysis holds any of it. */
    boolean anyHeld() {
        return asked.stream().anyMatch(one -> !one.ids.isEmpty());
    }

    /** The sum over the units of their best identifier's BM25; of very many, the units that weigh most. */
    Query query() throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Asked one : searched()) {
            List<Query> senses = new ArrayList<>();
            for (String id : one.ids.keySet()) {
                senses.add(new BoostQuery(lookups.query(new Term(field, id)), one.boost(id)));
            }
            query.add(new DisjunctionMaxQuery(senses, 0), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    private List<Asked> searched() {
        List<Asked> heaviest = asked.stream()
                .filter(one -> !one.ids.isEmpty())
                .sorted(Comparator.comparingDouble((Asked one) -> -one.weight))
                .toList();
        List<Asked> searched = new ArrayList<>();
        int clauses = 0;
        for (Asked one : heaviest) {
            clauses += one.ids.size() + 1;
            if (clauses <= MOST_CLAUSES) {
                searched.add(one);
            }
        }
        return searched;
    }

    /** What the candidates hold of it. */
    Held held(Candidates candidates) throws IOException {
        Held held = new Held(candidates.size());
        for (Asked one : searched()) {
            float[] score = new float[candidates.size()];
            double[] weight = new double[candidates.size()];
            for (Map.Entry<String, Double> id : one.ids.entrySet()) {
                float[] ofId = candidates.scores(new Term(field, id.getKey()), lookups);
                BitSet holding = held.via.computeIfAbsent(Via.ofId(id.getKey()), unused -> new BitSet());
                for (int slot = 0; slot < score.length; slot++) {
                    if (ofId[slot] > 0) {
                        holding.set(slot);
                        score[slot] = Math.max(score[slot], one.boost(id.getKey()) * ofId[slot]);
                        weight[slot] = Math.max(weight[slot], id.getValue());
                    }
                }
            }
            held.add(score, weight, total);
        }
        return held;
    }

    /** What candidates hold, by place. */
    static final class Held {
        private final double[] scores;
        private final double[] coverage;
        private final Map<Via, BitSet> via = new EnumMap<>(Via.class);

        private Held(int candidates) {
            scores = new double[candidates];
            coverage = new double[candidates];
        }

        private void add(float[] score, double[] weight, double total) {
            for (int slot = 0; slot < score.length; slot++) {
                scores[slot] += score[slot];
                coverage[slot] += total == 0 ? 0 : weight[slot] / total;
            }
        }

        /** What {@link CrossedTerms#query} scores it, by which passages in another language are ranked. */
        double score(int slot) {
            return scores[slot];
        }

        /** The share of the question's weight, 0 to 1. */
        double coverage(int slot) {
            return coverage[slot];
        }

        /** The kinds of identifiers that found it. */
        Set<Via> via(int slot) {
            Set<Via> ways = EnumSet.noneOf(Via.class);
            via.forEach((way, holding) -> {
                if (holding.get(slot)) {
                    ways.add(way);
                }
            });
            return ways;
        }
    }

    /** The units with what each weighs, in the question's order. */
    Map<Unit, Double> weighed() {
        Map<Unit, Double> weighed = new LinkedHashMap<>();
        asked.forEach(one -> weighed.put(one.unit, one.weight));
        return weighed;
    }
}
