package dev.sanad.answer;

import dev.sanad.language.Clauses;
import dev.sanad.language.Language;
import java.util.List;

/**
 * What a sentence of a model says.
 *
 * @param parts in order
 * @param clauses those parts that tell what the passages state, by the clause that each stands in; some may be empty
 */
record Said(List<Part> parts, List<List<Part>> clauses) {
    Said {
        parts = List.copyOf(parts);
        clauses = List.copyOf(clauses);
    }

    /** @param own of the parts, those that tell what the passages state */
    static Said of(String sentence, List<Part> parts, List<Part> own, Language language) {
        return new Said(
                parts,
                Clauses.in(sentence, language).stream()
                        .map(clause -> own.stream()
                                .filter(part -> part.span().start() >= clause.start()
                                        && part.span().start() < clause.end())
                                .toList())
                        .toList());
    }

    /** The parts of all clauses. */
    List<Part> own() {
        return clauses.stream().flatMap(List::stream).toList();
    }
}
