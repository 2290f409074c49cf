package dev.sanad.answer;

import dev.sanad.answer.AskedKind.Fact;
import dev.sanad.corpus.Known;
import dev.sanad.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Outlets that give different dates or numbers for what is asked: they are quoted beside each other, and a note says who says what. Which is right, the
 * reader must tell.
 */
final class Conflict {
    /** Besides the first; more would crowd out everything else. */
    private static final int MOST_OTHERS = 2;

    private final List<Side> sides;

    private record Side(ScoredSentence sentence, String outlet, Fact fact) {
        static Optional<Side> of(ScoredSentence sentence, AskedKind asked) {
            Optional<String> outlet = sentence.passage().article().source().map(Known::value);
            Optional<Fact> fact = asked.factOf(sentence.text(), sentence.passage());
            return outlet.flatMap(named -> fact.map(given -> new Side(sentence, named, given)));
        }

        boolean differsFrom(Side other) {
            return !outlet.equals(other.outlet) && fact.differsFrom(other.fact);
        }
    }

    private Conflict(List<Side> sides) {
        this.sides = List.copyOf(sides);
    }

    /** Between the first of {@code scored}, best first, and others; empty where it gives no date or number, or nobody gives another. */
    static Optional<Conflict> in(List<ScoredSentence> scored, AskedKind asked) {
        return Side.of(scored.getFirst(), asked)
                .map(first -> new Conflict(sides(first, scored, asked)))
                .filter(conflict -> conflict.sides.size() > 1);
    }

    private static List<Side> sides(Side first, List<ScoredSentence> scored, AskedKind asked) {
        List<Side> sides = new ArrayList<>(List.of(first));
        scored.stream().flatMap(sentence -> Side.of(sentence, asked).stream()).forEach(side -> {
            if (sides.size() <= MOST_OTHERS && sides.stream().allMatch(side::differsFrom)) {
                sides.add(side);
            }
        });
        return sides;
    }

    /** One of each side, the best first. */
    List<ScoredSentence> sentences() {
        return sides.stream().map(Side::sentence).toList();
    }

    /** Who says what. */
    Note note(Language language) {
        String which = sides.stream()
                .map(side -> side.outlet + ": " + side.fact.words())
                .collect(Collectors.joining("; "));
        return Note.of("sources_differ", language, Map.of("which", which));
    }
}
