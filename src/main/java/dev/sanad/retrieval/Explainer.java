package dev.sanad.retrieval;

import dev.sanad.index.Analyzers;
import dev.sanad.index.Fields;
import dev.sanad.index.Snapshot;
import dev.sanad.index.Unit;
import dev.sanad.index.Word;
import dev.sanad.language.Language;
import dev.sanad.language.Language.Analysis;
import dev.sanad.language.Span;
import dev.sanad.passage.Passage;
import dev.sanad.retrieval.Explanation.Hit;
import dev.sanad.retrieval.Explanation.Meaning;
import dev.sanad.retrieval.Explanation.Met;
import dev.sanad.retrieval.Explanation.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains afterwards what a question found, by the same analysis that found it. For one result. */
public final class Explainer {
    private final Retrieved retrieved;
    private final Snapshot snapshot;
    private final Analyzers analyzers;
    private final Language language;
    private final List<Unit> asked;

    /**
     * Explains {@code retrieved}.
     *
     * @param snapshot that it was found in
     * @param analyzers that it was found with
     */
    public Explainer(Retrieved retrieved, Snapshot snapshot, Analyzers analyzers) {
        this.retrieved = retrieved;
        this.snapshot = snapshot;
        this.analyzers = analyzers;
        this.language = retrieved.question().language();
        this.asked = retrieved.subject().units();
    }

    /**
     * What was looked for, and what each passage has of it.
     *
     * @throws UncheckedIOException where the index cannot be read
     */
    public Explanation explain() {
        return new Explanation(
                words(), leftOut(), retrieved.ranked().stream().map(this::hit).toList());
    }

    private List<Part> words() {
        Map<Analysis, Map<Unit, Double>> shares = new EnumMap<>(Analysis.class);
        for (Analysis analysis : Analysis.values()) {
            if (holds(analysis)) {
                shares.put(analysis, shares(analysis));
            }
        }
        List<Part> words = new ArrayList<>();
        for (Unit unit : asked) {
            Map<Analysis, Double> ofUnit = new EnumMap<>(Analysis.class);
            shares.forEach((analysis, of) -> ofUnit.put(analysis, of.getOrDefault(unit, 0.0)));
            words.add(new Part(
                    unit.words(),
                    unit.ids().keySet().stream().map(this::meaning).toList(),
                    ofUnit));
        }
        return words;
    }

    private boolean holds(Analysis analysis) {
        try {
            return snapshot.searcher().getIndexReader().getDocCount(Fields.crossed(analysis)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index", e);
        }
    }

    private Map<Unit, Double> shares(Analysis analysis) {
        Subject subject = retrieved.subject();
        boolean own = analysis == language.analysis();
        Map<Unit, Double> weights = own ? weightsOfTerms(subject.terms()) : subject.crossed(analysis);
        double total = sum(own ? subject.terms().values() : weights.values());
        Map<Unit, Double> shares = new HashMap<>();
        weights.forEach((unit, weight) -> shares.put(unit, total == 0 ? 0 : weight / total));
        return shares;
    }

    /** A term that several units have counts with the first; one that joins two, as pairs of Chinese characters do, with none. */
    private Map<Unit, Double> weightsOfTerms(Map<String, Double> terms) {
        Map<String, Double> left = new HashMap<>(terms);
        Map<Unit, Double> weights = new HashMap<>();
        for (Unit unit : asked) {
            double weight = 0;
            for (String term : analyzers.terms(unit.words(), language)) {
                weight += Optional.ofNullable(left.remove(term)).orElse(0.0);
            }
            weights.put(unit, weight);
        }
        return weights;
    }

    private static double sum(Collection<Double> weights) {
        return weights.stream().mapToDouble(weight -> weight).sum();
    }

    private Meaning meaning(String id) {
        return new Meaning(id, Unit.Kind.ofId(id), analyzers.interlingua().name(id, language));
    }

    private List<String> leftOut() {
        String text = retrieved.question().text();
        Set<Object> meanings = asked.stream().map(CrossedTerms::meaning).collect(Collectors.toSet());
        List<Span> lookedFor = analyzers.interlingua().units(text, language).stream()
                .filter(unit -> meanings.contains(CrossedTerms.meaning(unit)))
                .map(Unit::span)
                .toList();
        return analyzers.indexed(text, Analysis.UNSTEMMED).stream()
                .map(Word::span)
                .filter(word -> lookedFor.stream().noneMatch(word::overlaps))
                .map(word -> word.in(text))
                .filter(word -> asked.stream().noneMatch(unit -> unit.words().equals(word)))
                .distinct()
                .toList();
    }

    private Hit hit(Evidence evidence) {
        Passage passage = evidence.passage();
        Language of = passage.article().language().value();
        List<String> texts = List.of(passage.article().title().value(), passage.text());
        List<Unit> held = texts.stream()
                .flatMap(text -> analyzers.interlingua().units(text, of).stream())
                .toList();
        List<Met> met = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (Unit unit : asked) {
            List<Met> ofUnit = Stream.concat(
                            retrieved.subject().own(of) ? sameStem(unit, texts).stream() : Stream.empty(),
                            sameMeaning(unit, held).stream())
                    .toList();
            met.addAll(ofUnit);
            if (ofUnit.isEmpty()) {
                lacking.add(unit.words());
            }
        }
        return new Hit(passage.id(), met, lacking);
    }

    private List<Met> sameMeaning(Unit unit, List<Unit> held) {
        List<Met> met = new ArrayList<>();
        for (String id : unit.ids().keySet()) {
            List<String> originals = held.stream()
                    .filter(one -> one.ids().containsKey(id))
                    .map(Unit::words)
                    .distinct()
                    .toList();
            if (!originals.isEmpty()) {
                met.add(new Met(unit.words(), Optional.of(meaning(id)), originals));
            }
        }
        return met;
    }

    /** By the language's stems, else by the words of all languages, which coverage takes as well. */
    private Optional<Met> sameStem(Unit unit, List<String> texts) {
        return Stream.of(language.analysis(), Analysis.UNSTEMMED)
                .map(analysis -> originals(unit, texts, analysis))
                .filter(originals -> !originals.isEmpty())
                .findFirst()
                .map(originals -> new Met(unit.words(), Optional.empty(), originals));
    }

    private List<String> originals(Unit unit, List<String> texts, Analysis analysis) {
        Set<String> terms = new HashSet<>(analyzers.terms(unit.words(), analysis));
        List<String> originals = texts.stream()
                .flatMap(text -> joined(text, terms, analysis).stream().map(span -> span.in(text)))
                .distinct()
                .toList();
        if (analysis != Analysis.CHINESE) {
            return originals;
        }
        // single characters of a word stand in many others
        int longest = originals.stream().mapToInt(String::length).max().orElse(0);
        return originals.stream().filter(word -> word.length() == longest).toList();
    }

    /** Where {@code text} has the terms; those that touch are one, as pairs of Chinese characters make a word. */
    private List<Span> joined(String text, Set<String> terms, Analysis analysis) {
        List<Span> spans = new ArrayList<>();
        for (Word word : analyzers.indexed(text, analysis)) {
            if (!terms.contains(word.stem())) {
                continue;
            }
            boolean touches =
                    !spans.isEmpty() && spans.getLast().end() >= word.span().start();
            int start = touches ? spans.removeLast().start() : word.span().start();
            spans.add(new Span(start, word.span().end()));
        }
        return spans;
    }
}
