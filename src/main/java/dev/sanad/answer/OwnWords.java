package dev.sanad.answer;

import dev.sanad.language.Language;
import dev.sanad.language.PassageWords;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells a model's words about the passages, the question and the answer themselves ({@link PassageWords}) from those about what the passages state. That such a word
 * stands in a quote, where it means something else, supports nothing. Safe for use by many threads.
 */
final class OwnWords {
    private final PartReader reader;
    private final Map<Language, Stems> stems = new ConcurrentHashMap<>();

    private record Stems(Set<String> texts, Set<String> telling, Set<String> lacking) {}

    OwnWords(PartReader reader) {
        this.reader = reader;
    }

    private Stems stems(Language language) {
        PassageWords words = PassageWords.of(language);
        return new Stems(
                stems(words.texts(), language), stems(words.telling(), language), stems(words.lacking(), language));
    }

    private Set<String> stems(List<String> words, Language language) {
        Set<String> stems = new HashSet<>();
        words.forEach(word -> stems.addAll(reader.stems(word, language)));
        return stems;
    }

    /** What {@code said} tells of what the passages state, in order; what no passage states of itself as words that nothing states. */
    List<Part> of(List<Part> said, Language language) {
        Stems words = stems.computeIfAbsent(language, this::stems);
        if (said.stream().noneMatch(part -> means(part, words.texts))) {
            return said;
        }
        return said.stream()
                .filter(part -> !means(part, words.texts) && !means(part, words.telling))
                .map(part -> means(part, words.lacking) ? Part.Word.unstated(part.span()) : part)
                .toList();
    }

    /** A phrase that has another word as well means something else. */
    private static boolean means(Part part, Set<String> words) {
        Set<String> stems = stems(part);
        return !stems.isEmpty() && words.containsAll(stems);
    }

    private static Set<String> stems(Part part) {
        Set<String> ids = switch (part) {
            case Part.Word word -> word.ids();
            case Part.Name name -> name.sure() ? Set.of() : name.ids();
            case Part.Quantity number -> Set.of();
            case Part.Date date -> Set.of();
        };
        return ids.stream().filter(id -> id.startsWith(Part.STEM)).collect(Collectors.toSet());
    }
}
