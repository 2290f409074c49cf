package dev.sanad.index;

import dev.sanad.language.Folding;
import dev.sanad.language.Glossary;
import dev.sanad.language.Glossary.Concept;
import dev.sanad.language.Hanzi;
import dev.sanad.language.Language.Analysis;
import dev.sanad.language.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words and phrases of a glossary in one language, found longest first: a trie over stems, in Chinese over Simplified characters. An abbreviation
 * in capitals is found in capitals, and otherwise only where it is no other word. Immutable.
 */
final class Phrases {
    private static final int MOST_CHARACTERS = 10;

    /** English words that no analysis stops and that abbreviations are written like. */
    private static final Set<String> PRONOUNS = Set.of("us", "who");

    private final Node root = new Node();

    private final Analysis analysis;

    private Phrases(Analysis analysis) {
        this.analysis = analysis;
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final Set<String> concepts = new LinkedHashSet<>();
        private final Set<String> names = new HashSet<>();
        private final Map<String, Set<String>> asWritten = new HashMap<>();

        private void add(Concept concept) {
            concepts.add(concept.id());
            if (concept.name()) {
                names.add(concept.id());
            }
        }

        private boolean ambiguous() {
            return !names.isEmpty() && names.size() < concepts.size();
        }

        /** A stem is a name's and a word's ({@code طالبان} the Taliban, students): how it is written, the likeliest first, tells which. */
        private Set<String> concepts(Supplier<List<String>> written) {
            if (!ambiguous()) {
                return concepts;
            }
            for (String form : written.get()) {
                Set<String> exact = asWritten.getOrDefault(form, Set.of());
                if (!exact.isEmpty()) {
                    return Collections.disjoint(exact, names) ? without(names) : exact;
                }
            }
            return concepts;
        }

        private Set<String> without(Set<String> names) {
            Set<String> others = new LinkedHashSet<>(concepts);
            others.removeAll(names);
            return others;
        }
    }

    private record Abbreviation(List<Word> units, Concept concept) {}

    private record Entry(Node node, Concept concept, List<Word> units) {}

    /**
     * A phrase that was found.
     *
     * @param length how many words or characters it takes
     */
    record Match(int length, Set<String> concepts) {}

    static Phrases of(Glossary glossary, Analysis analysis, Analyzers analyzers) {
        Phrases phrases = new Phrases(analysis);
        List<Entry> entries = new ArrayList<>();
        List<Abbreviation> abbreviations = new ArrayList<>();
        for (Concept concept : glossary.concepts()) {
            for (String words : concept.in(analysis)) {
                List<Word> units = units(words, analysis, analyzers);
                phrases.add(units, concept, true, entries);
                if (units.stream().anyMatch(Word::capitals)) {
                    abbreviations.add(new Abbreviation(units, concept));
                }
                // a compound whose space or zero-width non-joiner was lost, as scraped Persian often has it
                String joined = words.replaceAll("[ \u200C]", "");
                if (analysis != Analysis.CHINESE && !joined.equals(words)) {
                    phrases.add(units(joined, analysis, analyzers), concept, true, entries);
                }
            }
        }
        abbreviations.stream()
                .filter(phrases::noOtherWord)
                .toList()
                .forEach(one -> phrases.add(one.units, one.concept, false, entries));
        // the written forms of all entries would double the time that a start takes
        entries.stream()
                .filter(entry -> entry.node.ambiguous())
                .forEach(entry -> entry.node
                        .asWritten
                        .computeIfAbsent(written(entry.units), unused -> new LinkedHashSet<>())
                        .add(entry.concept.id()));
        return phrases;
    }

    private static List<Word> units(String words, Analysis analysis, Analyzers analyzers) {
        return analysis == Analysis.CHINESE ? characters(words) : analyzers.words(words, analysis);
    }

    static List<Word> characters(String text) {
        List<Word> characters = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); i++) {
            String character = String.valueOf(Hanzi.simplified(text.charAt(i)));
            characters.add(new Word(character, character, new Span(i, i + 1), false));
        }
        return characters;
    }

    private void add(List<Word> units, Concept concept, boolean capitals, List<Entry> entries) {
        boolean said = units.stream().anyMatch(unit -> !unit.stop() || unit.capitals());
        if (!said || units.size() > MOST_CHARACTERS) {
            return;
        }
        Node node = root;
        for (Word unit : units) {
            String key = capitals && unit.capitals() ? unit.shown() : unit.key();
            node = node.next.computeIfAbsent(key, unused -> new Node());
        }
        node.add(concept);
        entries.add(new Entry(node, concept, units));
    }

    /** Whether it would be the same word without its capitals, as a reader may type it. */
    private boolean noOtherWord(Abbreviation abbreviation) {
        Word first = abbreviation.units.getFirst();
        if (abbreviation.units.size() > 1) {
            return true;
        }
        Node word = root.next.get(first.key());
        return !first.stop() && !PRONOUNS.contains(first.stem()) && (word == null || word.concepts.isEmpty());
    }

    /** The longest phrase that begins at {@code units[at]}, which may have more stop words within; of length 0 where none does. */
    Match longest(List<Word> units, int at) {
        Node node = root;
        Match longest = new Match(0, Set.of());
        for (int i = at; i < units.size(); i++) {
            Node next = next(node, units.get(i));
            if (next == null && (i == at || !units.get(i).stop())) {
                break;
            }
            node = next == null ? node : next;
            if (next != null && !node.concepts.isEmpty()) {
                List<Word> found = units.subList(at, i + 1);
                longest = new Match(found.size(), node.concepts(() -> forms(found)));
            }
        }
        return longest;
    }

    private static @Nullable Node next(Node node, Word unit) {
        Node capitals = unit.capitals() ? node.next.get(unit.shown()) : null;
        return capitals == null ? node.next.get(unit.key()) : capitals;
    }

    private List<String> forms(List<Word> found) {
        String written = written(found);
        return Stream.concat(Stream.of(written), Affixes.without(written, analysis).stream())
                .toList();
    }

    private static String written(List<Word> units) {
        return units.stream().map(unit -> Folding.fold(unit.shown())).collect(Collectors.joining(" "));
    }
}
