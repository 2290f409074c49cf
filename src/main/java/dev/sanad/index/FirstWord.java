package dev.sanad.index;

import dev.sanad.language.Glossary.Concept;
import dev.sanad.language.Hanzi;
import dev.sanad.language.Language;
import java.util.Optional;
import java.util.Set;

/** The most usual word for a concept. */
final class FirstWord {
    private FirstWord() {}

    /** As a reader of {@code language} writes it: for Traditional Chinese the first that is Traditional, else the first in its characters. */
    static Optional<String> of(Concept concept, Language language) {
        Set<String> words = concept.in(language.analysis());
        if (language != Language.CHINESE_TRADITIONAL) {
            return words.stream().findFirst();
        }
        return words.stream()
                .filter(word -> !Hanzi.simplified(word).equals(word))
                .findFirst()
                .or(() -> words.stream().findFirst().map(Hanzi::traditional));
    }
}
