package dev.sanad.language;

import java.util.List;
import java.util.Map;

/**
 * Words by which a model speaks of what it was given and asked instead of what that states, of {@code language/passage-words.tsv}.
 *
 * @param texts for the passages, the question and the answer
 * @param telling attribute what is said to such a text; beside a word of {@code texts} only
 * @param lacking for what such a text or the model has not, or how the text is written; beside a word of {@code texts} only
 */
public record PassageWords(List<String> texts, List<String> telling, List<String> lacking) {
    private static final PassageWords NONE = new PassageWords(List.of(), List.of(), List.of());
    private static final Map<Language, PassageWords> BY_LANGUAGE = LanguageTable.rows(
            "passage-words.tsv",
            (language, cells) -> new PassageWords(words(cells[1]), words(cells[2]), words(cells[3])));

    public PassageWords {
        texts = List.copyOf(texts);
        telling = List.copyOf(telling);
        lacking = List.copyOf(lacking);
    }

    /** Those of {@code language}; none where it is in no row. */
    public static PassageWords of(Language language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    private static List<String> words(String cell) {
        return List.of(cell.split(" \\| ", -1));
    }
}
