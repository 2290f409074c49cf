package dev.sanad.index;

import dev.sanad.language.Glossary;
import dev.sanad.language.Glossary.Concept;
import dev.sanad.language.Hanzi;
import dev.sanad.language.Language.Analysis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words and phrases of a glossary in one language, found longest first: a trie over stems, in Chinese over Simplified characters. Immutable. */
final class Phrases {
    private static final int MOST_CHARACTERS = 10;

    private final Node root = new Node();

    private Phrases() {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final Set<String> concepts = new LinkedHashSet<>();
    }

    /**
     * A phrase that was found.
     *
     * @param length how many stems or characters it takes
     */
    record Match(int length, Set<String> concepts) {}

    static Phrases of(Glossary glossary, Analysis analysis, Analyzers analyzers) {
        Phrases phrases = new Phrases();
        for (Concept concept : glossary.concepts()) {
            for (String words : concept.in(analysis)) {
                phrases.add(units(words, analysis, analyzers), concept.id());
                // a compound whose space or zero-width non-joiner was lost, as scraped Persian often has it
                String joined = words.replaceAll("[ \u200C]", "");
                if (analysis != Analysis.CHINESE && !joined.equals(words)) {
                    phrases.add(units(joined, analysis, analyzers), concept.id());
                }
            }
        }
        return phrases;
    }

    private static List<String> units(String words, Analysis analysis, Analyzers analyzers) {
        return analysis == Analysis.CHINESE ? characters(words) : analyzers.terms(words, analysis);
    }

    static List<String> characters(String text) {
        List<String> characters = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); i++) {
            characters.add(String.valueOf(Hanzi.simplified(text.charAt(i))));
        }
        return characters;
    }

    private void add(List<String> units, String concept) {
        if (units.isEmpty() || units.size() > MOST_CHARACTERS) {
            return;
        }
        Node node = root;
        for (String unit : units) {
            node = node.next.computeIfAbsent(unit, unused -> new Node());
        }
        node.concepts.add(concept);
    }

    /** The longest phrase that begins at {@code units[at]}; of length 0 where none does. */
    Match longest(List<String> units, int at) {
        Node node = root;
        Match longest = new Match(0, Set.of());
        for (int i = at; i < units.size(); i++) {
            node = node.next.get(units.get(i));
            if (node == null) {
                break;
            }
            if (!node.concepts.isEmpty()) {
                longest = new Match(i - at + 1, node.concepts);
            }
        }
        return longest;
    }
}
