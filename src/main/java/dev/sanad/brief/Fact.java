package dev.sanad.brief;

import dev.sanad.answer.Citation;
import dev.sanad.corpus.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A sentence of a brief before the brief's citations are numbered.
 *
 * @param citations at least one, the one whose date it stands under first; their markers say nothing yet
 */
record Fact(String text, List<Citation> citations) {
    Fact {
        citations = List.copyOf(citations);
    }

    Optional<LocalDate> date() {
        return citations.getFirst().published().map(Known::value);
    }
}
