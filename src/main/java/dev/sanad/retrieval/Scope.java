package dev.sanad.retrieval;

import dev.sanad.language.Language;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What may be searched.
 *
 * @param since first day, inclusive; an article without a date is outside any period
 * @param until last day, inclusive
 * @param outlets sources as articles name them, ignoring case; empty for all
 * @param languages of articles; empty for all
 */
public record Scope(
        Optional<LocalDate> since, Optional<LocalDate> until, Set<String> outlets, Set<Language> languages) {
    public static final Scope ALL = new Scope(Optional.empty(), Optional.empty(), Set.of(), Set.of());

    public Scope {
        outlets = Set.copyOf(outlets);
        languages = Set.copyOf(languages);
        if (since.isPresent() && until.isPresent() && since.get().isAfter(until.get())) {
            throw new IllegalArgumentException(
                    "the period begins (%s) after it ends (%s)".formatted(since.get(), until.get()));
        }
    }
}
