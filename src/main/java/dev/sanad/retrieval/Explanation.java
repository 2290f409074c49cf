package dev.sanad.retrieval;

import dev.sanad.index.Unit;
import dev.sanad.language.Language.Analysis;
import dev.sanad.passage.PassageId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a question was crossed, and why each passage was found.
 *
 * @param words what was looked for, in the question's order, each meaning once
 * @param leftOut words of the question that were not looked for, in order: they only ask, or their language's analysis stops them
 * @param hits of the passages found, in their order
 */
public record Explanation(List<Part> words, List<String> leftOut, List<Hit> hits) {
    /**
     * A word, phrase, number, date or name of the question.
     *
     * @param words as they stand in the question
     * @param meanings empty for a word that does not cross
     * @param shares of the question's weight, 0 to 1, in passages of each analysis that the index holds; in the question's own by its stems, in
     *     others by the rarest meaning
     */
    public record Part(String words, List<Meaning> meanings, Map<Analysis, Double> shares) {
        public Part {
            meanings = List.copyOf(meanings);
            shares = Collections.unmodifiableMap(new EnumMap<>(shares));
        }
    }

    /**
     * What a word stands for in any language.
     *
     * @param id as it stands in the index, such as {@code g:sanction}
     * @param name for a reader: a concept's key, what CLDR names in the question's language, a number, a date, a Latin word, a sound's consonants
     */
    public record Meaning(String id, Unit.Kind kind, String name) {}

    /**
     * Why a passage was found.
     *
     * @param met in the question's order
     * @param lacking the question's words that neither the passage nor its title has
     */
    public record Hit(PassageId passage, List<Met> met, List<String> lacking) {
        public Hit {
            met = List.copyOf(met);
            lacking = List.copyOf(lacking);
        }
    }

    /**
     * A word that a passage has.
     *
     * @param words as they stand in the question
     * @param by what both stand for; empty where they are words of one stem
     * @param originals as they stand in the title and the passage, in order, each once
     */
    public record Met(String words, Optional<Meaning> by, List<String> originals) {
        public Met {
            originals = List.copyOf(originals);
        }
    }

    public Explanation {
        words = List.copyOf(words);
        leftOut = List.copyOf(leftOut);
        hits = List.copyOf(hits);
    }
}
