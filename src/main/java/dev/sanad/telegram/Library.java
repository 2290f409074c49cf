package dev.sanad.telegram;

import dev.sanad.language.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What there is to ask about.
 *
 * @param asOf when the index was last brought up to date
 * @param languages of articles, in the order of their table
 * @param outlets as the index folds them, each once, in alphabetical order
 * @param newest day of an article; empty where none has a date
 */
public record Library(
        Instant asOf, int articles, List<Language> languages, List<String> outlets, Optional<LocalDate> newest) {
    public Library {
        languages = List.copyOf(languages);
        outlets = List.copyOf(outlets);
    }
}
